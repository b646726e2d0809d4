import { addDays, type PlainDate, parseDay } from '../domain/day.ts'
import type { DateMode } from './statement.ts'

/** 平成通算: some programs went on counting 平成 after 2019 (令和8年 = 38). */
const HEISEI_BASE = 1988
const ERA_LETTERS = ['R', 'H', 'S'] as const
/** Bank files are downloaded within months; two years back is a late bookkeeper. */
const DAYS_BACK = 731
const DAYS_AHEAD = 31

const western = (year: number, six: string): PlainDate | null => parseDay(`${year}${six.slice(2)}`)

/** Every day that YYMMDD may mean in one calendar, newest era first. */
const readings = (six: string, mode: DateMode): PlainDate[] => {
  const year = Number(six.slice(0, 2))
  const dates =
    mode === 'seireki'
      ? [western(2000 + year, six)]
      : [
          ...ERA_LETTERS.map(era => parseDay(`${era}${year}.${Number(six.slice(2, 4))}.${Number(six.slice(4))}`)),
          western(HEISEI_BASE + year, six),
        ]
  return dates.filter(date => date !== null)
}

export interface ShortDates {
  /** The calendar in use, once dates have shown it. */
  mode(): DateMode | undefined
  /** Settles the calendar from dates of the header. Zeros and blanks are not dates. */
  settle(sixes: readonly string[]): 'settled' | 'unclear' | 'changed' | 'none'
  /** `sure` is false where the reading is a guess that a person must confirm. Null: no such day. */
  read(six: string): { date: PlainDate; sure: boolean } | null
}

/** Two-digit years, 和暦 without an era or 西暦, read against the day of import and what the account used before. */
export const shortDates = (importedOn: PlainDate, remembered?: DateMode): ShortDates => {
  const [first, last] = [addDays(importedOn, -DAYS_BACK), addDays(importedOn, DAYS_AHEAD)]
  const near = (six: string, mode: DateMode) => readings(six, mode).find(date => date >= first && date <= last)
  const past = (six: string, mode: DateMode) => readings(six, mode).find(date => date <= last)
  const known = new Map<string, { date: PlainDate; sure: boolean } | null>()
  let mode: DateMode | undefined

  const guess = (six: string): { date: PlainDate; sure: boolean } | null => {
    const own = mode ?? remembered
    const inMode = own && near(six, own)
    if (inMode) {
      mode ??= own
      return { date: inMode, sure: true }
    }
    const others = (['wareki', 'seireki'] as const).filter(each => each !== own && near(six, each))
    const [other] = others
    const date = other && near(six, other)
    if (date !== undefined) {
      const sure = own === undefined && others.length === 1
      if (sure) mode = other
      return { date, sure }
    }
    const old = (own === undefined ? (['wareki', 'seireki'] as const) : [own]).flatMap(each => past(six, each) ?? [])
    const latest = old.sort().at(-1)
    return latest === undefined ? null : { date: latest, sure: own !== undefined && own === remembered }
  }

  const settle: ShortDates['settle'] = sixes => {
    const dates = sixes.filter(
      six => /^\d{6}$/.test(six) && readings(six, 'seireki').length + readings(six, 'wareki').length,
    )
    if (dates.length === 0) return 'none'
    const fitting = (['wareki', 'seireki'] as const).filter(each => dates.every(six => near(six, each)))
    mode = fitting.length === 1 ? fitting[0] : remembered
    known.clear()
    if (fitting.length !== 1) return remembered === undefined ? 'unclear' : 'settled'
    return remembered !== undefined && remembered !== mode ? 'changed' : 'settled'
  }

  return {
    mode: () => mode,
    settle,
    read(six) {
      if (!/^\d{6}$/.test(six)) return null
      const before = known.get(six)
      if (before !== undefined) return before
      const found = guess(six)
      known.set(six, found)
      return found
    },
  }
}
