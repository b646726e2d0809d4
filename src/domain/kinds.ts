/** The eight kinds of request and what the Act attaches to each (個人情報保護法 28条3項, 32–35条, 38条, 39条). */
export const requestKinds = {
  purpose: { article: '第32条第2項', feeAllowed: true, suit: false, form: 'request-disclosure' },
  disclosure: { article: '第33条第1項', feeAllowed: true, suit: true, form: 'request-disclosure' },
  third_party_records: { article: '第33条第5項', feeAllowed: true, suit: true, form: 'request-disclosure' },
  correction: { article: '第34条第1項', feeAllowed: false, suit: true, form: 'request-correction' },
  suspension: { article: '第35条第1項又は第5項', feeAllowed: false, suit: true, form: 'request-suspension' },
  third_party_stop: { article: '第35条第3項又は第5項', feeAllowed: false, suit: true, form: 'request-suspension' },
  foreign_transfer: { article: '第28条第3項', feeAllowed: false, suit: false, form: 'request-foreign' },
  held_information: { article: '第32条第1項', feeAllowed: false, suit: false, form: 'request-disclosure' },
} as const satisfies Record<string, { article: string; feeAllowed: boolean; suit: boolean; form: string }>

export type RequestKind = keyof typeof requestKinds

export const requestKindNames = Object.keys(requestKinds) as [RequestKind, ...RequestKind[]]

export const feeAllowed = (kind: RequestKind): boolean => requestKinds[kind].feeAllowed

/** What can be decided for a kind; the words differ by kind (訂正する, 停止する, 通知する), the codes do not. */
export const outcomes = ['full', 'part', 'refused', 'absent', 'other_method', 'substitute', 'out_of_scope'] as const
export type Outcome = (typeof outcomes)[number]

const disclosing: readonly Outcome[] = ['full', 'part', 'refused', 'absent', 'other_method', 'out_of_scope']
const stopping: readonly Outcome[] = ['full', 'part', 'refused', 'absent', 'substitute', 'out_of_scope']

export const outcomesOf: Record<RequestKind, readonly Outcome[]> = {
  purpose: ['full', 'refused', 'absent', 'out_of_scope'],
  disclosure: disclosing,
  third_party_records: disclosing,
  correction: ['full', 'part', 'refused', 'absent', 'out_of_scope'],
  suspension: stopping,
  third_party_stop: stopping,
  foreign_transfer: ['full', 'part', 'refused', 'out_of_scope'],
  held_information: ['full', 'part', 'refused', 'out_of_scope'],
}
