import { asc, eq } from 'drizzle-orm'
import type { CaseNumber } from '../domain/case-number.ts'
import { type PlainDate, todayIn } from '../domain/day.ts'
import { fold } from '../domain/evolve.ts'
import type { Actor } from '../domain/rule.ts'
import { journalOf } from './journal.ts'
import { keeping } from './keeping.ts'
import type { Store } from './open-store.ts'
import { personsOf } from './persons.ts'
import type { NumberedCase, Projecting } from './projecting.ts'
import { calendarDays } from './tables.ts'
import type { World } from './world.ts'

/** In one transaction; others get their turn between. */
const BATCH = 100

export const nobody: Actor = { id: 'system', roles: [], operators: 'all' }

/** Steps and dates of open cases depend on the day and the calendar: derived anew when either has changed. */
export const reprojecting = ({
  store,
  project,
  current,
  change,
  now,
}: {
  store: Store
  project: Projecting
  current: () => World
  change: <T>(work: () => Promise<T>) => Promise<T>
  now: () => string
}) => {
  const journal = journalOf(store.write)
  const keep = keeping(store.write)
  let done: PlainDate | null = null

  const batch = (today: PlainDate) =>
    store.transaction(async () => {
      const numbers = await project.stale(today, BATCH)
      for (const number of numbers) {
        const entries = await journal.read(number)
        const last = entries.at(-1)
        if (last === undefined) throw new Error(`case ${number} has no journal`)
        const kase = fold(entries) as NumberedCase
        const { subject } = await personsOf(kase, keep.reveal)
        await project.again(kase, subject, current().context(now(), nobody, number as CaseNumber), last)
      }
      return numbers
    })

  const forToday = async (): Promise<void> => {
    const today = todayIn(now())
    if (done === today) return
    // A batch that leaves its cases stale would be taken up again without end: a row that its journal does not bear out.
    for (let before = ''; ; ) {
      const numbers = await batch(today)
      if (numbers.length < BATCH) break
      if (numbers.join() === before) throw new Error(`cases from ${numbers[0]} on cannot be derived anew`)
      before = numbers.join()
    }
    done = today
  }

  return {
    forToday,
    /** Looks again at the next `forToday`. */
    doubt: (): void => {
      done = null
    },
    /** Call `forToday` after it. */
    calendar: async (date: PlainDate, kind: 'closure' | 'opened' | null, name: string, by: Actor): Promise<void> => {
      await change(async () => {
        if (kind === null) await store.write.delete(calendarDays).where(eq(calendarDays.date, date))
        else {
          const row = { date, kind, name, by: by.id, at: now() }
          await store.write.insert(calendarDays).values(row).onConflictDoUpdate({ target: calendarDays.date, set: row })
        }
        await project.outdate()
      })
      done = null
    },
    days: async () =>
      (await store.read.select().from(calendarDays).orderBy(asc(calendarDays.date))).map(({ date, kind, name }) => ({
        date: date as PlainDate,
        kind,
        name,
      })),
  }
}
