import { and, asc, eq, gte, lte } from 'drizzle-orm'
import type { StatementAccount, StatementLine } from '../../banks/statement.ts'
import type { Db } from '../open-store.ts'
import { accountAt, type Place } from './statement-places.ts'
import { type SortedLine, sortLines } from './statement-sameness.ts'
import { statementLines } from './tables-money.ts'

/** Accounts of one file that are the same account of the desk count their equal lines together. */
export const sortedLines = async (
  db: Db,
  accounts: readonly StatementAccount[],
  places: readonly Place[],
  separate: ReadonlySet<number>,
): Promise<SortedLine[][]> => {
  const sorted: SortedLine[][] = accounts.map(({ lines }) => sortLines(lines, []))
  const groups = Map.groupBy(places.keys(), nth => accountAt(places[nth] ?? { state: 'skipped' })?.id ?? '')
  for (const [id, group] of groups) {
    if (id === '') continue
    const lines = group.flatMap(nth => accounts[nth]?.lines ?? [])
    const all = sortLines(lines, await storedLines(db, id, lines), separate)
    let at = 0
    for (const nth of group) {
      const count = accounts[nth]?.lines.length ?? 0
      sorted[nth] = all.slice(at, at + count)
      at += count
    }
  }
  return sorted
}

const storedLines = async (db: Db, account: string, lines: readonly StatementLine[]) => {
  const days = lines.map(line => line.date).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const { id, sameness, date } = statementLines
  return db
    .select({ id, sameness })
    .from(statementLines)
    .where(and(eq(statementLines.account, account), gte(date, first), lte(date, last)))
    .orderBy(asc(id))
}
