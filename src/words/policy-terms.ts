import type { SenderPart } from '../domain/letterhead.ts'
import type { DeskAddress, Policy } from '../domain/operator.ts'
import { formatYen } from '../domain/yen.ts'
import { letterWords } from './letters.ts'
import { paperWords } from './papers.ts'
import { meansWords } from './payments.ts'
import { serviceWithOptions } from './posts.ts'
import { internalDateWords } from './proceedings.ts'
import { channelWords, kindsInWords, kindWithArticle, methodWords } from './requests.ts'

/** The terms of a policy in words, in the order in which a case meets them. */
export type TermName = {
  [K in keyof Policy]-?: Policy[K] extends { readonly from: Origin; readonly value: unknown } ? K : never
}[keyof Policy]
export type Origin = DeskAddress['from']

export const originWords: Record<Origin, string> = {
  policy: '公表',
  procedure: '手続のページ',
  law: '法律',
  house: '社内の定め',
}

export const termLabels: Record<TermName, string> = {
  kinds: '受け付ける請求',
  form: '請求の用紙',
  incoming: '届け方',
  fee: '手数料',
  payment: '手数料の納め方',
  identity: '本人確認書類',
  authority: '代理人の書類',
  methods: '開示の方法',
  reply: '回答の送り方',
  notices: '通知の送り方',
  packing: '封入の確認',
  enclosedWithDisclosure: '開示の回答に同封する用紙',
  refusalGrounds: '開示しない場合',
  complaintBodies: '苦情の申出先',
  clocks: '社内の期限',
  waits: '補正と入金を待つ日数',
  feeOnRefusal: '開示しないときの手数料',
  seal: '社印',
  letterhead: '差出人の書き方',
  identityCopies: '本人確認書類の写し',
  retention: '保存の期間',
}
export const termNames = Object.keys(termLabels) as TermName[]

const joined = (words: readonly string[], otherwise = '定めなし'): string => words.join('、') || otherwise
const asks = { name: '氏名', address: '住所', phone: '電話番号' }
const takenAs = { copy: '写し', original: '原本', either: '原本又は写し' }
const groups = {
  photo: '顔写真付きの書類',
  plain: '顔写真のない書類',
  certificate: '証明書',
  authority: '登録を証する書類',
  any: '次の書類',
}

const senderWords: Record<SenderPart, string> = {
  company: '会社名',
  desk: '窓口',
  responsible: '責任者',
  address: '住所',
  telephone: '電話',
  hours: '受付時間',
}

type Sentences = { readonly [K in TermName]: (value: Policy[K]['value']) => readonly string[] }

const sentences: Sentences = {
  kinds: kinds => kinds.map(kindWithArticle),
  form: ({ route, channels, asks: asked }) => [
    route === 'own' ? '事業者の用紙に記入して送っていただく' : '連絡を受けて用紙を郵送する',
    ...(channels.length > 0 ? [`連絡の方法：${joined(channels.map(each => channelWords[each]))}`] : []),
    ...(asked.length > 0 ? [`伺うこと：${joined(asked.map(each => asks[each]))}`] : []),
  ],
  incoming: way => [way === 'simple_registered' ? '簡易書留' : '郵便（種類の指定なし）'],
  fee: ({ amount, basis, includesPostage, rounding, chargedFor }) => [
    `${formatYen(amount)}（${basis === 'net' ? '税別' : '税込'}${includesPostage ? '・送料込み' : ''}）`,
    ...(rounding === 'floor' ? [] : [`消費税の端数：${rounding === 'round' ? '四捨五入' : '切上げ'}`]),
    `対象：${kindsInWords(chargedFor) || 'なし'}`,
  ],
  payment: ({ means, when, account }) => [
    joined(means.map(each => meansWords[each])),
    when === 'enclosed' ? '請求書に同封' : 'ご案内のあとで支払',
    ...(account === undefined ? [] : [`振込先：${account}`]),
  ],
  identity: ({ accepts, anyOf }) => [
    anyOf.map(set => set.map(({ group, count }) => `${groups[group]}${count}点`).join('と')).join('、又は'),
    ...accepts.map(
      ({ paper, as, maxAgeMonths }) =>
        `${paperWords[paper]}（${takenAs[as]}${maxAgeMonths === undefined ? '' : `・発行後${maxAgeMonths}か月以内`}）`,
    ),
  ],
  authority: ({ legal, appointed, maxAgeMonths, tellSubject }) => [
    `法定代理人：${legal.map(each => paperWords[each]).join('、又は') || '定めなし'}`,
    `任意代理人：${appointed.map(each => paperWords[each]).join('と') || '定めなし'}`,
    `発行後${maxAgeMonths}か月以内`,
    tellSubject ? '任意代理人のときは、ご本人に確かめる' : 'ご本人への確認はしない',
  ],
  methods: methods => [joined(methods.map(each => methodWords[each]))],
  reply: ({ service, options, chosenByPerson }) => [
    serviceWithOptions(service, options),
    ...(chosenByPerson ? ['方法はご本人が選ぶ'] : []),
  ],
  notices: ({ service, options }) => [serviceWithOptions(service, options)],
  packing: ({ secondPerson, envelope }) => [
    secondPerson ? '回答の封入は、別の担当者も確かめる' : '書類の番号だけで確かめる',
    envelope === 'printed' ? '封筒に宛名を印刷する' : '窓付きの封筒を使う',
  ],
  enclosedWithDisclosure: forms => [
    joined(
      forms.map(each => letterWords[each]),
      'なし',
    ),
  ],
  refusalGrounds: grounds => (grounds.length === 0 ? ['定めなし（法律の定めによる）'] : grounds),
  complaintBodies: bodies =>
    bodies.length === 0
      ? ['なし']
      : bodies.map(({ name, unit, telephone, url }) => [name, unit, telephone, url].filter(Boolean).join(' ')),
  clocks: ({ acknowledge, supplement, decide, post }) =>
    Object.entries({ acknowledge, supplement, decide, post }).map(
      ([name, days]) => `${internalDateWords[name as keyof typeof internalDateWords]}：到達から${days}営業日`,
    ),
  waits: ({ supplementDays, feeDays, deemedWithdrawal }) => [
    `補正：${supplementDays}日`,
    `入金：${feeDays}日`,
    deemedWithdrawal ? '過ぎたら取下げとみなせる' : '過ぎても取下げとはみなさない',
  ],
  feeOnRefusal: way => [way === 'kept' ? '返さない' : '返す'],
  seal: way => [{ printed: '印影を印刷する', blank: '押印の欄を設ける', none: '押さない' }[way]],
  letterhead: ({ logo, signature, seal, order }) => [
    order.map(part => senderWords[part]).join('、'),
    ...(logo ? [`ロゴ：${logo.alt}（幅${logo.width}mm・${logo.at === 'left' ? '左' : '右'}）`] : []),
    ...(signature ? [`署名：${signature.alt}（幅${signature.width}mm）`] : []),
    ...(seal ? [`印影：${seal.alt}（幅${seal.width}mm）`] : []),
  ],
  identityCopies: ({ fate, daysAfterDelivery }) => [
    `配達から${daysAfterDelivery}日後に${fate === 'return' ? '返却する' : '裁断する'}`,
  ],
  retention: ({ caseYears, voucherYears }) => [`案件：完了から${caseYears}年`, `入金の証憑：完了から${voucherYears}年`],
}

/** What a term says, in short lines. */
export const termLines = <K extends TermName>(name: K, value: Policy[K]['value']): readonly string[] =>
  (sentences[name] as (value: Policy[K]['value']) => readonly string[])(value)
