import type { Outcome, RequestKind } from '../domain/kinds.ts'

/** The decision in one sentence, by kind and outcome (DESIGN §5.2). 不存在 says 保有個人データ and nothing wider (law.md §6.3). */
export const decisionSentence = (kind: RequestKind, outcome: Outcome): string => {
  if (outcome === 'absent') return absent[kind] ?? 'ご請求に係る保有個人データは存在しません。'
  if (outcome === 'out_of_scope') return 'ご請求は、下記の理由により、法に基づく請求の対象となりません。'
  return sentences[kind][outcome] ?? ''
}

/** What is asked to be done with data that are not there is not done either. */
const absent: Partial<Record<RequestKind, string>> = {
  purpose: 'ご請求に係る保有個人データは存在しないため、利用目的は通知しません。',
  third_party_records: 'ご請求に係る第三者提供記録は存在しません。',
  correction: 'ご請求に係る保有個人データは存在しないため、訂正等は行いません。',
  suspension: 'ご請求に係る保有個人データは存在しないため、利用停止等は行いません。',
  third_party_stop: 'ご請求に係る保有個人データは存在しないため、第三者への提供の停止は行いません。',
}

const disclosing = (what: string): Partial<Record<Outcome, string>> => ({
  full: `ご請求に係る${what}の全部を開示します。`,
  part: `ご請求に係る${what}の一部を開示します。`,
  refused: `ご請求に係る${what}は開示しません。`,
  other_method: `ご請求に係る${what}を、下記の方法により開示します。`,
})

const sentences: Record<RequestKind, Partial<Record<Outcome, string>>> = {
  purpose: {
    full: 'ご請求に係る保有個人データの利用目的を、次のとおり通知します。',
    refused: 'ご請求に係る保有個人データの利用目的は通知しません。',
  },
  disclosure: disclosing('保有個人データ'),
  third_party_records: disclosing('第三者提供記録'),
  correction: {
    full: 'ご請求のとおり訂正等を行いました。',
    part: 'ご請求の一部について訂正等を行いました。',
    refused: 'ご請求に係る訂正等は行いません。',
  },
  suspension: {
    full: 'ご請求のとおり利用停止等を行いました。',
    part: 'ご請求の一部について利用停止等を行いました。',
    refused: 'ご請求に係る利用停止等は行いません。',
    substitute: 'ご請求に係る利用停止等に代えて、下記の措置をとりました。',
  },
  third_party_stop: {
    full: 'ご請求のとおり第三者への提供を停止しました。',
    part: 'ご請求の一部について第三者への提供を停止しました。',
    refused: 'ご請求に係る第三者への提供の停止は行いません。',
    substitute: 'ご請求に係る第三者への提供の停止に代えて、下記の措置をとりました。',
  },
  foreign_transfer: {
    full: '求められた情報を、次のとおり提供します。',
    part: '求められた情報の一部を、次のとおり提供します。',
    refused: '求められた情報は提供しません。',
  },
  held_information: {
    full: '求められた事項について、次のとおり回答します。',
    part: '求められた事項の一部について、次のとおり回答します。',
    refused: '求められた事項については回答いたしかねます。',
  },
}
