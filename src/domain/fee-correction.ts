import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { outstanding, overpaid, unassigned } from './fee.ts'
import { day, keptText, optional, trackingNumber, yenField } from './fields.ts'
import type { Kept } from './kept.ts'
import { type PaymentMeans, paymentMeans } from './operator.ts'
import { refuse } from './refusal.ts'
import { approvers, cashiers, notYetOrTooEarly, rule, whileBooked } from './rule.ts'
import { type Yen, yen } from './yen.ts'

/** Waiving, returning, giving up and reversing: always new entries, never an update. */
export type FeeCorrectionEvent =
  | { type: 'WaiverProposed'; amount: Yen; reason: Kept<string> }
  | { type: 'FeeWaived'; amount: Yen }
  | { type: 'WaiverDeclined'; reason: Kept<string> }
  | { type: 'FeeKept'; amount: Yen; reason: Kept<string> }
  | { type: 'FeeReversed'; receipt: string; reason: Kept<string> }
  | { type: 'FeeUnapplied'; receipt: string; amount: Yen }
  | {
      type: 'FeeRefunded'
      receipt: string
      amount: Yen
      means: PaymentMeans
      on: PlainDate
      trackingNumber?: string
      reason: Kept<string>
    }
  | { type: 'RefundGivenUp'; receipt: string; amount: Yen; how: Kept<string> }

const withReceipts = (kase: Case) =>
  whileBooked(kase) ?? (kase.fee.receipts.some(each => !each.reversed) ? null : refuse('unknown_receipt'))

const receiptOf = (kase: Case, id: string) => kase.fee.receipts.find(each => each.id === id && !each.reversed)

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
      const receipt = receiptOf(kase, body.receipt)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      if (receipt.refunded > 0) return refuse('exceeds_balance', { field: 'receipt', about: { most: 0 } })
      return [{ type: 'FeeReversed', ...body }]
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
      reason: keptText(1000),
    }),
    when: withReceipts,
    decide(kase, body, ctx) {
      const receipt = receiptOf(kase, body.receipt)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      // What was applied may go back only as far as the case has been paid more than it owes, or an approver says so.
      const over = overpaid(kase)
      const mayUnapply = ctx.by.roles.includes('approver') ? receipt.applied : Math.min(receipt.applied, over)
      const most = unassigned(receipt) + mayUnapply
      if (body.amount === 0 || body.amount > most)
        return refuse('exceeds_balance', { field: 'amount', about: { most } })
      const wrong = notYetOrTooEarly('on', body.on, ctx, receipt.receivedOn)
      if (wrong) return wrong
      const back = Math.max(0, body.amount - unassigned(receipt))
      return [
        ...(back > 0 ? [{ type: 'FeeUnapplied' as const, receipt: receipt.id, amount: yen(back) }] : []),
        { type: 'FeeRefunded', ...body },
      ]
    },
  }),
  /** 返金不要の申出: the person does not want the rest back. */
  giveUpRefund: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), how: keptText(1000) }),
    when: kase =>
      whileBooked(kase) ?? (kase.fee.receipts.some(each => unassigned(each) > 0) ? null : refuse('nothing_owed')),
    decide(kase, body) {
      const receipt = receiptOf(kase, body.receipt)
      if (receipt === undefined || unassigned(receipt) === 0) return refuse('unknown_receipt', { field: 'receipt' })
      return [{ type: 'RefundGivenUp', receipt: receipt.id, amount: yen(unassigned(receipt)), how: body.how }]
    },
  }),
}
