import { addDays, type PlainDate, weekday } from './day.ts'

export interface Calendar {
  isBusinessDay(d: PlainDate): boolean
  /** Why the desk is closed, in Japanese: 土曜日, 日曜日, the holiday's or the closure's name; null on a business day. */
  why(d: PlainDate): string | null
}

/** Maps are date → name. A closure beats `opened`, `opened` beats holidays and weekends. */
export interface CalendarDays {
  readonly holidays: ReadonlyMap<string, string>
  readonly closures: ReadonlyMap<string, string>
  readonly opened: ReadonlySet<string>
}

export function makeCalendar({ holidays, closures, opened }: CalendarDays): Calendar {
  const why = (d: PlainDate): string | null => {
    const closure = closures.get(d)
    if (opened.has(d)) return closure === undefined ? null : closure || '会社休業日'
    const holiday = holidays.get(d)
    if (holiday !== undefined) return holiday || '祝日'
    if (weekday(d) === 6) return '土曜日'
    if (weekday(d) === 0) return '日曜日'
    return closure === undefined ? null : closure || '会社休業日'
  }
  return { why, isBusinessDay: d => why(d) === null }
}

const walk = (cal: Calendar, from: PlainDate, step: 1 | -1): PlainDate => {
  let d = from
  while (!cal.isBusinessDay(d)) d = addDays(d, step)
  return d
}

/** The nth business day after `from`; the first day is not counted (民法140条). n ≥ 0, and 0 is `from` itself. */
export function addBusinessDays(cal: Calendar, from: PlainDate, n: number): PlainDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`business days: ${n}`)
  let d = from
  for (let counted = 0; counted < n; counted += 1) d = walk(cal, addDays(d, 1), 1)
  return d
}

/** For due dates that must not slip: 民法142条 would move them later, we pull back. */
export function lastBusinessDayOnOrBefore(cal: Calendar, d: PlainDate): PlainDate {
  return walk(cal, d, -1)
}

export function nextBusinessDayOnOrAfter(cal: Calendar, d: PlainDate): PlainDate {
  return walk(cal, d, 1)
}
