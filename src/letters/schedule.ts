import { bySchedule } from '../domain/letter-enclosures.ts'
import type { ScheduleRow } from '../domain/schedule.ts'
import { decisionOf, type LetterFacts, type Value, type Values } from './facts.ts'
import { cite } from './grounds-told.ts'
import { documentNumber } from './head.ts'

/** 別紙: items by system. The value of a withheld item is left behind here and never frozen with the letter. */
export const scheduleValues = (facts: LetterFacts): Values => {
  const rows = scheduleRows(facts)
  const open = rows.filter(row => row.withheld === undefined)
  const held = rows.filter(row => row.withheld !== undefined)
  return {
    number: facts.kase.number ?? '',
    documentNumber: documentNumber(facts),
    summary: `開示する項目 ${open.length}件${held.length === 0 ? '' : `、開示しない項目 ${held.length}件`}`,
    ...(open.length > 0 && {
      items: tabled(open, row => pieces(row.value).map(value => ({ item: row.item, value }))),
    }),
    ...(held.length > 0 && {
      withheld: tabled(held, row => [
        { item: row.item, ground: row.withheld === undefined ? '' : cite(facts, row.withheld) },
      ]),
    }),
  }
}

const scheduleRows = (facts: LetterFacts): ScheduleRow[] => {
  if (!bySchedule(facts.kase, decisionOf(facts))) return []
  return (facts.texts(facts.kase.schedule?.rows) as ScheduleRow[] | null) ?? []
}

/** Systems in the order in which they first come; 2-3 is the third item of the second system. */
const tabled = (rows: readonly ScheduleRow[], cells: (row: ScheduleRow) => Values[]): Value[] =>
  [...Map.groupBy(rows, row => row.system)].flatMap(([system, list], nth) => [
    { no: `${nth + 1}`, item: `【${system}】` },
    ...list.flatMap((row, at) =>
      cells(row).map((cell, piece) =>
        piece === 0 ? { no: `${nth + 1}-${at + 1}`, ...cell } : { ...cell, item: '（続き）' },
      ),
    ),
  ])

/** A row of the table must fit one page: at most this many characters or lines in a piece. */
const MOST_CHARACTERS = 600
const MOST_LINES = 18

const pieces = (value: string): string[] => {
  const lines = value.split(/\r?\n/).flatMap(line => chunks([...line], MOST_CHARACTERS))
  const found: string[] = []
  let piece: string[] = []
  for (const line of lines) {
    const full = piece.length >= MOST_LINES || piece.join('').length + line.length > MOST_CHARACTERS
    if (full && piece.length > 0) {
      found.push(piece.join('\n'))
      piece = []
    }
    piece.push(line)
  }
  return [...found, piece.join('\n')].filter(each => each.trim() !== '')
}

const chunks = (characters: readonly string[], most: number): string[] =>
  characters.length <= most
    ? [characters.join('')]
    : [characters.slice(0, most).join(''), ...chunks(characters.slice(most), most)]
