import { asc, eq, sql } from 'drizzle-orm'
import type { Calendar } from '../domain/calendar.ts'
import { type CaseNumber, caseNumber } from '../domain/case-number.ts'
import { todayIn } from '../domain/day.ts'
import type { Operator } from '../domain/operator.ts'
import { policyBook } from '../domain/policy-of.ts'
import { type Actor, type Context, type PaperSeries, paperSeries } from '../domain/rule.ts'
import { readCalendar } from './calendar-days.ts'
import { series } from './money/tables-money.ts'
import type { Db, Store } from './open-store.ts'
import { readOperatorFile } from './operator-file.ts'
import { counters, operators } from './tables.ts'
import { upsert } from './upsert.ts'

interface LoadedOperator {
  readonly operator: Operator
  readonly hash: string
  readonly file: string
  readonly importedAt: string
  readonly by: string
}

/** Terms and calendar, held in memory and replaced whole when one of them changes. */
export interface World {
  readonly operators: ReadonlyMap<string, LoadedOperator>
  readonly calendar: Calendar
  /** Context of one call. `next`: the number a case gets if the command opens it. */
  context(now: string, by: Actor, next: CaseNumber): Context
}

export const serves = (by: Actor, operator: string): boolean =>
  by.operators === 'all' || by.operators.includes(operator)

export const readWorld = async (db: Db): Promise<World> => {
  const rows = await db.select().from(operators).orderBy(asc(operators.serial))
  const loaded = new Map(
    rows.map(({ id, hash, file, yaml, importedAt, by }) => [
      id,
      { operator: readOperatorFile(file, yaml).operator, hash, file, importedAt, by },
    ]),
  )
  const terms = new Map([...loaded].map(([id, { operator }]) => [id, operator]))
  const calendar = await readCalendar(db)
  const policyOn = policyBook(terms)
  return {
    operators: loaded,
    calendar,
    context: (now, by, number) => ({
      now,
      today: todayIn(now),
      by,
      calendar,
      policyOn,
      // The rules ask for the operator's existence only; a person opens cases of the operators that they serve.
      knowsOperator: id => terms.has(id) && serves(by, id),
      number,
      // Only for a print and for packing is it looked up (see prints.ts).
      printOf: () => null,
      // Only to amend one are they looked up.
      personOf: () => null,
      // Only the drafting of a numbered paper takes one.
      seriesNumber: () => '',
    }),
  }
}

/** Case numbers: taken only by the command that opens a case, so that the year's series has no gaps. */
export const numbering = ({ write, read }: Pick<Store, 'write' | 'read'>) => {
  const lastOf = (db: Db) =>
    db
      .select({ last: counters.last })
      .from(counters)
      .where(eq(counters.year, sql.placeholder('year')))
      .prepare()
  const last = { transaction: lastOf(write), reading: lastOf(read) }
  const put = upsert(write, counters, [counters.year])
  const nextOf = async (year: number, where: keyof typeof last) => ((await last[where].get({ year }))?.last ?? 0) + 1
  const yearOf = (now: string) => Number(todayIn(now).slice(0, 4))
  return {
    next: async (now: string, where: keyof typeof last): Promise<CaseNumber> =>
      caseNumber(yearOf(now), await nextOf(yearOf(now), where)),
    take: async (now: string): Promise<void> => {
      const year = yearOf(now)
      await put({ year, last: await nextOf(year, 'transaction') })
    },
  }
}
const letters: Readonly<Record<PaperSeries, string>> = { receipt: 'R', counter_slip: 'C' }

/** 領収書 and 窓口受領票: R26-00001, one series for each operator and year, taken by the command that drafts with it. */
export const paperNumbering = ({ write }: Pick<Store, 'write'>) => {
  const last = write
    .select({ last: series.last })
    .from(series)
    .where(eq(series.name, sql.placeholder('name')))
    .prepare()
  const put = upsert(write, series, [series.name])
  return async (operator: string, now: string) => {
    const year = todayIn(now).slice(0, 4)
    const nameOf = (which: PaperSeries) => `${which}:${operator}:${year}`
    const next = new Map<PaperSeries, number>()
    for (const which of paperSeries) next.set(which, ((await last.get({ name: nameOf(which) }))?.last ?? 0) + 1)
    const number = (which: PaperSeries) =>
      `${letters[which]}${year.slice(2)}-${String(next.get(which)).padStart(5, '0')}`
    return {
      number,
      /** Takes those of the next numbers that are among the given ones. */
      take: async (used: readonly string[]): Promise<void> => {
        for (const [which, nth] of next) if (used.includes(number(which))) await put({ name: nameOf(which), last: nth })
      },
    }
  }
}

export type Numbering = ReturnType<typeof numbering>
