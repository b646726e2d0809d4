import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PlainDate } from '../domain/day.ts'
import type { Receipt } from '../domain/fee.ts'
import type { PaymentMeans } from '../domain/operator.ts'
import type { Posting } from '../domain/post.ts'
import type { Actor } from '../domain/rule.ts'
import type { Store } from './open-store.ts'
import { cases, money, postings } from './tables.ts'
import { receipts } from './tables-work.ts'

export interface PostingFilter {
  readonly from?: PlainDate
  readonly to?: PlainDate
  /** only those about which something is still to come */
  readonly underWay?: true
  /** at most so many, the oldest first */
  readonly limit?: number
}

/** A line of the 発送簿: the envelope as the case has it, its addressee (null once erased). */
export interface PostingRow extends Posting {
  readonly number: string
  readonly operator: string
  readonly name: string | null
}

export interface MoneyFilter {
  /** owing: a fee is outstanding; held: money waits to be applied or given back; due: something is to be done; all: every case with dues or receipts */
  readonly state?: 'owing' | 'held' | 'due' | 'all'
  readonly operator?: string
  /** at most so many: those with the nearest dates, then those without one */
  readonly limit?: number
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
  /** applied to what is no longer owed, and not yet decided on */
  readonly overpaid: number
  /** a waiver waits for an approver */
  readonly waiverWaits: boolean
  readonly requestedOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly settledOn: PlainDate | null
  readonly receipts: readonly Receipt[]
  readonly closedOn: PlainDate | null
}

export interface MoneyTotals {
  readonly outstanding: number
  readonly held: number
  /** cases whose day of payment is over */
  readonly overdue: number
  /** cases of each view */
  readonly cases: Readonly<Record<NonNullable<MoneyFilter['state']>, number>>
  readonly today: readonly { readonly means: PaymentMeans; readonly amount: number; readonly count: number }[]
}

export interface ReceiptRow {
  readonly number: string
  readonly name: string | null
  readonly receipt: Receipt
}

export const books = ({ read }: Pick<Store, 'read'>) => ({
  /** In the order of posting. */
  postings: async ({ from, to, underWay, limit = -1 }: PostingFilter, by: Actor): Promise<PostingRow[]> => {
    const rows = await read
      .select()
      .from(postings)
      .where(
        and(
          by.operators === 'all' ? undefined : inArray(postings.operator, [...by.operators]),
          from && gte(postings.postedOn, from),
          to && lte(postings.postedOn, to),
          underWay && eq(postings.underWay, true),
        ),
      )
      .orderBy(asc(postings.postedOn), asc(postings.caseNumber), asc(postings.id))
      .limit(limit)
    return rows.map(row => ({
      ...(JSON.parse(row.body) as Posting),
      number: row.caseNumber,
      operator: row.operator,
      name: row.name,
    }))
  },

  /** Newest case first; with a limit those with the nearest dates first. */
  money: async ({ state = 'all', operator, limit }: MoneyFilter, by: Actor): Promise<MoneyRow[]> => {
    const rows = await read
      .select({ money, name: cases.name, kana: cases.kana, arrivedOn: cases.arrivedOn, closedOn: cases.closedOn })
      .from(money)
      .innerJoin(cases, eq(cases.number, money.caseNumber))
      .where(and(booked(by, operator), wanted[state]))
      .orderBy(
        ...(limit === undefined
          ? [desc(money.caseNumber)]
          : [sql`coalesce(${money.dueOn}, '9999')`, asc(money.caseNumber)]),
      )
      .limit(limit ?? -1)
    return rows.map(({ money: { caseNumber, receipts, ...amounts }, ...rest }) => ({
      number: caseNumber,
      ...amounts,
      ...rest,
      receipts: JSON.parse(receipts) as Receipt[],
    })) as MoneyRow[]
  },

  /** Yen and counts over every case of `by`, or of one operator; `today`: what came on that day and was not reversed. */
  moneyTotals: async (on: PlainDate, operator: string | undefined, by: Actor): Promise<MoneyTotals> => {
    const sum = (amount: SQL) => sql<number>`coalesce(sum(${amount}), 0)`
    const count = (condition: SQL | undefined) => sql<number>`coalesce(sum(${condition}), 0)`
    const booking = await read
      .select({
        outstanding: sum(sql`${money.outstanding}`),
        held: sum(sql`${money.held}`),
        overdue: count(and(gt(money.outstanding, 0), lt(money.dueOn, on))),
        owing: count(wanted.owing),
        holding: count(wanted.held),
        due: count(wanted.due),
        all: sql<number>`count(*)`,
      })
      .from(money)
      .where(booked(by, operator))
      .get()
    const came = await read
      .select({ means: receipts.means, amount: sum(sql`${receipts.amount}`), count: sql<number>`count(*)` })
      .from(receipts)
      .where(and(eq(receipts.receivedOn, on), eq(receipts.reversed, false), received(by, operator)))
      .groupBy(receipts.means)
    if (booking === undefined) throw new Error('an aggregate has no row')
    const { outstanding, held, overdue, owing, holding, due, all } = booking
    return {
      outstanding,
      held,
      overdue,
      cases: { owing, held: holding, due, all },
      today: came.map(row => ({ means: row.means as PaymentMeans, amount: row.amount, count: row.count })),
    }
  },

  /** Money that came since a day, newest first, at most `limit`. */
  receipts: async (
    { from, operator, limit }: { from: PlainDate; operator?: string; limit: number },
    by: Actor,
  ): Promise<{ rows: ReceiptRow[]; total: number }> => {
    const where = and(gte(receipts.receivedOn, from), received(by, operator))
    const total = await read.select({ n: sql<number>`count(*)` }).from(receipts).where(where).get()
    const rows = await read
      .select({ number: receipts.caseNumber, body: receipts.body, name: cases.name })
      .from(receipts)
      .innerJoin(cases, eq(cases.number, receipts.caseNumber))
      .where(where)
      .orderBy(desc(receipts.receivedOn), desc(receipts.caseNumber), desc(receipts.id))
      .limit(limit)
    return {
      total: total?.n ?? 0,
      rows: rows.map(({ number, name, body }) => ({ number, name, receipt: JSON.parse(body) as Receipt })),
    }
  },
})

const wanted: Record<NonNullable<MoneyFilter['state']>, SQL | undefined> = {
  owing: gt(money.outstanding, 0),
  held: gt(money.held, 0),
  due: or(gt(money.outstanding, 0), gt(money.held, 0), gt(money.overpaid, 0), eq(money.waiverWaits, true)),
  all: undefined,
}

const serving = (by: Actor, operator: string | undefined, column: typeof money.operator | typeof receipts.operator) =>
  and(
    by.operators === 'all' ? undefined : inArray(column, [...by.operators]),
    operator === undefined ? undefined : eq(column, operator),
  )
const booked = (by: Actor, operator: string | undefined) => serving(by, operator, money.operator)
const received = (by: Actor, operator: string | undefined) => serving(by, operator, receipts.operator)
