import { eq, sql } from 'drizzle-orm'
import type { Movement } from '../../domain/money/ledger-entry.ts'
import type { Db } from '../open-store.ts'
import { statementLines } from './tables-money.ts'

/** What is left of each line, kept beside its row for lists; `verify` holds it against the ledger. */
export const lineRemainder = (db: Db) => {
  const accountOf = db
    .select({ account: statementLines.account })
    .from(statementLines)
    .where(eq(statementLines.id, sql.placeholder('line')))
    .prepare()
  const moveLine = db
    .update(statementLines)
    .set({
      rest: sql`${statementLines.rest} + ${sql.placeholder('unidentified')}`,
      unexplained: sql`${statementLines.unexplained} - ${sql.placeholder('left')}`,
    })
    .where(eq(statementLines.id, sql.placeholder('line')))
    .prepare()

  /** What is left of a line follows the ledger in the same transaction. */
  const follow = async ({ line, amount, debit, credit, kind }: Movement): Promise<void> => {
    if (line === undefined || amount === 0) return
    const unidentified = (credit === 'unidentified' ? amount : 0) - (debit === 'unidentified' ? amount : 0)
    const left = credit === 'bank' ? amount : debit === 'bank' && kind !== 'line_in' ? -amount : 0
    if (unidentified !== 0 || left !== 0) await moveLine.run({ line, unidentified, left })
  }

  /** Id of the bank account of a line; null where there is no such line. */
  const accountOfLine = async (line: string): Promise<string | null> => (await accountOf.get({ line }))?.account ?? null

  return { follow, accountOfLine }
}
