import { addDays, daysBetween, type PlainDate } from '../day.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/** A bank may date what was paid in some days before the desk wrote it down. */
export const DAYS_BEFORE = 7

type Banked = Pick<LedgerEntry, 'seq' | 'account' | 'amount' | 'on'>
interface Credit {
  readonly account: string
  /** yen that are still 仮受金 */
  readonly rest: number
  readonly date: PlainDate
}

/** Whether this credit line may be what was paid into the bank: same account, at least as much left, not long before it. */
export const mayProve = ({ account, amount, on }: Banked, line: Credit): boolean =>
  account === line.account && amount <= line.rest && line.date >= addDays(on, -DAYS_BEFORE)

/** What of the money on its way to the bank this line may prove: the exact amount first, then the nearest day. */
export const depositsFor = <B extends Banked>(line: Credit, banked: readonly B[]): B[] => {
  const away = ({ on }: Banked) => Math.abs(daysBetween(on, line.date))
  const inexact = ({ amount }: Banked) => Number(amount !== line.rest)
  return banked
    .filter(each => mayProve(each, line))
    .sort((a, b) => inexact(a) - inexact(b) || away(a) - away(b) || a.seq - b.seq)
}
