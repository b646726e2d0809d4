import { and, asc, desc, eq, gt, gte, inArray, lte, type SQL } from 'drizzle-orm'
import type { PlainDate } from '../domain/day.ts'
import type { Receipt } from '../domain/fee.ts'
import type { Posting } from '../domain/post.ts'
import type { Actor } from '../domain/rule.ts'
import type { Store } from './open-store.ts'
import { cases, money, postings } from './tables.ts'

export interface PostingFilter {
  readonly from?: PlainDate
  readonly to?: PlainDate
}

/** A line of the 発送簿: the envelope as the case has it, its addressee (null once erased). */
export interface PostingRow extends Posting {
  readonly number: string
  readonly operator: string
  readonly name: string | null
}

export interface MoneyFilter {
  /** owing: a fee is outstanding; held: money waits to be applied or given back; all: every case with dues or receipts */
  readonly state?: 'owing' | 'held' | 'all'
  readonly operator?: string
}

/** A case in the money book; yen. */
export interface MoneyRow {
  readonly number: string
  readonly operator: string
  readonly name: string | null
  readonly kana: string | null
  readonly arrivedOn: PlainDate | null
  readonly owed: number
  readonly paid: number
  readonly outstanding: number
  readonly held: number
  readonly requestedOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly settledOn: PlainDate | null
  readonly receipts: readonly Receipt[]
  readonly closedOn: PlainDate | null
}

export const books = ({ read }: Pick<Store, 'read'>) => ({
  /** In the order of posting. */
  postings: async ({ from, to }: PostingFilter, by: Actor): Promise<PostingRow[]> => {
    const rows = await read
      .select()
      .from(postings)
      .where(
        and(
          by.operators === 'all' ? undefined : inArray(postings.operator, [...by.operators]),
          from && gte(postings.postedOn, from),
          to && lte(postings.postedOn, to),
        ),
      )
      .orderBy(asc(postings.postedOn), asc(postings.caseNumber), asc(postings.id))
    return rows.map(row => ({
      ...(JSON.parse(row.body) as Posting),
      number: row.caseNumber,
      operator: row.operator,
      name: row.name,
    }))
  },

  /** Newest case first. */
  money: async ({ state = 'all', operator }: MoneyFilter, by: Actor): Promise<MoneyRow[]> => {
    const wanted: Record<typeof state, SQL | undefined> = {
      owing: gt(money.outstanding, 0),
      held: gt(money.held, 0),
      all: undefined,
    }
    const rows = await read
      .select({ money, name: cases.name, kana: cases.kana, arrivedOn: cases.arrivedOn, closedOn: cases.closedOn })
      .from(money)
      .innerJoin(cases, eq(cases.number, money.caseNumber))
      .where(
        and(
          by.operators === 'all' ? undefined : inArray(money.operator, [...by.operators]),
          operator === undefined ? undefined : eq(money.operator, operator),
          wanted[state],
        ),
      )
      .orderBy(desc(money.caseNumber))
    return rows.map(({ money: { caseNumber, receipts, ...amounts }, ...rest }) => ({
      number: caseNumber,
      ...amounts,
      ...rest,
      receipts: JSON.parse(receipts) as Receipt[],
    })) as MoneyRow[]
  },
})
