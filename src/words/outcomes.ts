import type { GroundCode } from '../domain/grounds.ts'
import type { Outcome, RequestKind } from '../domain/kinds.ts'

/** Where the kind is not known yet. */
export const plainOutcomeWords: Record<Outcome, string> = {
  full: 'ご請求のとおりにする',
  part: '一部だけ行う',
  refused: '行わない',
  absent: '不存在',
  other_method: '別の方法で開示する',
  substitute: '代わりの措置をとる',
  out_of_scope: '法の対象外',
}

const disclosing = { full: '全部を開示する', part: '一部を開示する', refused: '開示しない' }

const byKind: Record<RequestKind, Partial<Record<Outcome, string>>> = {
  purpose: { full: '利用目的を通知する', refused: '利用目的を通知しない' },
  disclosure: disclosing,
  third_party_records: disclosing,
  correction: { full: '訂正等をする', part: '一部の訂正等をする', refused: '訂正等をしない' },
  suspension: { full: '利用停止等をする', part: '一部の利用停止等をする', refused: '利用停止等をしない' },
  third_party_stop: {
    full: '第三者への提供を停止する',
    part: '一部の提供を停止する',
    refused: '第三者への提供を停止しない',
  },
  foreign_transfer: { full: '情報を提供する', part: '一部の情報を提供する', refused: '情報を提供しない' },
  held_information: { full: '回答する', part: '一部を回答する', refused: '回答しない' },
}

/** What a decision does, in the words of its kind. */
export const outcomeWords = (kind: RequestKind, outcome: Outcome): string =>
  byKind[kind][outcome] ?? plainOutcomeWords[outcome]

/** Short labels for lists; article and full sentence stand in `domain/grounds.ts`. */
export const groundWords: Record<GroundCode, string> = {
  '32-2-1': '利用目的が公表により明らか（32条2項1号）',
  '21-4-1': '権利利益を害するおそれ（32条2項2号・21条4項1号）',
  '21-4-2': '当社の正当な利益を害するおそれ（32条2項2号・21条4項2号）',
  '21-4-3': '国の機関等の事務に支障（32条2項2号・21条4項3号）',
  '33-2-1': '権利利益を害するおそれ（33条2項1号）',
  '33-2-2': '業務に著しい支障（33条2項2号）',
  '33-2-3': '他の法令に違反（33条2項3号）',
  '33-2-method': '希望の方法による開示が困難（33条2項）',
  '33-4': '他の法令による開示の定め（33条4項）',
  '34-special': '他の法令による特別の手続（34条2項）',
  '34-unneeded': '利用目的に不要な訂正（34条2項）',
  '34-true': '事実でないとは認められない（34条1項）',
  '34-opinion': '事実ではなく評価・判断（34条1項）',
  '35-unfounded-1': '取扱いの違反が認められない（35条2項）',
  '35-unfounded-3': '提供の違反が認められない（35条4項）',
  '35-unfounded-5': '35条5項の事由が認められない（35条6項）',
  '35-extent': '必要な限度を超える（35条2項・6項）',
  '35-retention': '保存の義務又は契約の履行に必要（35条6項）',
  '35-difficult': '実施が困難で代わりの措置をとる（35条ただし書）',
  'rule-18-3': '業務に著しい支障（28条3項・規則18条3項）',
  'security-risk': '安全管理に支障（32条1項・施行令10条1号）',
  'scope-deceased': '亡くなった方の情報（2条1項）',
  'scope-entrusted': '開示等の権限がない（16条4項）',
  'scope-sender': '発信者情報の開示（別の法律）',
  'scope-official': '官公署等からの照会（27条1項4号等）',
  'scope-transferred': '他の事業者へ承継済み（27条5項2号）',
}
