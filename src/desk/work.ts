import { and, asc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { addDays, type PlainDate } from '../domain/day.ts'
import type { Step, StepCode } from '../domain/next-steps.ts'
import type { Actor } from '../domain/rule.ts'
import { type CaseRow, caseRowOf } from './case-row.ts'
import type { Db } from './open-store.ts'
import { cases } from './tables.ts'
import { tasks, waitingLetters } from './tables-work.ts'
import { NEVER, type OpenLetter } from './work-rows.ts'

export interface Task {
  readonly row: CaseRow
  readonly step: Step
}

/** The soonest of many; `total`: how many there are. */
export interface TaskList {
  readonly tasks: readonly Task[]
  readonly total: number
}

/** 今日の仕事. A task stands in one place: near, or with the others of its code. */
export interface Today {
  /** first steps of cases whose next day is at most `NEAR_DAYS` away, or over */
  readonly near: TaskList
  readonly byCode: ReadonlyMap<StepCode, TaskList>
}

const NEAR_DAYS = 3

export interface WaitingLetter {
  readonly row: CaseRow
  readonly letter: OpenLetter
}

/** `total` counts all, also beyond the limit. */
export interface WaitingLetters {
  readonly letters: readonly WaitingLetter[]
  readonly total: number
}

/** What is to be done today, out of projections alone: no case is folded. */
export const workOf = (read: Db) => {
  const served = (by: Actor, column: typeof tasks.operator | typeof waitingLetters.operator): SQL | undefined =>
    by.operators === 'all' ? undefined : inArray(column, [...by.operators])
  const count = sql<number>`count(*)`

  const joined = (where: SQL | undefined, limit: number) =>
    read
      .select({ task: tasks, record: cases })
      .from(tasks)
      .innerJoin(cases, eq(cases.number, tasks.caseNumber))
      .where(where)
      // The order of both indexes, so that only the rows shown are read.
      .orderBy(asc(tasks.dueOn), asc(tasks.nth), asc(tasks.operator), asc(tasks.caseNumber))
      .limit(limit)
  const told = (rows: Awaited<ReturnType<typeof joined>>): Task[] =>
    rows.flatMap(({ task, record }) => {
      const row = caseRowOf(record)
      const step = row.steps[task.nth]
      return step === undefined ? [] : [{ row, step }]
    })

  return {
    today: async (by: Actor, on: PlainDate, limit: number): Promise<Today> => {
      const last = addDays(on, NEAR_DAYS)
      const mine = served(by, tasks.operator)
      const near = and(eq(tasks.nth, 0), lte(tasks.dueOn, last), mine)
      const far = or(sql`${tasks.nth} > 0`, sql`${tasks.dueOn} > ${last}`)
      const soon = await read.select({ count }).from(tasks).where(near).get()
      const totals = await read
        .select({ code: tasks.code, count })
        .from(tasks)
        .where(and(far, mine))
        .groupBy(tasks.code)
      const byCode = new Map<StepCode, TaskList>()
      for (const { code, count: total } of totals)
        byCode.set(code as StepCode, {
          tasks: told(await joined(and(eq(tasks.code, code), far, mine), limit)),
          total,
        })
      return { near: { tasks: told(await joined(near, limit)), total: soon?.count ?? 0 }, byCode }
    },

    /** To be printed, or printed and to be posted; those with the nearest dates first, slips for the file last. */
    waitingLetters: async (by: Actor, state: 'unprinted' | 'printed', limit: number): Promise<WaitingLetters> => {
      const where = and(
        eq(waitingLetters.printed, state === 'printed'),
        state === 'printed' ? eq(waitingLetters.inHouse, false) : undefined,
        served(by, waitingLetters.operator),
      )
      const total = (await read.select({ count }).from(waitingLetters).where(where).get())?.count ?? 0
      const rows = await read
        .select({ letter: waitingLetters, record: cases })
        .from(waitingLetters)
        .innerJoin(cases, eq(cases.number, waitingLetters.caseNumber))
        .where(where)
        .orderBy(
          asc(waitingLetters.inHouse),
          sql`min(coalesce(${cases.dueOn}, ${NEVER}), coalesce(${cases.stepDueOn}, ${NEVER}))`,
          asc(waitingLetters.caseNumber),
          asc(waitingLetters.id),
        )
        .limit(limit)
      return {
        total,
        letters: rows.map(({ letter, record }) => ({
          row: caseRowOf(record),
          letter: JSON.parse(letter.body) as OpenLetter,
        })),
      }
    },
  }
}
