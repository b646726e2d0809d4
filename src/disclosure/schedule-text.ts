import type { GroundCode } from '../domain/grounds.ts'
import { scheduleGrounds } from '../domain/schedule.ts'

/** A row as it was typed, pasted or imported; the verb's own schema judges it. */
export interface TypedRow {
  readonly system: string
  readonly item: string
  readonly value: string
  readonly withheld: string
  readonly facts: string
}

/** Text of a CSV file: UTF-8, UTF-16 as Excel writes it, else CP932. Null: bytes that are no text. */
export const textOfFile = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  for (const encoding of wide ? [wide] : ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      // not written so; the next
    }
  }
  return null
}

/** Rows of tab-, comma- or semicolon-separated text, with or without a head; null where the columns cannot be told. */
export const readSchedule = (text: string): TypedRow[] | null => {
  const table = tableIn(text)
  const head = table[0]?.map(cell => columnOf(cell)) ?? []
  // A first row of data must never be taken for a head: it would be lost.
  const named = isHead(table[0])
  const widest = Math.max(0, ...table.map(row => row.length))
  const columns: readonly (keyof TypedRow | undefined)[] = named ? head : widest === 2 ? ['item', 'value'] : ORDER
  if (table.length === 0 || (!named && (widest < 2 || widest > ORDER.length))) return null
  return table.slice(named ? 1 : 0).map(row => {
    const at = (column: keyof TypedRow) => row[columns.indexOf(column)] ?? ''
    return {
      system: at('system'),
      item: at('item'),
      value: at('value'),
      withheld: groundIn(at('withheld')),
      facts: at('facts'),
    }
  })
}

const ORDER = ['system', 'item', 'value', 'withheld', 'facts'] as const

const HEADS: readonly (readonly [keyof TypedRow, RegExp])[] = [
  ['system', /^(システム名?|台帳|保管場所|データベース|system)$/i],
  ['item', /^(項目名?|item)$/i],
  ['value', /^(内容|値|データ|value)$/i],
  ['withheld', /^(不開示|根拠|根拠条項|不開示の根拠|開示しない根拠|withheld|ground)$/i],
  ['facts', /^(事実|理由|facts)$/i],
]
const columnOf = (cell: string): keyof TypedRow | undefined =>
  HEADS.find(([, name]) => name.test(cell.normalize('NFKC')))?.[0]

/** 33-2-2, 第33条第2項第2号, 33条2項2号, 2号. What is not understood comes back as it is, to be refused at its row. */
const groundIn = (text: string): string => {
  const plain = text.normalize('NFKC').replace(/[\s法第の]/g, '')
  if (plain === '' || /^(開示|全部開示|-|―)$/.test(plain)) return ''
  const exact = scheduleGrounds.find(code => code === plain)
  if (exact !== undefined) return exact
  const [, item] = /^(?:33条2項)?([123])号/.exec(plain) ?? []
  if (item !== undefined) return `33-2-${item}` satisfies GroundCode | string
  return /^33条4項/.test(plain) ? '33-4' : text
}

const SEPARATORS = ['\t', ',', ';'] as const
type Separator = (typeof SEPARATORS)[number]

const isHead = (row: readonly string[] | undefined): boolean => {
  const named = row?.map(cell => columnOf(cell)) ?? []
  return named.includes('item') && named.includes('value')
}

/**
 * Read by each separator; the one that makes a head of the first row, else the same number of columns of the most rows, is the
 * one that was meant. A tab, comma or semicolon inside of a cell stands in a row here and there.
 */
const tableIn = (text: string): string[][] => {
  const tables = SEPARATORS.map(by => {
    const rows = cells(text, by).filter(row => row.some(cell => cell !== ''))
    const widths = [...Map.groupBy(rows, row => row.length)].sort(([, a], [, b]) => b.length - a.length)
    const [usual = 0, alike = []] = widths[0] ?? []
    // One column is no table; more than there are names for is a separator of something else.
    const even = usual >= 2 && usual <= ORDER.length ? alike.length / rows.length : 0
    return { rows, marks: [isHead(rows[0]) ? 1 : 0, even, usual] }
  })
  const better = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((mark, nth) => mark !== b[nth])
    return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
  }
  return tables.reduce((best, each) => (better(each.marks, best.marks) ? each : best)).rows
}

/** RFC 4180, also for tabs and semicolons: quotes around a cell, doubled inside, line breaks kept. A quote inside a plain cell is a quote. */
const cells = (text: string, by: Separator): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const end = () => {
    row.push(cell.trim())
    cell = ''
  }
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? ''
    if (quoted) {
      if (character !== '"') cell += character
      else if (source[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === by) end()
    else if (character === '\n') {
      end()
      rows.push(row)
      row = []
    } else cell += character
  }
  end()
  rows.push(row)
  return rows
}
