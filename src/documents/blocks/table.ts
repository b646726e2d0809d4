import type { BlockOf } from '../blocks.ts'
import { Overflow } from '../document-error.ts'
import { fill, rowsAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'

const PAD = mm(1.5)
const LINE = { width: 0.4, color: '#404040' }
const HEAD_FILL = '#eeeeee'
const BAND_FILL = '#f7f7f7'
const COLUMN = { tag: 'TH', options: { scope: 'Column' } } as const
const ROW = { tag: 'TH', options: { scope: 'Row' } } as const
const BODY = { tag: 'TD', options: {} } as const

type Table = BlockOf<'table'>
interface Row {
  kind: 'head' | 'band' | 'body'
  cells: { text: string; x: number; width: number; align: NonNullable<TextStyle['align']> }[]
  style: TextStyle
  height: number
}

/** Head and rows of a table with their places and heights: points. */
function measured(flow: Flow, block: Table): { head: Row; rows: Row[] } {
  const total = block.columns.reduce((sum, column) => sum + column.w, 0)
  const widths = block.columns.map(column => (column.w / total) * flow.width)
  const body: TextStyle = { face: 'mincho', size: block.size, pitch: block.size * 1.45 }
  const gothic: TextStyle = { face: 'gothic', size: block.size - 0.5, pitch: body.pitch }
  const set = (texts: string[], kind: Row['kind'], style: TextStyle): Row => {
    const filled = kind === 'band' ? texts.findLastIndex(text => text.trim() !== '') + 1 : texts.length
    let x = flow.left
    const cells = texts.slice(0, filled).map((text, index) => {
      // The last text of a band has the room of the columns behind it.
      const own = index === filled - 1 ? widths.slice(index) : [widths[index] ?? 0]
      const width = own.reduce((sum, each) => sum + each, 0)
      const align = kind === 'head' ? ('center' as const) : (block.columns[index]?.align ?? 'left')
      const cell = { text, x, width, align }
      x += width
      return cell
    })
    const lines = cells.map(({ text, width }) => breakLines(text, style.face, style.size, width - 2 * PAD).length)
    return { kind, cells, style, height: Math.max(1, ...lines) * style.pitch + 2 * PAD }
  }
  const heads = block.columns.map(column => column.head)
  const rows = rowsAt(flow.values, block.rows).map(columns => {
    const texts = block.columns.map(column => fill(column.text, flow.values, { each: block.rows, columns }))
    const band = block.bands && texts.at(-1)?.trim() === '' && texts.some(text => text.trim() !== '')
    return set(texts, band ? 'band' : 'body', band ? gothic : body)
  })
  return { head: set(heads, 'head', gothic), rows }
}

/** Head and first rows, which stay together, points. */
export function opening(flow: Flow, block: Table): number {
  const { head, rows } = measured(flow, block)
  return head.height + together(rows, 0)
}

/** A row with those that it must not leave behind: a band with the first row that it heads. */
const together = (rows: readonly Row[], index: number): number => {
  const row = rows[index]
  if (row === undefined) return 0
  return row.height + (row.kind === 'band' ? together(rows, index + 1) : 0)
}

/** Rows under a head that is set again on every page. */
export function table(flow: Flow, block: Table): void {
  const { head, rows } = measured(flow, block)
  const { tags } = flow.ink
  const draw = (row: Row) => tags.within('TR', () => drawRow(flow, row))

  flow.take(0, head.height + together(rows, 0))
  tags.within('THead', () => draw(head))
  tags.within('TBody', () => {
    rows.forEach((row, index) => {
      if (row.height + head.height > flow.bottom - flow.top) throw new Overflow('表', block.rows)
      if (!flow.fits(row.kind === 'band' ? together(rows, index) : row.height)) {
        flow.newPage()
        tags.aside(() => draw(head))
      }
      draw(row)
    })
  })
  flow.space(mm(3))
}

function drawRow(flow: Flow, { kind, cells, style, height }: Row): void {
  const { ink } = flow
  const y = flow.take(height)
  const fill = kind === 'head' ? HEAD_FILL : kind === 'band' ? BAND_FILL : null
  const { tag, options } = kind === 'head' ? COLUMN : kind === 'band' ? ROW : BODY
  for (const { text, x, width, align } of cells) {
    if (fill) ink.rect(x, y, width, height, fill)
    ink.frame(x, y, width, height, LINE)
    ink.tags.within(tag, () => ink.text(text, x + PAD, y + PAD, width - 2 * PAD, { ...style, align }), options)
  }
}
