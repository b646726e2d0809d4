import { type AnyColumn, and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Issue } from '../../banks/issue.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { type AccountRow, readAccounts, seesAccount } from './bank-accounts.ts'
import { type LineFilter, wanted } from './line-search.ts'
import { cancelsIn, type StoredCancels } from './statement-links.ts'
import { statementLines, statements } from './tables-money.ts'

/** An imported file, as far as it is of one account. */
export interface StatementRow extends Omit<typeof statements.$inferSelect, 'issues' | 'from' | 'to'> {
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly label: string
  readonly issues: readonly StoredIssue[]
}

/** As the reader told it, or the desk's own: gap_before, gap_after (amount); taken_despite in rows of before `despite`. */
export type StoredIssue = Omit<Issue, 'code'> & { readonly code: string }

export interface LineRow extends Omit<typeof statementLines.$inferSelect, 'cancels' | 'date' | 'sameness' | 'nameKey'> {
  readonly date: PlainDate
  readonly label: string
  readonly cancels: StoredCancels | null
}

export interface StatementRows {
  /** Newest first; at most `limit` (100). */
  list(by: Actor, how?: { account?: string; limit?: number }): Promise<{ rows: StatementRow[]; total: number }>
  one(id: string, by: Actor): Promise<StatementRow | null>
  /** Oldest first. Sums are over all that the filter finds, not only over the rows given. */
  lines(filter: LineFilter, by: Actor): Promise<Lines>
}

export interface Lines {
  readonly rows: LineRow[]
  readonly total: number
  readonly in: number
  readonly out: number
  readonly rest: number
}

export const statementRowsOf = ({ read }: Pick<Store, 'read'>): StatementRows => {
  const seen = async (by: Actor): Promise<Map<string, AccountRow>> =>
    new Map(
      (await readAccounts(read)).filter(account => seesAccount(by, account)).map(account => [account.id, account]),
    )

  const rowsOf = async (by: Actor, where: SQL | undefined, limit: number) => {
    const accounts = await seen(by)
    const mine = and(inArray(statements.account, [...accounts.keys()]), where)
    const found = await read
      .select()
      .from(statements)
      .where(mine)
      .orderBy(desc(statements.at), asc(statements.id))
      .limit(limit)
    const count = await read.select({ n: sql<number>`count(*)` }).from(statements).where(mine).get()
    const rows = found.map(row => ({
      ...row,
      from: row.from as PlainDate | null,
      to: row.to as PlainDate | null,
      label: accounts.get(row.account)?.label ?? '',
      issues: JSON.parse(row.issues) as StoredIssue[],
    }))
    return { rows, total: count?.n ?? 0 }
  }

  const sumsWhere = async (where: SQL | undefined): Promise<Sums> => {
    const sum = (column: AnyColumn) => sql<number>`coalesce(sum(${column}), 0)`
    const { in: incoming, out, rest } = statementLines
    const sums = await read
      .select({ total: sql<number>`count(*)`, in: sum(incoming), out: sum(out), rest: sum(rest) })
      .from(statementLines)
      .where(where)
      .get()
    return sums ?? sumsOf([])
  }

  return {
    list: (by, { account, limit = 100 } = {}) =>
      rowsOf(by, account === undefined ? undefined : eq(statements.account, account), limit),
    one: async (id, by) => (await rowsOf(by, eq(statements.id, id), 1)).rows[0] ?? null,
    async lines(filter, by) {
      const accounts = await seen(by)
      const where = and(inArray(statementLines.account, [...accounts.keys()]), wanted(filter))
      const limit = filter.limit ?? 200
      const some = Math.max(limit, FEW)
      const found = await read
        .select()
        .from(statementLines)
        .where(where)
        .orderBy(asc(statementLines.date), asc(statementLines.id))
        .limit(some + 1)
      const sums = found.length <= some ? sumsOf(found) : await sumsWhere(where)
      const rows = found.slice(0, limit).map(({ sameness: _same, nameKey: _key, cancels, ...row }) => ({
        ...row,
        date: row.date as PlainDate,
        label: accounts.get(row.account)?.label ?? '',
        cancels: cancelsIn(cancels),
      }))
      return { rows, ...sums }
    },
  }
}

/** A search that finds no more than these is one walk over the table, not one for the rows and one for the sums. */
const FEW = 1_000

type Sums = Omit<Lines, 'rows'>
const sumsOf = (rows: readonly (typeof statementLines.$inferSelect)[]): Sums => {
  const sum = (side: 'in' | 'out' | 'rest') => rows.reduce((total, row) => total + (row[side] ?? 0), 0)
  return { total: rows.length, in: sum('in'), out: sum('out'), rest: sum('rest') }
}
