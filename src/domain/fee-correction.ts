import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { liveReceipt, outstanding, overpaid, type Receipt, type Stamps, unassigned, whileKept } from './fee.ts'
import { reversed } from './fee-line.ts'
import { worth } from './fee-pieces.ts'
import { type FeeRefundEvent, notApproved } from './fee-refund.ts'
import { count, day, keptText, optional, several, trackingNumber, yenField } from './fields.ts'
import type { Kept } from './kept.ts'
import { type PaymentMeans, paymentMeans } from './operator.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { approvers, cashiers, notYetOrTooEarly, rule, whileBooked } from './rule.ts'
import { type Yen, yen } from './yen.ts'

/** Waiving, returning, giving up and reversing: always new entries, never an update. */
export type FeeCorrectionEvent =
  | { type: 'WaiverProposed'; amount: Yen; reason: Kept<string> }
  | { type: 'FeeWaived'; amount: Yen }
  | { type: 'WaiverDeclined'; reason: Kept<string> }
  | { type: 'FeeKept'; amount: Yen; reason: Kept<string> }
  | { type: 'FeeReversed'; receipt: string; reason?: Kept<string> }
  | { type: 'FeeUnapplied'; receipt: string; amount: Yen }
  | {
      type: 'FeeRefunded'
      receipt: string
      amount: Yen
      means: PaymentMeans
      on: PlainDate
      trackingNumber?: string
      /** of a transfer that its debit line proves, the reason stands in its proposal */
      reason?: Kept<string>
      /** 切手 that went back as change */
      stamps?: readonly Stamps[]
      /** 定額小為替 of the receipt that went back, counted from 1 */
      orders?: readonly number[]
      /** the debit line */
      line?: string
    }
  | { type: 'RefundGivenUp'; receipt: string; amount: Yen; how: Kept<string> }
  | FeeRefundEvent

const withReceipts = (kase: Case) =>
  whileKept(kase) ?? (kase.fee.receipts.some(each => !each.reversed) ? null : refuse('unknown_receipt'))

/** Which of the receipt's 定額小為替 go back; where none is named, the 為替帳 takes those that add up to the amount. */
const ordersNamed = (
  receipt: Receipt,
  named: readonly string[],
  { means, amount }: { means: PaymentMeans; amount: Yen },
): readonly number[] | Refusal => {
  if (named.length === 0) return []
  const nths = receipt.orders.flatMap((_, at) => (named.includes(`${receipt.id}-${at + 1}`) ? [at + 1] : []))
  if (means !== 'postal_order' || nths.length !== named.length) return refuse('order_not_held', { field: 'orders' })
  const sum = nths.reduce((total, nth) => total + (receipt.orders[nth - 1]?.face ?? 0), 0)
  return sum === amount ? nths : refuse('amounts_differ', { field: 'amount', about: { sum, amount } })
}

