import type { Case } from '../../domain/case.ts'
import { instrumentsOf, overdrawn } from '../../domain/money/instruments.ts'
import type { LedgerAccount, LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { orderText } from '../../domain/money/order-book.ts'
import { stampsWorth } from '../../domain/money/stamp-book.ts'

/** Yen that lie on an account of things: debits less credits. */
const lying = (entries: readonly LedgerEntry[], account: LedgerAccount, operator: string | null): number =>
  entries.reduce(
    (sum, { debit, credit, amount, operator: of }) =>
      of === operator ? sum + (debit === account ? amount : 0) - (credit === account ? amount : 0) : sum,
    0,
  )

/** 為替帳 and 切手帳 against the ledger's balances, and against the orders that the cases know; faults in words for the shell. */
export const wrongInstruments = (
  entries: readonly LedgerEntry[],
  cases: readonly (Case & { number: string })[],
): string[] => {
  const faults: string[] = []
  const { orders, pools } = instrumentsOf(entries)
  for (const pool of pools) {
    const of = pool.operator ?? 'no operator'
    if (pool.orders.held + pool.orders.unknown !== lying(entries, 'postal_orders', pool.operator))
      faults.push(`${of}: the postal orders are not what the ledger says`)
    if (stampsWorth(pool.stamps.faces) + pool.stamps.unknown !== lying(entries, 'stamps', pool.operator))
      faults.push(`${of}: the stamps are not what the ledger says`)
    if (pool.cash.yen !== lying(entries, 'cash', pool.operator))
      faults.push(`${of}: the cash is not what the ledger says`)
    const less = overdrawn(pool)
    if (less !== null) faults.push(`${of}: more ${less} left than there were`)
  }
  const named = new Map(orders.map(order => [orderText(order), order]))
  for (const { number, fee } of cases)
    for (const { id: receipt, means, orders: pieces } of fee.receipts)
      for (const [at, { face, issuedOn }] of means === 'postal_order' ? pieces.entries() : []) {
        const order = named.get(orderText({ caseNumber: number, receipt, nth: at + 1 }))
        if (order?.face !== face || order.issuedOn !== issuedOn)
          faults.push(`${number}: postal order ${at + 1} of ${receipt} is not in the book`)
      }
  return faults
}
