import type { Cell } from '../blocks.ts'
import { Overflow } from '../document-error.ts'
import { fill, flagAt, listAt, placeholders, textAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { postcode, ruled, seal } from './blanks.ts'
import type { Box, Tone } from './box.ts'
import { checks, eraChecks } from './check-boxes.ts'
import { drawRubied, rubied } from './ruby.ts'

const PAD = mm(2)
/** Beside the mark for the seal, where no name may lie under it. */
const SEAL = mm(11)
const LEAST = 7.5
const LEAST_READING = 5

/** The field that fills a cell, for errors that point at it. */
const fieldOf = (cell: Cell): string | undefined =>
  cell.list ?? cell.era ?? cell.postcode ?? placeholders(cell.text ?? '')[0]

export function drawCell(flow: Flow, block: string, cell: Cell, box: Box, tone: Tone): void {
  const { ink, values } = flow
  if (cell.label !== undefined) {
    ink.rect(box.x, box.y, box.width, box.height, tone.fill)
    const style: TextStyle = { face: 'gothic', size: 9, pitch: 12, align: 'left', color: tone.label }
    centred(flow, block, cell.label, box, style)
    return
  }
  const inner = { ...box, x: box.x + PAD, width: box.width - 2 * PAD - (cell.seal ? SEAL : 0) }
  if (cell.hint) {
    const style: TextStyle = { face: 'gothic', size: 7, pitch: 9, color: '#6b6b6b' }
    const used = ink.text(cell.hint, inner.x, box.y + 2, inner.width, style)
    inner.y += used
    inner.height -= used
  }
  if (cell.seal) seal(flow, box)
  if (cell.postcode !== undefined) {
    postcode(flow, inner, textAt(values, cell.postcode), tone)
    return
  }
  if (cell.era !== undefined && !textAt(values, cell.era)) {
    checks(flow, block, inner, eraChecks(), tone)
    return
  }
  const written = cell.era ? textAt(values, cell.era) : writtenIn(flow, cell)
  const style: TextStyle = {
    face: 'mincho',
    size: cell.size,
    pitch: cell.size * 1.35,
    align: cell.align,
    color: tone.text,
  }
  if (cell.checks) {
    const boxes = cell.checks.map(one => ({ text: fill(one.text, values), on: !!one.flag && flagAt(values, one.flag) }))
    checks(flow, block, inner, boxes, tone)
    return
  }
  if (cell.ruled && ruled(flow, inner, cell.ruled, written, style)) return
  const reading = cell.ruby ? textAt(values, cell.ruby).trim() : ''
  if (written && reading) withRuby(flow, block, cell, { written, reading }, inner, style)
  else
    centred(
      flow,
      block,
      written || (cell.blank ?? ''),
      { ...inner, x: box.x, width: inner.width + 2 * PAD },
      style,
      fieldOf(cell),
    )
}

const writtenIn = ({ values }: Flow, cell: Cell): string =>
  cell.list
    ? listAt(values, cell.list)
        .map(item => item.text)
        .join('\n')
    : fill(cell.text ?? '', values).trim()

function withRuby(
  { ink }: Flow,
  block: string,
  cell: Cell,
  { written, reading }: { written: string; reading: string },
  box: Box,
  style: TextStyle,
): void {
  for (let size = style.size; size >= LEAST; size -= 0.5) {
    const set = rubied(written, reading, { ...style, size })
    if (set.width > box.width || set.height > box.height + 0.5) continue
    drawRubied(ink, set, box.x, box.y + (box.height - set.height) / 2, box.width)
    return
  }
  // Too long to stand above its name: the reading gets lines of its own.
  for (let size = style.size; size >= LEAST; size -= 0.5) {
    const base = { ...style, size, pitch: size * 1.15 }
    const above = { ...style, size: Math.max(LEAST_READING, size / 2), pitch: Math.max(LEAST_READING, size / 2) * 1.15 }
    const high = breakLines(reading, above.face, above.size, box.width).length * above.pitch
    const used = high + breakLines(written, base.face, size, box.width).length * base.pitch
    if (used > box.height + 0.5) continue
    const y = box.y + (box.height - used) / 2
    ink.tags.within('Ruby', () => {
      ink.tags.within('RB', () => ink.text(written, box.x, y + high, box.width, base))
      ink.tags.within('RT', () => ink.text(reading, box.x, y, box.width, above))
    })
    return
  }
  throw new Overflow(block, fieldOf(cell))
}

/** Text in the middle of a box's height; smaller when it must be, an overflow below 7.5 points. */
function centred(flow: Flow, block: string, text: string, box: Box, style: TextStyle, field?: string): void {
  const width = box.width - 2 * PAD
  for (let size = style.size; size >= Math.min(LEAST, style.size); size -= 0.5) {
    const set = { ...style, size, pitch: (style.pitch / style.size) * size }
    const used = breakLines(text, set.face, size, width).length * set.pitch
    if (used > box.height + 0.5) continue
    flow.ink.text(text, box.x + PAD, box.y + (box.height - used) / 2, width, set)
    return
  }
  throw new Overflow(block, field)
}
