/** The facets of a case in the order in which the case page shows them. */
export const facetNames = [
  'intake',
  'identity',
  'fee',
  'inquiry',
  'decision',
  'reply',
  'posting',
  'closing',
  'other',
] as const
export type Facet = (typeof facetNames)[number]

export const facets: Record<Facet, string> = {
  intake: '受付',
  identity: '本人確認',
  fee: '手数料',
  inquiry: '調査',
  decision: '決定',
  reply: '回答',
  posting: '発送',
  closing: '完了',
  other: 'その他',
}
