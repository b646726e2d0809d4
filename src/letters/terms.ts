import type { PlainDate } from '../domain/day.ts'
import { type PaperKindName, paperFacts } from '../domain/identity-papers.ts'
import { papersTaken } from '../domain/identity-rule.ts'
import type { Requester } from '../domain/intake.ts'
import { type RequestKind, requestKinds } from '../domain/kinds.ts'
import type { PaymentMeans, Policy } from '../domain/operator.ts'

/** Formal Japanese for the terms that letters name; screens use the shorter words of src/words. */
export const act = '個人情報の保護に関する法律'

export const kindTitles: Record<RequestKind, string> = {
  purpose: '利用目的の通知',
  disclosure: '保有個人データの開示',
  third_party_records: '第三者提供記録の開示',
  correction: '保有個人データの訂正等',
  suspension: '保有個人データの利用停止等',
  third_party_stop: '保有個人データの第三者への提供の停止',
  foreign_transfer: '外国にある第三者への提供に係る情報の提供',
  held_information: '保有個人データに関する事項の回答',
}

/** 保有個人データの開示（個人情報の保護に関する法律第33条第1項）, then 法第…; `named` is what the Act is called at its first mention. */
export const kindsWithArticles = (kinds: readonly RequestKind[], named: string = act, between = '、'): string =>
  kinds
    .map((kind, nth) => `${kindTitles[kind]}（${nth === 0 ? named : '法'}${requestKinds[kind].article}）`)
    .join(between)

/** The paragraph by which the answer to a kind is notified. 33条5項 applies 3項 to 第三者提供記録 (law.md §1.3). */
export const answerArticles: Record<RequestKind, string> = {
  purpose: '第32条第3項',
  disclosure: '第33条第3項',
  third_party_records: '第33条第5項において準用する同条第3項',
  correction: '第34条第3項',
  suspension: '第35条第7項',
  third_party_stop: '第35条第7項',
  foreign_transfer: '第28条第3項',
  held_information: '第32条第1項',
}

export const capacityTitles: Record<Requester, string> = {
  self: '本人',
  parent: '法定代理人（親権者）',
  guardian: '法定代理人（後見人）',
  appointed: '任意代理人',
  lawyer: '任意代理人（弁護士等）',
}

export const paperTitles: Record<PaperKindName, string> = {
  driver_license: '運転免許証',
  my_number_card: '個人番号カード（表面のみ）',
  passport: '旅券',
  residence_card: '在留カード',
  special_permanent_resident: '特別永住者証明書',
  disability_certificate: '身体障害者手帳等',
  basic_resident_card: '住民基本台帳カード',
  health_insurance_card: '健康保険証',
  qualification_certificate: '資格確認書',
  pension_book: '年金手帳・基礎年金番号通知書',
  student_card: '学生証',
  utility_bill: '公共料金の領収書',
  residence_record: '住民票の写し',
  seal_certificate: '印鑑登録証明書',
  family_register: '戸籍謄本（抄本）',
  guardianship_registration: '登記事項証明書',
  power_of_attorney: '委任状',
  bar_registration: '弁護士等の資格を証する書類',
  death_register: '除籍謄本',
}

export const meansTitles: Record<PaymentMeans, string> = {
  transfer: '銀行振込',
  stamps: '郵便切手',
  postal_order: '定額小為替',
  registered_cash: '現金書留',
  cash: '現金',
  postal_transfer: '郵便振替',
}

const groupTitles = {
  photo: () => '顔写真付きのもの',
  plain: () => '顔写真のないもの',
  certificate: () => '証明書',
  authority: () => '資格を証するもの',
  // The same kind of paper twice proves nothing more (`judgePapers`).
  any: (count: number) => (count === 1 ? 'いずれか' : '種類の異なるもの'),
} as const

/** 「顔写真付きのもの1点、又は種類の異なるもの2点」, from the operator's own rule. */
export const howMany = (policy: Policy): string =>
  policy.identity.value.anyOf
    .filter(set => set.every(each => each.group !== 'authority'))
    .map(set => set.map(each => `${groupTitles[each.group](each.count)}${each.count}点`).join('と'))
    .join('、又は')

/** 「運転免許証の写し、…、住民票の写し（原本、発行後3か月以内）」: the papers that still prove something on the day. */
export const papersList = (policy: Policy, on: PlainDate): string =>
  papersTaken(policy.identity.value, on)
    .filter(each => paperFacts(each.paper).group !== 'authority')
    .map(({ paper, as, maxAgeMonths }) => {
      const notes = [
        ...(as === 'original' ? ['原本'] : []),
        ...(maxAgeMonths === undefined ? [] : [`発行後${maxAgeMonths}か月以内`]),
      ]
      return `${paperTitles[paper]}${notes.length === 0 ? '' : `（${notes.join('、')}）`}`
    })
    .join('、')

export const maskingSentence =
  '本籍、個人番号（マイナンバー）、保険者番号、被保険者等記号・番号、二次元コードは、見えないように塗りつぶしてください。'
