import { and, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { fold } from '../domain/evolve.ts'
import { searchKey } from '../domain/names.ts'
import type { StepCode } from '../domain/next-steps.ts'
import { fullName, type Person } from '../domain/person.ts'
import type { Actor } from '../domain/rule.ts'
import { type CaseRow, caseRowOf } from './case-row.ts'
import { journalOf } from './journal.ts'
import { keeping } from './keeping.ts'
import type { Store } from './open-store.ts'
import { digitsOf, matchOf } from './search.ts'
import { cases, postings } from './tables.ts'

/** `page`: the `next` of the page before. `size`: rows of a page, 50 unless told, at most 500. */
export interface ListFilter {
  readonly q?: string
  readonly operator?: string
  readonly state?: 'open' | 'closed' | 'all'
  readonly step?: StepCode
  readonly page?: string
  readonly size?: number
}

const servedBy = (by: Actor): SQL | undefined =>
  by.operators === 'all' ? undefined : inArray(cases.operator, [...by.operators])

const openCase = and(isNull(cases.closedOn), isNull(cases.erasedOn))
const inState = (state: ListFilter['state'] = 'all') =>
  state === 'all' ? undefined : state === 'open' ? openCase : or(isNotNull(cases.closedOn), isNotNull(cases.erasedOn))

/** Case numbers and お問い合わせ番号 by their beginning, everything else by bigrams. */
const found = (q: string): SQL | undefined => {
  const digits = digitsOf(q)
  const match = matchOf(q)
  const ways: (SQL | undefined)[] = []
  if (match !== null)
    ways.push(sql`${cases.number} IN (SELECT printf('%08d', rowid) FROM case_search WHERE case_search MATCH ${match})`)
  if (digits !== null) {
    const begins = (column: typeof cases.number | typeof cases.trackingNumber) =>
      sql`(${column} >= ${digits} AND ${column} < ${`${digits}:`})`
    ways.push(begins(cases.number), begins(cases.trackingNumber))
    ways.push(
      sql`${cases.number} IN (SELECT ${postings.caseNumber} FROM ${postings} WHERE ${postings.trackingNumber} >= ${digits} AND ${postings.trackingNumber} < ${`${digits}:`})`,
    )
  }
  return ways.length === 0 ? sql`0` : or(...ways)
}

export const listing = ({ read }: Pick<Store, 'read'>) => {
  const keep = keeping(read)
  const journal = journalOf(read)
  return {
    /** Newest case first. */
    list: async (filter: ListFilter, by: Actor): Promise<{ rows: CaseRow[]; total: number; next?: string }> => {
      const size = Math.min(Math.max(1, filter.size ?? 50), 500)
      const q = filter.q?.trim()
      const where = and(
        servedBy(by),
        inState(filter.state),
        filter.operator === undefined ? undefined : eq(cases.operator, filter.operator),
        filter.step === undefined ? undefined : eq(cases.step, filter.step),
        q ? found(q) : undefined,
      )
      const total = (await read.select({ n: sql<number>`count(*)` }).from(cases).where(where).get())?.n ?? 0
      const records = await read
        .select()
        .from(cases)
        .where(filter.page === undefined ? where : and(where, lt(cases.number, filter.page)))
        .orderBy(desc(cases.number))
        .limit(size + 1)
      const rows = records.slice(0, size).map(caseRowOf)
      const last = rows.at(-1)
      return { rows, total, ...(records.length > size && last && { next: last.number }) }
    },

    /** Same name by the search key, and no birthday that speaks against it. */
    likely: async (person: Person, by: Actor): Promise<CaseRow[]> => {
      const nameKey = searchKey(fullName(person))
      if (nameKey === '') return []
      const records = await read
        .select()
        .from(cases)
        .where(and(servedBy(by), eq(cases.nameKey, nameKey)))
        .orderBy(desc(cases.number))
        .limit(20)
      const likely: CaseRow[] = []
      for (const record of records) {
        const { intake } = fold(await journal.read(record.number))
        const other = (await keep.reveal(record.number, intake.subject, false)) as Person | null
        if (other !== null && !differs(person.bornOn, other.bornOn)) likely.push(caseRowOf(record))
      }
      return likely
    },
  }
}

const differs = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a !== b
