import type { LetterFacts, Values } from './facts.ts'
import { howMany, maskingSentence, meansTitles, papersList, paperTitles } from './terms.ts'

const legalProofs = (facts: LetterFacts): string =>
  facts.policy.authority.value.legal.map(paper => paperTitles[paper]).join('、')

const age = ({ policy }: LetterFacts) => `発行後${policy.authority.value.maxAgeMonths}か月以内`

/** What is missing and what to send, item by item, in the words of the 補正 letter. Codes: `domain/enclosures.ts`. */
export const supplementItem = (facts: LetterFacts, code: string): Values => {
  const papers = papersList(facts.policy, facts.kase.intake.arrivedOn ?? facts.today)
  const identity = `次のいずれか（${howMany(facts.policy)}）の写し：${papers}。${maskingSentence}`
  switch (code) {
    case 'subject_identity':
      return {
        item: '本人確認書類',
        missing: 'ご本人であることを確認できる書類が、同封されていないか、不足しています。',
        send: identity,
      }
    case 'agent_identity':
      return {
        item: '代理人の本人確認書類',
        missing: '代理人の方の本人確認書類が、同封されていないか、不足しています。',
        send: identity,
      }
    case 'authority_proof':
      return {
        item: '代理権を証する書類',
        missing: '法定代理人であることを確認できる書類が同封されていません。',
        send: `${legalProofs(facts)}のうちいずれか1通（${age(facts)}のもの）`,
      }
    case 'power_of_attorney':
      return {
        item: '委任状',
        missing: 'ご本人の委任状が同封されていません。',
        send: `ご本人が署名し、押印した委任状1通（${age(facts)}のもの）。回答の受領も委任されるときは、その旨をご記入ください。`,
      }
    case 'seal_certificate':
      return {
        item: '印鑑登録証明書',
        missing: '委任状に押印された印の印鑑登録証明書が同封されていません。',
        send: `ご本人の印鑑登録証明書1通（${age(facts)}のもの）`,
      }
    case 'fee':
      return {
        item: '手数料',
        missing: '手数料が同封されていません。',
        send: `${facts.policy.payment.value.means.map(each => meansTitles[each]).join('、')}（${facts.kase.fee.dues[0]?.asked.toLocaleString('ja-JP') ?? ''}円分）`,
      }
    case 'request-disclosure':
    case 'request-correction':
    case 'request-suspension':
      return {
        item: '請求書',
        missing:
          '当社所定の請求書によるご請求ではありませんでした。先にお送りいただいた書面の到達日は、そのまま記録しています。',
        send: '同封の用紙に必要事項をご記入のうえ、ご返送ください。',
      }
    default:
      return code in paperTitles
        ? {
            item: paperTitles[code as keyof typeof paperTitles],
            missing: '書類が同封されていません。',
            send: `${paperTitles[code as keyof typeof paperTitles]}1通`,
          }
        : { item: code, missing: code, send: code }
  }
}
