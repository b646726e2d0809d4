import type { PlainDate } from '../domain/day.ts'
import { longDay, wareki } from '../domain/era.ts'
import { formatYen, yen } from '../domain/yen.ts'

/** Figures that come with a code: dates as YYYY-MM-DD, yen as numbers, lists of codes separated by commas. */
export type About = Readonly<Record<string, string | number>>

const isDay = (value: string | number | undefined): value is PlainDate =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** 2026年11月21日（土）, for screens; `otherwise` where the figure is not given. */
export const dayFigure = (value: string | number | undefined, otherwise = 'その日'): string =>
  isDay(value) ? longDay(value) : otherwise

/** 令和8年11月21日, for letters. */
export const letterDay = (value: string | number | undefined, otherwise = 'その日'): string =>
  isDay(value) ? wareki(value) : otherwise

/** 3,300円 */
export const yenFigure = (value: string | number | undefined, otherwise = 'その額'): string =>
  typeof value === 'number' ? formatYen(yen(value)) : otherwise

export const listed = (value: string | number | undefined): string[] =>
  value === undefined || value === '' ? [] : String(value).split(',')
