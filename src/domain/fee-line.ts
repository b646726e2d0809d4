import { z } from 'zod'
import type { Case } from './case.ts'
import { type FeeEvent, liveReceipt, type Receipt, whileKept } from './fee.ts'
import type { FeeCorrectionEvent } from './fee-correction.ts'
import { booked } from './fee-receive.ts'
import { day, keptText, optional, yenField } from './fields.ts'
import type { Kept } from './kept.ts'
import { type Refusal, refuse } from './refusal.ts'
import { cashiers, rule } from './rule.ts'

const lineId = () => z.string().min(1).max(80)

/** What statement lines do to a case: only the desk itself sends these in, once a person has confirmed them (`inner`). */
export const feeLineRules = {
  receiveLine: rule({
    by: cashiers,
    inner: true,
    body: z.object({
      amount: yenField(),
      receivedOn: day(),
      payer: optional(keptText(100)),
      line: lineId(),
      reference: optional(keptText(40)),
    }),
    when: whileKept,
    decide(kase, body, ctx) {
      if (kase.fee.receipts.some(each => !each.reversed && each.line === body.line))
        return refuse('receipt_of_line', { field: 'line' })
      return booked(kase, { means: 'transfer', ...body, orders: [], stamps: [] }, ctx)
    },
  }),
  /** Un-matches a line: what it booked is reversed; what it only proved stays, unproved. */
  releaseLine: rule({
    by: cashiers,
    inner: true,
    body: z.object({ receipt: z.string(), reason: optional(keptText(1000)) }),
    when: whileKept,
    decide(kase, body): readonly (FeeEvent | FeeCorrectionEvent)[] | Refusal {
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt?.line === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      if (receipt.linked) return [{ type: 'FeeLineUnlinked', receipt: receipt.id, line: receipt.line }]
      return reversed(kase, receipt, body.reason)
    },
  }),
  /** A transfer that was booked by hand is proved by a line that was imported later. */
  linkLine: rule({
    by: cashiers,
    inner: true,
    body: z.object({ receipt: z.string(), line: lineId() }),
    when: whileKept,
    decide(kase, body) {
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt === undefined || !['transfer', 'postal_transfer'].includes(receipt.means))
        return refuse('unknown_receipt', { field: 'receipt' })
      if (receipt.line !== undefined) return refuse('receipt_of_line', { field: 'receipt' })
      return [{ type: 'FeeLineLinked', receipt: receipt.id, line: body.line }]
    },
  }),
}

/** Nothing of a receipt may have gone back, or be on its way; and a closed case does not come to owe again. */
export const reversed = (kase: Case, receipt: Receipt, reason?: Kept<string>): FeeCorrectionEvent[] | Refusal => {
  if (receipt.refunded > 0) return refuse('exceeds_balance', { field: 'receipt', about: { most: 0 } })
  if (receipt.refund !== undefined) return refuse('refund_open', { field: 'receipt' })
  if (receipt.applied > 0 && kase.closing.closedOn !== undefined) return refuse('case_closed')
  return [{ type: 'FeeReversed', receipt: receipt.id, ...(reason && { reason }) }]
}
