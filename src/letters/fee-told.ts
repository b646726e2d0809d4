import type { Case } from '../domain/case.ts'
import { wareki } from '../domain/era.ts'
import { outstanding, owed, paid, type Receipt } from '../domain/fee.ts'
import { feeAllowed, type Outcome, type RequestKind } from '../domain/kinds.ts'
import type { Policy } from '../domain/operator.ts'
import { formatYen, yen } from '../domain/yen.ts'

/** What letters say of the fee. 38条 lets three kinds be charged for; the others are free whatever else was asked. */
const free = '手数料はかかりません。'

/** 3,300円（税率10％、うち消費税額300円） */
export const feeWithTax = (kase: Case, policy: Policy): string | undefined => {
  const [due] = kase.fee.dues
  if (due === undefined) return undefined
  const postage = policy.fee.value.includesPostage ? '。送料を含む' : ''
  return `${formatYen(due.asked)}（税率${due.rate}％、うち消費税額${formatYen(due.tax)}${postage}）`
}

/** Money that stands on the case's fee, first to last. */
export const takenReceipts = (kase: Case): Receipt[] =>
  kase.fee.receipts.filter(receipt => receipt.applied > 0 && !receipt.reversed)

/** A sum that may be larger than a single payment can be. */
export const inYen = (sum: number): string => `${sum.toLocaleString('en-US')}円`

/** The fee line of a reply: what is owed and what came, that it was waived, or that none is charged. */
export const feeLine = (
  kase: Case,
  policy: Policy,
  { kind, outcome }: { kind: RequestKind; outcome: Outcome },
): string => {
  const due = kase.fee.dues.find(each => each.kinds.includes(kind))
  const amount = feeWithTax(kase, policy)
  if (due === undefined || amount === undefined) return free
  // No 開示等の請求等, no fee (38条).
  if (outcome === 'out_of_scope') return unused(kase)
  const received = takenReceipts(kase).at(-1)
  if (received === undefined) return kase.fee.waived > 0 && owed(kase) === 0 ? `${amount}を免除いたしました。` : amount
  const waived = kase.fee.waived > 0 ? `、${formatYen(kase.fee.waived)}を免除` : ''
  const part = paid(kase) < due.asked ? `のうち${formatYen(yen(paid(kase)))}` : ''
  const came = `${amount}${part}　${wareki(received.receivedOn)}受領${waived}`
  return outcome === 'refused' && feeAllowed(kind) ? `${came}。${onRefusal[policy.feeOnRefusal.value]}` : came
}

const onRefusal = {
  kept: 'ご請求に応じられない場合も、手数料はお返ししておりません。',
  returned: 'ご請求に応じられないため、手数料をお返しいたします。',
} as const

/** The fee of a request that ends without an answer: nothing more is asked; what came goes back or is told of separately. */
export const unused = (kase: Case): string => {
  if (kase.fee.dues.length === 0) return free
  const back = kase.fee.receipts.reduce((sum, receipt) => sum + receipt.refunded, 0)
  if (back > 0) return `お納めいただいた手数料のうち、${inYen(back)}をお返しいたします。`
  if (paid(kase) === 0) return '手数料はいただきません。'
  return `お納めいただいた${formatYen(yen(paid(kase)))}の取扱いは、別にお知らせいたします。`
}

/** The state of the ledger, for the file. */
export const feeState = (kase: Case, policy: Policy): string => {
  const amount = feeWithTax(kase, policy)
  if (amount === undefined) return free
  const sums = [
    `入金 ${formatYen(yen(paid(kase)))}`,
    ...(kase.fee.waived > 0 ? [`免除 ${formatYen(kase.fee.waived)}`] : []),
    `未収 ${formatYen(yen(outstanding(kase)))}`,
  ]
  return `${amount}／${sums.join('、')}`
}
