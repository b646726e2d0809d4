import { and, asc, eq, gte, lt, lte } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import { firstOf, lastOf, type Month } from '../../domain/money/closing.ts'
import type { Db } from '../open-store.ts'
import { bankAccounts, ledger, statementLines } from './tables-money.ts'

/** A line of a closed month, or of before the books: its money was booked in a later month than its own date. */
export interface EarlyLine {
  readonly id: string
  /** as the bank wrote it */
  readonly date: PlainDate
  readonly bookedOn: PlainDate
  readonly payer: string
  readonly amount: number
  readonly account: string
}

/** Of the lines that were booked in this month, those that are older than it; by their own date. */
export const earlyLines = async (db: Db, month: Month): Promise<EarlyLine[]> => {
  const rows = await db
    .select({
      id: statementLines.id,
      date: statementLines.date,
      bookedOn: ledger.on,
      payer: statementLines.payerRead,
      amount: ledger.amount,
      account: bankAccounts.label,
    })
    .from(ledger)
    .innerJoin(statementLines, eq(statementLines.id, ledger.line))
    .innerJoin(bankAccounts, eq(bankAccounts.id, statementLines.account))
    .where(
      and(
        eq(ledger.kind, 'line_in'),
        gte(ledger.on, firstOf(month)),
        lte(ledger.on, lastOf(month)),
        lt(statementLines.date, firstOf(month)),
      ),
    )
    .orderBy(asc(statementLines.date), asc(statementLines.id))
  return rows.map(row => ({ ...row, date: row.date as PlainDate, bookedOn: row.bookedOn as PlainDate }))
}
