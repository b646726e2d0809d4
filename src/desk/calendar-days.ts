import { createRequire } from 'node:module'
import { type Calendar, makeCalendar } from '../domain/calendar.ts'
import type { PlainDate } from '../domain/day.ts'
import type { Db } from './open-store.ts'
import { calendarDays } from './tables.ts'

// The package's functions take Date objects and so depend on the machine's time zone; its table does not.
const table: Record<string, { date: string; name: string }> = createRequire(import.meta.url)(
  '@holiday-jp/holiday_jp',
).holidays

const national = new Map(Object.values(table).map(({ date, name }) => [date, name]))

/** Offices rest from 29 December to 3 January; a desk that does not enters those days as opened (設定 → 休業日). */
const yearEnds = [...new Set([...national.keys()].map(date => date.slice(0, 4)))].flatMap(year =>
  ['01-02', '01-03', '12-29', '12-30', '12-31'].map(day => [`${year}-${day}`, '年末年始'] as const),
)

const holidays: ReadonlyMap<string, string> = new Map([...yearEnds, ...national])

/** 国民の祝日 with the desk's own closures and the days on which it works although others rest. */
export const readCalendar = async (db: Db): Promise<Calendar> => {
  const rows = await db.select().from(calendarDays)
  const of = (kind: 'closure' | 'opened') => rows.filter(row => row.kind === kind)
  const closures = new Map(of('closure').map(row => [row.date, row.name]))
  return remembering(makeCalendar({ holidays, closures, opened: new Set(of('opened').map(row => row.date)) }))
}

/** A projection asks for the same sixty days over and over; a changed calendar is a new one. */
const remembering = (calendar: Calendar): Calendar => {
  const known = new Map<PlainDate, string | null>()
  const why = (day: PlainDate): string | null => {
    const found = known.get(day)
    if (found !== undefined) return found
    const answer = calendar.why(day)
    known.set(day, answer)
    return answer
  }
  return { why, isBusinessDay: day => why(day) === null }
}
