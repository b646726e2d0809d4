import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { addDays, type PlainDate } from '../../domain/day.ts'
import { DAYS_BEFORE } from '../../domain/money/deposits.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import type { Db } from '../open-store.ts'
import { statementLines } from './tables-money.ts'

/** A credit line of the bank that may prove what was paid in. */
export interface ProvingLine {
  readonly id: string
  readonly date: PlainDate
  readonly payer: string
  /** yen that are still 仮受金 */
  readonly rest: number
}

const MOST = 8

/** Lines of the same account that have as much left, from a week before on: the exact amount first. By number of the entry. */
export const bankedLines = async (
  db: Db,
  banked: readonly LedgerEntry[],
): Promise<ReadonlyMap<number, readonly ProvingLine[]>> => {
  const found = new Map<number, readonly ProvingLine[]>()
  for (const { seq, account = '', amount, on } of banked) {
    const rows = await db
      .select({
        id: statementLines.id,
        date: statementLines.date,
        payer: statementLines.payer,
        rest: statementLines.rest,
      })
      .from(statementLines)
      .where(
        and(
          eq(statementLines.account, account),
          gte(statementLines.rest, amount),
          gte(statementLines.date, addDays(on, -DAYS_BEFORE)),
        ),
      )
      .orderBy(sql`${statementLines.rest} <> ${amount}`, asc(statementLines.date), asc(statementLines.id))
      .limit(MOST)
    found.set(
      seq,
      rows.map(row => ({ ...row, date: row.date as PlainDate, rest: row.rest ?? 0 })),
    )
  }
  return found
}
