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
const HEAD = { tag: 'TH', options: { scope: 'Column' } } as const
const BODY = { tag: 'TD', options: {} } as const

/** Widths, styles and texts of a table, and how tall a row of it stands, points. */
function measured(flow: Flow, block: BlockOf<'table'>) {
  const total = block.columns.reduce((sum, column) => sum + column.w, 0)
  const widths = block.columns.map(column => (column.w / total) * flow.width)
  const body: TextStyle = { face: 'mincho', size: block.size, pitch: block.size * 1.45 }
  const head: TextStyle = { face: 'gothic', size: block.size - 0.5, pitch: body.pitch, align: 'center' }
  const heads = block.columns.map(column => column.head)
  const rows = rowsAt(flow.values, block.rows).map(columns =>
    block.columns.map(column => fill(column.text, flow.values, { each: block.rows, columns })),
  )
  const inner = (index: number) => (widths[index] ?? 0) - 2 * PAD
  const height = (texts: string[], style: TextStyle) =>
    Math.max(...texts.map((text, i) => breakLines(text, style.face, style.size, inner(i)).length)) * style.pitch +
    2 * PAD
  return { widths, body, head, heads, rows, inner, height }
}

/** Head and first row, which stay together, points. */
export function opening(flow: Flow, block: BlockOf<'table'>): number {
  const { body, head, heads, rows, height } = measured(flow, block)
  return height(heads, head) + height(rows[0] ?? [''], body)
}

/** Rows under a head that is set again on every page. */
export function table(flow: Flow, block: BlockOf<'table'>): void {
  const { widths, body, head, heads, rows, inner, height } = measured(flow, block)
  const { tags } = flow.ink
  const draw = (texts: string[], style: TextStyle, fillColor?: string) =>
    tags.within('TR', () => drawRow(texts, style, fillColor))
  const drawRow = (texts: string[], style: TextStyle, fillColor?: string) => {
    const tall = height(texts, style)
    const y = flow.take(tall)
    let x = flow.left
    texts.forEach((text, index) => {
      const width = widths[index] ?? 0
      if (fillColor) flow.ink.rect(x, y, width, tall, fillColor)
      flow.ink.frame(x, y, width, tall, LINE)
      const align = fillColor ? 'center' : (block.columns[index]?.align ?? 'left')
      const cell = { ...style, align }
      const kind = fillColor ? HEAD : BODY
      tags.within(kind.tag, () => flow.ink.text(text, x + PAD, y + PAD, inner(index), cell), kind.options)
      x += width
    })
  }

  const headHeight = height(heads, head)
  flow.take(0, opening(flow, block))
  tags.within('THead', () => draw(heads, head, HEAD_FILL))
  tags.within('TBody', () => {
    for (const texts of rows) {
      const tall = height(texts, body)
      if (tall + headHeight > flow.bottom - flow.top) throw new Overflow('表', block.rows)
      if (!flow.fits(tall)) {
        flow.newPage()
        tags.aside(() => draw(heads, head, HEAD_FILL))
      }
      draw(texts, body)
    }
  })
  flow.space(mm(3))
}
