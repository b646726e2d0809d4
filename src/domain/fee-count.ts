import { z } from 'zod'
import { type FeeEvent, liveReceipt, outstanding, type Receipt, unassigned, whileKept } from './fee.ts'
import { heldBecause } from './fee-receive.ts'
import { yenField } from './fields.ts'
import { policyOf } from './policy-of.ts'
import { type Refusal, refuse } from './refusal.ts'
import { cashiers, rule } from './rule.ts'
import { yen } from './yen.ts'

const MOST_MISCOUNTS = 2

/** An envelope of cash that a second person still has to count. */
export const waitsForCount = (receipt: Receipt): boolean =>
  !receipt.reversed && receipt.held === 'count_unconfirmed' && (receipt.miscounts ?? 0) < MOST_MISCOUNTS

/** Counted twice with another sum: the booking is wrong, and is reversed and made anew. */
export const miscounted = (receipt: Receipt): boolean =>
  !receipt.reversed && receipt.held === 'count_unconfirmed' && (receipt.miscounts ?? 0) >= MOST_MISCOUNTS

/** 現金書留: two persons count, the second without knowing the sum of the first. */
export const feeCountRules = {
  recountCash: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), amount: yenField() }),
    when: kase =>
      whileKept(kase) ??
      (kase.fee.receipts.some(waitsForCount)
        ? null
        : refuse(kase.fee.receipts.some(miscounted) ? 'counts_differ' : 'unknown_receipt')),
    decide(kase, body, ctx): readonly FeeEvent[] | Refusal {
      const receipt = liveReceipt(kase, body.receipt)
      if (receipt === undefined || receipt.held !== 'count_unconfirmed')
        return refuse('unknown_receipt', { field: 'receipt' })
      if (receipt.countedBy === ctx.by.id) return refuse('same_person', { about: { act: 'count' } })
      if (miscounted(receipt)) return refuse('counts_differ', { field: 'receipt' })
      // Another sum is a fact of the journal: were it only refused, one could try until it fits.
      if (body.amount !== receipt.amount) return [{ type: 'CashMiscounted', receipt: receipt.id }]
      const held = heldBecause(kase, receipt, policyOf(kase, ctx).payment.value.means)
      const applied = held === undefined ? Math.min(unassigned(receipt), outstanding(kase)) : 0
      return [
        { type: 'CashRecounted', receipt: receipt.id, ...(held && { held }) },
        ...(applied > 0 ? [{ type: 'FeeApplied' as const, receipt: receipt.id, amount: yen(applied) }] : []),
      ]
    },
  }),
}
