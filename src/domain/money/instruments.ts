import { type CashBox, cashBox } from './cash-box.ts'
import type { LedgerAccount, LedgerEntry } from './ledger-entry.ts'
import { type OrderRow, orderBook, soonest, worthOf } from './order-book.ts'
import { type StampBook, stampBook } from './stamp-book.ts'

/** What lies in the safe for one operator: nobody's stamps pay another's postage. */
export interface Pool {
  readonly operator: string | null
  /** yen of held 定額小為替, and of what came or went without naming them */
  readonly orders: { readonly held: number; readonly unknown: number }
  readonly stamps: StampBook
  readonly cash: CashBox
}

export interface Instruments {
  /** every 定額小為替 that ever came: the soonest last day first */
  readonly orders: readonly OrderRow[]
  /** by operator */
  readonly pools: readonly Pool[]
  /** entries that wait in 未達 for the bank's line */
  readonly banked: readonly LedgerEntry[]
  /** by the number of an entry that a line has proved: the entry that says so */
  readonly proved: ReadonlyMap<number, LedgerEntry>
  /** numbers of entries that were taken back */
  readonly takenBack: ReadonlySet<number>
}

export const instrumentAccounts = ['postal_orders', 'stamps', 'cash'] as const satisfies readonly LedgerAccount[]
export type InstrumentAccount = (typeof instrumentAccounts)[number]

/** 為替帳, 切手帳 and 現金 as the ledger leaves them; other entries are passed over. */
export const instrumentsOf = (entries: readonly LedgerEntry[]): Instruments => {
  const own = entries.filter(({ debit, credit }) =>
    instrumentAccounts.some(account => account === debit || account === credit),
  )
  const orders: OrderRow[] = []
  const pools = [...Map.groupBy(own, entry => entry.operator)].map(([operator, mine]): Pool => {
    const book = orderBook(mine)
    orders.push(...book.orders)
    const held = worthOf(book.orders.filter(order => order.state === 'held'))
    return { operator, orders: { held, unknown: book.unknown }, stamps: stampBook(mine), cash: cashBox(mine) }
  })
  const takenBack = new Set(entries.flatMap(({ body }) => numberIn(body?.takesBack)))
  const proved = provedIn(entries)
  return {
    orders: orders.sort(soonest),
    pools: pools.sort((a, b) => ((a.operator ?? '') < (b.operator ?? '') ? -1 : 1)),
    banked: own.filter(
      ({ seq, debit, body }) => debit === 'in_transit' && !body?.takesBack && !proved.has(seq) && !takenBack.has(seq),
    ),
    proved,
    takenBack,
  }
}

const numberIn = (value: unknown): number[] => (typeof value === 'number' ? [value] : [])

const provedIn = (entries: readonly LedgerEntry[]): Map<number, LedgerEntry> => {
  const proved = new Map<number, LedgerEntry>()
  for (const entry of entries)
    for (const of of numberIn(entry.body?.of)) {
      if (entry.kind === 'linked') proved.set(of, entry)
      if (entry.kind === 'unlinked') proved.delete(of)
    }
  return proved
}

export const poolOf = ({ pools }: Instruments, operator: string): Pool =>
  pools.find(pool => pool.operator === operator) ?? {
    operator,
    orders: { held: 0, unknown: 0 },
    stamps: stampBook([]),
    cash: cashBox([]),
  }

/** Of which paper more has left than was there; cash may have been laid out by another box. */
export const overdrawn = ({ orders, stamps }: Pool): InstrumentAccount | null => {
  if (orders.unknown < 0) return 'postal_orders'
  return stamps.yen < 0 || stamps.faces.some(({ count }) => count < 0) ? 'stamps' : null
}
