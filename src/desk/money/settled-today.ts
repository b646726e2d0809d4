import { and, asc, gte, inArray, isNotNull } from 'drizzle-orm'
import { addDays, type PlainDate } from '../../domain/day.ts'
import type { LedgerKind } from '../../domain/money/ledger-entry.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import { ledgerOf } from './ledger.ts'
import { allocationsIn, type LineAllocation, namesOfCases } from './line-allocations.ts'
import type { LineRow } from './line-book.ts'
import { servedAccounts } from './payer-lines.ts'
import { ledger, statementLines } from './tables-money.ts'

/** A line of which something was given to a case today, whoever did it. */
export interface SettledToday {
  readonly row: LineRow
  readonly allocations: readonly (LineAllocation & { readonly name: string | null })[]
}

const kinds: readonly LedgerKind[] = ['allocated', 'linked']
/** SQLite takes only so many values in one list. */
const AT_ONCE = 500

/** In the order of confirming; what was taken back is not among them. */
export const settledToday = async (db: Db, by: Actor, today: PlainDate): Promise<SettledToday[]> => {
  // Midnight in Tokyo.
  const since = `${addDays(today, -1)}T15:00:00.000Z`
  const accounts = await servedAccounts(db, by)
  if (accounts.size === 0) return []
  const touched = await db
    .selectDistinct({ line: ledger.line })
    .from(ledger)
    .where(and(gte(ledger.at, since), inArray(ledger.kind, [...kinds]), isNotNull(ledger.line)))
  const ids = touched.flatMap(({ line }) => line ?? [])
  const found: SettledToday[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const rows = await db
      .select()
      .from(statementLines)
      .where(inArray(statementLines.id, some))
      .orderBy(asc(statementLines.id))
    for (const row of rows.filter(each => accounts.has(each.account))) {
      const allocations = allocationsIn(await ledgerOf(db).read({ line: row.id })).filter(({ at }) => at >= since)
      if (allocations.length > 0) found.push({ row, allocations: allocations.map(each => ({ ...each, name: null })) })
    }
  }
  const names = await namesOfCases(
    db,
    found.flatMap(({ allocations }) => allocations.map(each => each.caseNumber)),
    by,
  )
  return found
    .map(each => ({
      ...each,
      allocations: each.allocations.map(part => ({ ...part, name: names.get(part.caseNumber) ?? null })),
    }))
    .sort((a, b) => last(a).localeCompare(last(b)))
}

const last = ({ allocations }: SettledToday): string => allocations.at(-1)?.at ?? ''
