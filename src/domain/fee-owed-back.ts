import type { Case } from './case.ts'
import { overpaid, type Receipt, unassigned } from './fee.ts'
import { type Yen, yen } from './yen.ts'

/**
 * What of each receipt is to go back as the case stands: what is held of it, and what of it was applied to a fee that is no
 * longer owed (the latest money first). Receipts whose refund is under way are left out; nothing where nothing is owed back.
 */
export const owedBack = (kase: Case): { receipt: Receipt; amount: Yen }[] => {
  let over = kase.closing.closedOn === undefined ? overpaid(kase) : 0
  return kase.fee.receipts.toReversed().flatMap(receipt => {
    if (receipt.reversed || receipt.refund !== undefined) return []
    const back = Math.min(over, receipt.applied)
    over -= back
    const amount = unassigned(receipt) + back
    return amount > 0 ? [{ receipt, amount: yen(amount) }] : []
  })
}
