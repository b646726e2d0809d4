import type { PlainDate } from '../domain/day.ts'
import { demanded } from '../domain/enclosures.ts'
import type { Requester } from '../domain/intake.ts'
import type { Policy } from '../domain/operator.ts'
import { formatYen, type Yen } from '../domain/yen.ts'
import type { LetterFacts, Values } from './facts.ts'
import { howMany, maskingSentence, meansTitles, papersList, paperTitles } from './terms.ts'

/** One item of a 補正: what it is, what was wrong, what to send. */
export interface MissingItem {
  readonly item: string
  readonly missing: string
  readonly send: string
}

/** `on`: day of arrival, on which papers are judged. `asked`: the fee with its tax. */
export interface MissingFrom {
  readonly on: PlainDate
  readonly asked?: Yen | undefined
  readonly requester: Requester
}

/** The only sentences of 補正: the opening desk shows what the letter will say. Codes: `domain/enclosures.ts`, or what a clerk typed. */
export const missingItem = (policy: Policy, code: string, from: MissingFrom): MissingItem => {
  const known = sentences[code]
  if (known !== undefined) return known(policy, from)
  if (Object.hasOwn(paperTitles, code)) return paper(paperTitles[code as keyof typeof paperTitles])
  return { item: code, missing: '不足しているか、確認できません。', send: `${code}をお送りください。` }
}

/** The same for a case as it stands. */
export const supplementItem = ({ policy, kase, today }: LetterFacts, code: string): Values => ({
  ...missingItem(policy, code, {
    on: kase.intake.arrivedOn ?? today,
    asked: kase.fee.dues[0]?.asked,
    requester: kase.intake.requester,
  }),
})

type Sentence = (policy: Policy, from: MissingFrom) => MissingItem

const identity = (policy: Policy, on: PlainDate): string =>
  `次のいずれか（${howMany(policy)}）をお送りください。${papersList(policy, on)}。${maskingSentence}`

const age = (policy: Policy): string => `発行後${policy.authority.value.maxAgeMonths}か月以内のもの`

/** A parent proves the power by another paper than a guardian does. */
const legalProofs = (policy: Policy, requester: Requester): string => {
  const fitting = demanded(policy, { kinds: ['disclosure'], requester, onForm: true })
    .find(each => each.code === 'authority_proof')
    ?.about.papers?.toString()
    .split(',')
  return policy.authority.value.legal
    .filter(each => fitting === undefined || fitting.includes(each))
    .map(each => paperTitles[each])
    .join('、')
}

const paper = (item: string): MissingItem => ({
  item,
  missing: '同封されていませんでした。',
  send: `${item}1通をお送りください。`,
})

const form =
  (item: string): Sentence =>
  () => ({
    item,
    missing:
      '当社所定の請求書によるご請求ではありませんでした。先にお送りいただいた書面の到達日は、そのまま記録しています。',
    send: '同封の用紙に必要事項をご記入のうえ、お送りください。',
  })

const sentences: Readonly<Record<string, Sentence>> = {
  subject_identity: (policy, { on }) => ({
    item: '本人確認書類',
    missing: 'ご本人であることを確認できる書類が、同封されていないか、不足しています。',
    send: identity(policy, on),
  }),
  agent_identity: (policy, { on }) => ({
    item: '代理人の本人確認書類',
    missing: '代理人の方の本人確認書類が、同封されていないか、不足しています。',
    send: identity(policy, on),
  }),
  authority_proof: (policy, { requester }) => ({
    item: '代理権を証する書類',
    missing: '法定代理人であることを確認できる書類が同封されていませんでした。',
    send: `次のいずれか1通（${age(policy)}）をお送りください。${legalProofs(policy, requester)}。`,
  }),
  power_of_attorney: policy => ({
    item: '委任状',
    missing: 'ご本人の委任状が同封されていませんでした。',
    send: `ご本人が署名し、押印した委任状1通（${age(policy)}）をお送りください。回答の受領も委任されるときは、その旨をご記入ください。`,
  }),
  seal_certificate: policy => ({
    item: '印鑑登録証明書',
    missing: '委任状に押された印の印鑑登録証明書が同封されていませんでした。',
    send: `ご本人の印鑑登録証明書1通（${age(policy)}）をお送りください。`,
  }),
  fee: (policy, { asked }) => ({
    item: '手数料',
    missing: '手数料が同封されていませんでした。',
    send: `手数料${asked === undefined ? '' : formatYen(asked)}を、${policy.payment.value.means.map(each => meansTitles[each]).join('又は')}でお納めください。`,
  }),
  'request-disclosure': form('開示等請求書'),
  'request-correction': form('訂正等請求書'),
  'request-suspension': form('利用停止等請求書'),
  'request-foreign': form('外国にある第三者への提供に係る情報の提供の求め'),
}
