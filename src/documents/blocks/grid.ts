import type { Grid, GridRow } from '../blocks.ts'
import type { Flow } from '../flow.ts'
import { mm } from '../millimetres.ts'
import type { Box, Tone } from './box.ts'
import { drawCell } from './cell.ts'

const SIDE = mm(7)
const TONES: Record<Grid['tone'], Tone> = {
  ink: { line: '#262626', outer: 1.2, label: '#000000', fill: '#f0f0f0', text: '#000000' },
  office: { line: '#b3b3b3', outer: 0.5, label: '#8c8c8c', fill: '#f7f7f7', text: '#8c8c8c' },
}

/** Boxes in rows: the request forms. A group may have a vertical label at its left. */
export function grid(flow: Flow, block: Grid): void {
  const tone = TONES[block.tone]
  for (const group of block.groups) {
    const tall = group.rows.reduce((sum, row) => sum + mm(row.h), 0)
    const top = flow.take(tall)
    const inset = group.side ? SIDE : 0
    if (group.side) side(flow, group.side, top, tall, tone)
    let y = top
    flow.ink.tags.within('Table', () => {
      for (const row of group.rows) {
        const box = { x: flow.left + inset, y, width: flow.width - inset, height: mm(row.h) }
        flow.ink.tags.within('TR', () => drawRow(flow, block, row, box, tone))
        y += mm(row.h)
      }
    })
    // After the cells: their grey would cover the lines between rows.
    y = top
    for (const row of group.rows.slice(0, -1)) {
      y += mm(row.h)
      const dash = row.dashed ? { dash: 1.5 } : {}
      flow.ink.rule(flow.left + inset, y, flow.left + flow.width, y, { width: 0.4, color: tone.line, ...dash })
    }
    flow.ink.frame(flow.left, top, flow.width, tall, { width: tone.outer, color: tone.line })
  }
  flow.space(mm(2))
}

function drawRow(flow: Flow, block: Grid, row: GridRow, box: Box, tone: Tone): void {
  const fixed = row.cells.reduce((sum, cell) => sum + mm(cell.w ?? 0), 0)
  const share = (box.width - fixed) / Math.max(1, row.cells.filter(cell => cell.w === undefined).length)
  let x = box.x
  row.cells.forEach((cell, place) => {
    const width = cell.w === undefined ? share : mm(cell.w)
    const inner = { x, y: box.y, width, height: box.height }
    const draw = () => drawCell(flow, block.name, cell, inner, tone)
    if (cell.label === undefined) flow.ink.tags.within('TD', draw)
    else flow.ink.tags.within('TH', draw, { scope: 'Row' })
    if (place > 0) flow.ink.rule(x, box.y, x, box.y + box.height, { width: 0.4, color: tone.line })
    x += width
  })
}

function side({ ink, left }: Flow, text: string, top: number, tall: number, tone: Tone): void {
  ink.rect(left, top, SIDE, tall, tone.fill)
  ink.rule(left + SIDE, top, left + SIDE, top + tall, { width: 0.4, color: tone.line })
  const letters = Array.from(text)
  const pitch = Math.min(12, tall / letters.length)
  const style = { face: 'gothic', size: Math.min(9, pitch - 1), pitch, align: 'center', color: tone.label } as const
  ink.tags.within('P', () => {
    letters.forEach((letter, index) => {
      ink.single(letter, left, top + (tall - letters.length * pitch) / 2 + index * pitch, SIDE, style)
    })
  })
}
