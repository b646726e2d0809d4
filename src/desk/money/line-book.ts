import { asc, eq } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { type LineState, lineState } from '../../domain/money/line-state.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Yen } from '../../domain/yen.ts'
import type { Db } from '../open-store.ts'
import { serves } from '../world.ts'
import { ledgerOf } from './ledger.ts'
import { cancelsIn } from './statement-links.ts'
import { bankAccounts, lineParticulars, statementLines } from './tables-money.ts'

export type LineRow = typeof statementLines.$inferSelect

/** A line with its account, what the ledger says of it, and the words kept beside its entries. */
export interface LineFile {
  readonly row: LineRow
  readonly account: { readonly id: string; readonly label: string; readonly operators: readonly string[] }
  readonly state: LineState
  readonly entries: readonly LedgerEntry[]
  readonly words: readonly { readonly seq: number; readonly field: string; readonly value: unknown }[]
}

/** Reads lines on one connection; null where there is no such line, or not for these eyes: both look the same. */
export const lineBook = (db: Db) => {
  const ledger = ledgerOf(db)
  return async (id: string, by: Actor): Promise<LineFile | null> => {
    const found = await db
      .select({ row: statementLines, account: bankAccounts })
      .from(statementLines)
      .innerJoin(bankAccounts, eq(bankAccounts.id, statementLines.account))
      .where(eq(statementLines.id, id))
      .get()
    if (found === undefined) return null
    const operators = JSON.parse(found.account.operators) as string[]
    if (!operators.some(operator => serves(by, operator))) return null
    const { row } = found
    const cancels = cancelsIn(row.cancels)?.line
    const entries = await ledger.read({ line: id })
    const words = await db
      .select()
      .from(lineParticulars)
      .where(eq(lineParticulars.line, id))
      .orderBy(asc(lineParticulars.seq))
    return {
      row,
      account: { id: found.account.id, label: found.account.label, operators },
      state: lineState(
        {
          id,
          operator: operators.length === 1 ? (operators[0] ?? null) : null,
          account: row.account,
          date: row.date as PlainDate,
          ...(row.in !== null && { in: row.in as Yen }),
          ...(row.out !== null && { out: row.out as Yen }),
          ...(row.out !== null && cancels !== undefined && { cancels }),
        },
        entries,
      ),
      entries,
      words: words.map(({ seq, field, body }) => ({ seq, field, value: JSON.parse(body) as unknown })),
    }
  }
}
