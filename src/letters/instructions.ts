import type { FormId } from '../domain/letter.ts'
import type { Policy } from '../domain/operator.ts'
import { askedFee } from '../domain/tax.ts'
import { formatYen } from '../domain/yen.ts'
import { deskOf, type LetterFacts, letterOf } from './facts.ts'
import { dashed } from './head.ts'
import { howMany, kindTitles, maskingSentence, meansTitles, papersList, paperTitles } from './terms.ts'

/** What forms and covers tell the person to send, pay and write, from the operator's terms. */
const formTitles: Partial<Record<FormId, string>> = {
  'supplement-reply': '補正書類送付票',
  'disclosure-schedule': '別紙（開示する項目の一覧）',
  'request-disclosure': '保有個人データ開示等請求書',
  'request-correction': '保有個人データ訂正等請求書',
  'request-suspension': '保有個人データ利用停止等請求書',
  'request-foreign': '外国にある第三者への提供に係る情報の提供の求め',
  'power-of-attorney': '委任状（代理人によるご請求のときのみ）',
}

export const enclosedForms = (facts: LetterFacts): string[] =>
  (letterOf(facts)?.enclosures ?? []).map(form => `${formTitles[form] ?? form}　1部`)

export const sendBy = (policy: Policy): string =>
  policy.incoming.value === 'simple_registered' ? '簡易書留郵便' : '簡易書留など配達の記録が残る郵便'

export const returnTo = (facts: LetterFacts): string => {
  const desk = deskOf(facts)
  const to = [`〒${dashed(desk.postcode)} ${desk.address.join(' ')}`, `${desk.organisation}　${desk.name}　あて`]
  return [...to, `${sendBy(facts.policy)}でお送りください。`].join('\n')
}

/** 利用目的の通知及び開示のご請求は、1件につき1,415円（税率10％、うち消費税額128円。送料を含む）です。 */
export const feeSentence = ({ policy, today }: Pick<LetterFacts, 'policy' | 'today'>): string => {
  const { chargedFor, includesPostage } = policy.fee.value
  if (chargedFor.length === 0 || policy.fee.value.amount === 0) return '手数料はかかりません。'
  const { asked, rate, tax } = askedFee(policy.fee.value, today)
  const kinds = chargedFor.map(kind => kindTitles[kind]).join('、')
  return `${kinds}のご請求は、1件につき${formatYen(asked)}（税率${rate}％、うち消費税額${formatYen(tax)}${includesPostage ? '。送料を含む' : ''}）です。そのほかのご請求には、手数料はかかりません。`
}

/** `rest`: what is short is paid, not the whole fee. */
const howToPay = (policy: Policy, means: keyof typeof meansTitles, rest: boolean): string => {
  const sum = rest ? '不足している額' : '手数料の額'
  switch (means) {
    case 'transfer':
      return `${policy.payment.value.account ?? '受付のご案内に記載する口座'}へお振り込みください。恐れ入りますが、振込手数料はご負担をお願いいたします。`
    case 'stamps':
      return `${sum}と同額の郵便切手を同封してください。`
    case 'postal_order':
      return `${sum}と同額の定額小為替を同封してください。指定受取人欄は、記入しないでください。`
    case 'registered_cash':
      return `${sum}を現金書留でお送りください。`
    case 'cash':
      return '当社の窓口でお支払いください。'
    case 'postal_transfer':
      return `${policy.payment.value.account ?? '受付のご案内に記載する口座'}へお払い込みください。`
  }
}

export const paySentence = (policy: Policy, rest = false): { label: string; text: string }[] =>
  policy.payment.value.means.map(means => ({ label: meansTitles[means], text: howToPay(policy, means, rest) }))

/** Identity papers and proofs of agency, as the form lists them. */
export const papersToSend = ({ policy, today }: Pick<LetterFacts, 'policy' | 'today'>): string[] => {
  const { legal, appointed, maxAgeMonths } = policy.authority.value
  const names = (papers: typeof legal) => papers.map(paper => paperTitles[paper]).join('、')
  return [
    `本人確認書類（${howMany(policy)}）：${papersList(policy, today)}。`,
    maskingSentence,
    `法定代理人によるご請求のときは、代理人の本人確認書類の写しと、${names(legal)}のうちいずれか（発行後${maxAgeMonths}か月以内）`,
    `任意代理人によるご請求のときは、代理人の本人確認書類の写しと、${names(appointed)}（発行後${maxAgeMonths}か月以内）`,
  ]
}

export const handlingSentence = ({ policy }: Pick<LetterFacts, 'policy'>): string => {
  const fate = policy.identityCopies.value.fate === 'return' ? 'お返しします' : '細断します'
  return `ご提出いただいた個人情報は、ご請求への対応（本人確認、調査、手数料の受領及び回答）のためにのみ利用します。本人確認書類の写しは、回答の配達を確認した後に${fate}。`
}
