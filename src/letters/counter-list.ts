import type { GridRow } from '../documents/blocks.ts'
import type { Definition } from '../documents/definition.ts'
import { ROWS_A_SHEET } from '../domain/counter.ts'
import type { Values } from './facts.ts'
import { present } from './facts.ts'
import { inRows } from './room.ts'

/** A line of the 差出票 as it is printed; yen without a sign. */
export interface CounterLine {
  readonly name: string
  readonly number?: string
  /** 書留, 配達証明 … */
  readonly services: readonly string[]
  readonly price: number
}

export interface CounterSheet {
  /** the `sender` of the envelopes' faces: one sender a list */
  readonly sender: Values
  /** as paper writes it */
  readonly date: string
  /** place of the first line, from 1 */
  readonly first: number
  /** no more than the sheet has rows */
  readonly lines: readonly CounterLine[]
  readonly nth: number
  readonly of: number
  readonly all: { readonly count: number; readonly sum: number }
}

const ROWS = Array.from({ length: ROWS_A_SHEET }, (_, at) => at + 1)
const OWN = /\bline\./g

const own = (text: string, row: number): string => text.replaceAll(OWN, `line${row}.`)

/** A row that speaks of `line.` once for each line, any other as it is. */
const rowsOf = (row: GridRow): GridRow[] =>
  row.cells.some(({ text, list }) => `${text} ${list}`.includes('line.'))
    ? ROWS.map(nth => ({
        ...row,
        cells: row.cells.map(({ text, list, ...cell }) => ({
          ...cell,
          ...(text !== undefined && { text: own(text, nth) }),
          ...(list !== undefined && { list: own(list, nth) }),
        })),
      }))
    : [row]

/** `template`: form 'counter-list' with its one row of an item; the definition of a sheet with twelve, each with fields of its own. */
export const counterListForm = (template: Definition): Definition => {
  const fields = Object.entries(template.fields).flatMap(([name, field]): [string, typeof field][] =>
    name.startsWith('line.') ? ROWS.map(row => [own(name, row), field]) : [[name, field]],
  )
  const blocks = template.blocks.map(block =>
    block.block === 'grid'
      ? { ...block, groups: block.groups.map(group => ({ ...group, rows: group.rows.flatMap(rowsOf) })) }
      : block,
  )
  return { ...template, fields: Object.fromEntries(fields), blocks }
}

/** Full-width characters that the column of 摘要 holds in a line. */
const SERVICES = 9

/** Values for `counterListForm`. Without 申出 a registered item is insured for the least sum: nothing is declared. */
export const counterListValues = ({ sender, date, first, lines, nth, of, all }: CounterSheet): Values => ({
  sender: senderLines(sender),
  date,
  count: `${lines.length}通`,
  sum: inYen(lines.reduce((sum, line) => sum + line.price, 0)),
  all: `${of}枚中${nth}枚目　全部で${all.count}通　${inYen(all.sum)}`,
  ...Object.fromEntries(
    lines.map((line, at) => [
      `line${at + 1}`,
      present({
        no: String(first + at),
        name: line.name,
        number: line.number,
        services: inRows(line.services, '・', SERVICES),
        price: inYen(line.price),
      }),
    ]),
  ),
  ...(lines.length < ROWS_A_SHEET && { [`line${lines.length + 1}`]: { name: '以下余白' } }),
})

const inYen = (amount: number): string => `${amount.toLocaleString('en-US')}円`

const senderLines = ({ postcode, lines, company, desk }: Values): string[] =>
  [
    postcode && `〒${String(postcode)}`,
    ...(Array.isArray(lines) ? lines : []),
    [company, desk].filter(part => typeof part === 'string' && part !== '').join('　'),
  ].filter((line): line is string => typeof line === 'string' && line !== '')
