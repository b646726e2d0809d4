import { addDays, addYears, isDay, type PlainDate, parseDay } from '../domain/day.ts'
import type { ShortDates } from './short-date.ts'

export type Amount = { yen: number } | { absent: true } | { foreign: true } | { unreadable: true }

/** Beyond this the sum of a file would leave the integers. */
const MOST = 999_999_999_999_999

/** 3,300 ３３００円 ¥3300 \3,300 -3300 ▲3,300 +3300, with the bank's marks （出）（入）（残） behind; blank and a lone dash are no amount. */
export const readAmount = (cell: string): Amount => {
  const plain = /^-?\d+$/.test(cell)
  const text = plain ? cell : tidy(cell)
  if (text === '' || text === '-' || text === '*') return { absent: true }
  const found = /^([-+]?)[¥\\]?([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?円?$/.exec(text)
  const digits = found?.[3]?.replaceAll(',', '') ?? ''
  if (!found || Number(digits) > MOST)
    return /\d/.test(text) && /[A-Z$€£]/.test(text) && !/E\+/.test(text) ? { foreign: true } : { unreadable: true }
  if (/[1-9]/.test(found[4] ?? '')) return { foreign: true }
  return { yen: (found[1] === '-' || found[2] === '-') && Number(digits) !== 0 ? -Number(digits) : Number(digits) }
}

const tidy = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\s+|\((?:出|入|残)\)$/g, '')
    .replace(/[−‐―ー▲△]/g, '-')
    .toUpperCase()

/** Reads the days of one account's rows. Years that are not written are those that make the day past and nearest. */
export const dayReader = (importedOn: PlainDate, dates: ShortDates) => {
  const known = new Map<string, { date: PlainDate; sure: boolean } | null>()
  return (cell: string): { date: PlainDate; sure: boolean } | null => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const found = read(cell, importedOn, dates)
    // Bounded: a column of times would otherwise fill it.
    if (known.size < 10_000) known.set(cell, found)
    return found
  }
}

const read = (cell: string, importedOn: PlainDate, dates: ShortDates): { date: PlainDate; sure: boolean } | null => {
  const text = cell
    .slice(0, 40)
    .normalize('NFKC')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/(?<=\d日?)[ T]\d{1,2}:.*$/, '')
  // Excel drops the zero before 令和8年.
  if (/^\d{5,6}$/.test(text)) return dates.read(text.padStart(6, '0'))
  const yearless = /^(\d{1,2})(?:[/.-]|月)(\d{1,2})日?$/.exec(text)
  const date = yearless ? nearestPast(yearless[1] ?? '', yearless[2] ?? '', importedOn) : parseDay(text)
  return date && { date, sure: true }
}

const nearestPast = (month: string, date: string, importedOn: PlainDate): PlainDate | null => {
  const year = Number(importedOn.slice(0, 4))
  const days = [year, year - 1].map(y => `${y}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return days.filter(isDay).find(each => each <= importedOn) ?? null
}

/** Days far from the day of import are slips of a year or another calendar. */
export const isFar = (date: PlainDate, importedOn: PlainDate): boolean =>
  date > addDays(importedOn, 31) || date < addYears(importedOn, -10)