export const feeCorrectionRules = {
  proposeWaiver: rule({
    by: cashiers,
    body: z.object({ reason: keptText(1000) }),
    when: kase => whileBooked(kase) ?? (outstanding(kase) > 0 ? null : refuse('fee_already_settled')),
    decide: (kase, body) => [{ type: 'WaiverProposed', amount: yen(outstanding(kase)), reason: body.reason }],
  }),
  approveWaiver: rule({
    by: approvers,
    body: z.object({}),
    when: kase => whileBooked(kase) ?? (kase.fee.waiver === undefined ? refuse('nothing_owed') : null),
    decide(kase, _body, ctx) {
      const { waiver } = kase.fee
      if (waiver?.by === ctx.by.id) return refuse('same_person')
      // What has come to be owed since the proposal, no one has proposed to waive.
      return [{ type: 'FeeWaived', amount: yen(Math.min(waiver?.amount ?? 0, outstanding(kase))) }]
    },
  }),
  declineWaiver: rule({
    by: approvers,
    body: z.object({ reason: keptText(1000) }),
    when: kase => whileBooked(kase) ?? (kase.fee.waiver === undefined ? refuse('nothing_owed') : null),
    decide: (_kase, body) => [{ type: 'WaiverDeclined', reason: body.reason }],
  }),
  /** Paid, then withdrawn: the Act is silent (law.md §5.4), so someone decides and says why. */
  keepFee: rule({
    by: approvers,
    body: z.object({ reason: keptText(1000) }),
    when: kase => whileBooked(kase) ?? (overpaid(kase) > 0 ? null : refuse('nothing_owed')),
    decide: (kase, body) => [{ type: 'FeeKept', amount: yen(overpaid(kase)), reason: body.reason }],
  }),
  reverseFee: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), reason: keptText(1000) }),
    when: withReceipts,
    decide(kase, body) {
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      // The line would stay matched to nothing: it is un-matched where lines are matched.
      if (receipt.line !== undefined) return refuse('receipt_of_line', { field: 'receipt' })
      return reversed(kase, receipt, body.reason)
    },
  }),
  refundFee: rule({
    by: cashiers,
    body: z.object({
      receipt: z.string(),
      amount: yenField(),
      means: z.enum(paymentMeans),
      on: day(),
      trackingNumber: optional(trackingNumber()),
      stamps: several(z.object({ face: count(), count: count() })),
      /** 'r1-2': the second order of receipt r1 */
      orders: several(z.string().max(20)),
      reason: keptText(1000),
    }),
    when: withReceipts,
    decide(kase, body, ctx) {
      const { stamps, orders: named, ...kept } = body
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      // Whoever opened the envelope alone could hand its money out alone; a wrong sum is reversed and booked anew.
      if (receipt.held === 'count_unconfirmed') return refuse('count_unconfirmed', { field: 'receipt' })
      const early = notYetOrTooEarly('on', body.on, ctx, receipt.receivedOn)
      if (body.means === 'transfer')
        return notApproved(receipt, body.amount) ?? early ?? [{ type: 'FeeRefunded', ...kept }]
      // What was applied may go back only as far as the case has been paid more than it owes, or an approver says so.
      const over = overpaid(kase)
      const all = ctx.by.roles.includes('approver') && kase.closing.closedOn === undefined
      const mayUnapply = all ? receipt.applied : Math.min(receipt.applied, over)
      const most = unassigned(receipt) + mayUnapply
      if (body.amount === 0 || body.amount > most)
        return refuse('exceeds_balance', { field: 'amount', about: { most } })
      if (early) return early
      const sum = body.means === 'stamps' && stamps.length > 0 ? worth(stamps) : body.amount
      if (sum !== body.amount) return refuse('amounts_differ', { field: 'amount', about: { sum, amount: body.amount } })
      const orders = ordersNamed(receipt, named, body)
      if (isRefusal(orders)) return orders
      const back = Math.max(0, body.amount - unassigned(receipt))
      return [
        ...(back > 0 ? [{ type: 'FeeUnapplied' as const, receipt: receipt.id, amount: yen(back) }] : []),
        { type: 'FeeRefunded', ...kept, ...(stamps.length > 0 && { stamps }), ...(orders.length > 0 && { orders }) },
      ]
    },
  }),
  /** 返金不要の申出: the person does not want the rest back. */
  giveUpRefund: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), how: keptText(1000) }),
    when: kase =>
      whileKept(kase) ?? (kase.fee.receipts.some(each => unassigned(each) > 0) ? null : refuse('nothing_owed')),
    decide(kase, body) {
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt?.refund !== undefined) return refuse('refund_open', { field: 'receipt' })
      if (receipt === undefined || unassigned(receipt) === 0) return refuse('unknown_receipt', { field: 'receipt' })
      return [{ type: 'RefundGivenUp', receipt: receipt.id, amount: yen(unassigned(receipt)), how: body.how }]
    },
  }),
}
