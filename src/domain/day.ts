import type { z } from 'zod'

/** A civil date 'YYYY-MM-DD' in Asia/Tokyo that exists, 1873-01-01 to 9999-12-31. Compares by `<`. */
export type PlainDate = string & z.core.$brand<'PlainDate'>

/** Era name, letter, first day. The rescripts make the day of change the first of the new era. */
export const ERAS = [
  { name: '令和', letter: 'R', from: '2019-05-01' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
  { name: '大正', letter: 'T', from: '1912-07-30' },
  { name: '明治', letter: 'M', from: '1868-10-23' },
] as const

const DAY_MS = 86_400_000
/** Japan took the Gregorian calendar on 1873-01-01 (明治6年); earlier 明治 dates are lunisolar and cannot be read here. */
const FIRST_YEAR = 1873
const LAST_YEAR = 9999
/** A typed year beyond this is a slip of the finger. */
const LAST_TYPED_YEAR = 2199

const utc = (d: PlainDate): number => Date.parse(`${d}T00:00:00Z`)

const FIRST_MS = Date.UTC(FIRST_YEAR, 0, 1)
const LAST_MS = Date.UTC(LAST_YEAR, 11, 31)

/** A day made from a day exists: only the range is left to check. Reckoning a case calls this hundreds of times. */
const fromUtc = (ms: number): PlainDate => {
  if (!(ms >= FIRST_MS && ms <= LAST_MS)) throw new RangeError(`date outside ${FIRST_YEAR}–${LAST_YEAR}`)
  return new Date(ms).toISOString().slice(0, 10) as PlainDate
}

const civil = (year: number, month: number, date: number): PlainDate | null => {
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
  return isDay(text) ? text : null
}

/** True for exactly 'YYYY-MM-DD' that exists in the calendar. */
export function isDay(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number(text.slice(0, 4)) < FIRST_YEAR) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** For dates written in code and data; throws RangeError where the text is not a PlainDate. */
export function day(text: string): PlainDate {
  if (!isDay(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

const eraYear = (eraText: string, yearText: string, month: number, date: number): PlainDate | null => {
  const at = ERAS.findIndex(era => era.name === eraText || era.letter === eraText)
  const era = ERAS[at]
  const n = yearText === '元' ? 1 : Number(yearText)
  if (!era || n < 1) return null
  const d = civil(Number(era.from.slice(0, 4)) + n - 1, month, date)
  const next = ERAS[at - 1]
  return d === null || d < era.from || (next && d >= next.from) ? null : d
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/(?<![\d\s])\s+|\s+(?![\d\s])/g, '')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .toUpperCase()

const ERA_FORM =
  /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})(?:年(\d{1,2})月(\d{1,2})日|([./-])(\d{1,2})\5(\d{1,2}))$/
const WESTERN_FORM = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|([./-])(\d{1,2})\4(\d{1,2})|(\d{2})(\d{2}))$/

const withoutWeekday = (text: string): PlainDate | null => {
  const era = ERA_FORM.exec(text)
  if (era) return eraYear(era[1] ?? '', era[2] ?? '', Number(era[3] ?? era[6]), Number(era[4] ?? era[7]))
  const western = WESTERN_FORM.exec(text)
  if (!western || Number(western[1]) > LAST_TYPED_YEAR) return null
  return civil(
    Number(western[1]),
    Number(western[2] ?? western[5] ?? western[7]),
    Number(western[3] ?? western[6] ?? western[8]),
  )
}

/** Reads a date as people type it (西暦 or 和暦, any width, a weekday in brackets if it is the right one). Null if unreadable. */
export function parseDay(text: string): PlainDate | null {
  if (text.length > 60) return null
  const [, head = '', name] = /^(.*?)(?:\(([日月火水木金土])\))?$/.exec(tidy(text)) ?? []
  const d = withoutWeekday(head)
  if (d === null || name === undefined) return d
  return '日月火水木金土'[weekday(d)] === name ? d : null
}

export function addDays(d: PlainDate, n: number): PlainDate {
  return fromUtc(utc(d) + n * DAY_MS)
}

/** Days from a to b; negative if b is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return (utc(b) - utc(a)) / DAY_MS
}

/** The corresponding day n months on, or the last day of that month where there is none (民法143条2項). */
export function addMonths(d: PlainDate, n: number): PlainDate {
  const months = Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1 + n
  const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return fromUtc(Date.UTC(year, month, Math.min(Number(d.slice(8)), last)))
}

/** As addMonths: 29 February + 1 year is 28 February. */
export function addYears(d: PlainDate, n: number): PlainDate {
  return addMonths(d, n * 12)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(d: PlainDate): number {
  return new Date(utc(d)).getUTCDay()
}

/** The date in Asia/Tokyo at an ISO instant with Z or offset. UTC+9 all year since 1951. */
export function todayIn(instantIso: string): PlainDate {
  if (!/T.*(Z|[+-]\d{2}:\d{2})$/.test(instantIso)) throw new RangeError(`instant without time zone: ${instantIso}`)
  return fromUtc(Date.parse(instantIso) + 9 * 3_600_000)
}

export const earlier = (a: PlainDate, b: PlainDate): PlainDate => [a, b].sort()[0] ?? a
export const later = (a: PlainDate, b: PlainDate): PlainDate => [a, b].sort()[1] ?? b
