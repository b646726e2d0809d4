import { ERAS, type PlainDate, weekday } from './day.ts'

const eraOf = (d: PlainDate) => {
  const era = ERAS.find(candidate => candidate.from <= d)
  if (!era) throw new RangeError(`no era for ${d}`)
  return { ...era, year: Number(d.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1 }
}

const monthAndDate = (d: PlainDate): readonly [number, number] => [Number(d.slice(5, 7)), Number(d.slice(8))]

/** 令和8年11月21日; the first year of an era is 元年. */
export function wareki(d: PlainDate): string {
  const { name, year } = eraOf(d)
  const [month, date] = monthAndDate(d)
  return `${name}${year === 1 ? '元' : year}年${month}月${date}日`
}

/** R8.11.21; the first year is 1. */
export function shortWareki(d: PlainDate): string {
  const { letter, year } = eraOf(d)
  return [`${letter}${year}`, ...monthAndDate(d)].join('.')
}

/** 2026年11月21日（土） */
export function longDay(d: PlainDate): string {
  const [month, date] = monthAndDate(d)
  return `${d.slice(0, 4)}年${month}月${date}日（${'日月火水木金土'[weekday(d)]}）`
}
