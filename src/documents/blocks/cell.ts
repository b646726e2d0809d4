import type { Cell } from '../blocks.ts'
import { Overflow } from '../document-error.ts'
import { fill, flagAt, listAt, textAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { breakLines, widthOf } from '../lines.ts'
import { mm } from '../millimetres.ts'

export interface Tone {
  line: string
  outer: number
  label: string
  fill: string
  text: string
}
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const PAD = mm(2)
const BOX = mm(4)
const LEAST = 7.5
const ERAS = ['西暦', '昭和', '平成', '令和']

export function drawCell(flow: Flow, block: string, cell: Cell, box: Box, tone: Tone): void {
  const { ink, values } = flow
  if (cell.label !== undefined) {
    ink.rect(box.x, box.y, box.width, box.height, tone.fill)
    const style: TextStyle = { face: 'gothic', size: 9, pitch: 12, align: 'left', color: tone.label }
    centred(flow, block, cell.label, box, style)
    return
  }
  const inner = { ...box, x: box.x + PAD, width: box.width - 2 * PAD }
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
  centred(flow, block, written || (cell.blank ?? ''), { ...inner, x: box.x, width: box.width }, style)
}

const writtenIn = ({ values }: Flow, cell: Cell): string =>
  cell.list
    ? listAt(values, cell.list)
        .map(item => item.text)
        .join('\n')
    : fill(cell.text ?? '', values).trim()

/** Text in the middle of a box's height; smaller when it must be, an overflow below 7.5 points. */
function centred(flow: Flow, block: string, text: string, box: Box, style: TextStyle): void {
  const width = box.width - 2 * PAD
  for (let size = style.size; size >= Math.min(LEAST, style.size); size -= 0.5) {
    const set = { ...style, size, pitch: (style.pitch / style.size) * size }
    const used = breakLines(text, set.face, size, width).length * set.pitch
    if (used > box.height + 0.5) continue
    flow.ink.text(text, box.x + PAD, box.y + (box.height - used) / 2, width, set)
    return
  }
  throw new Overflow(block)
}

function checks(flow: Flow, block: string, box: Box, boxes: { text: string; on: boolean }[], tone: Tone): void {
  const style: TextStyle = { face: 'gothic', size: 9.5, pitch: 15, color: tone.text }
  const places: { x: number; line: number }[] = []
  let x = 0
  let line = 0
  for (const { text } of boxes) {
    const wide = BOX + 3 + widthOf(text, style.face, style.size)
    if (x > 0 && x + wide > box.width) {
      x = 0
      line++
    }
    places.push({ x, line })
    x += wide + 12
  }
  const height = (line + 1) * style.pitch
  if (height > box.height + 1) throw new Overflow(block)
  const top = box.y + (box.height - height) / 2
  boxes.forEach(({ text, on }, index) => {
    const place = places[index] ?? { x: 0, line: 0 }
    const left = box.x + place.x
    const y = top + place.line * style.pitch
    const square = y + (style.pitch - BOX) / 2
    const free = text.startsWith('＿') // a blank to write in, not a choice
    if (!free) flow.ink.frame(left, square, BOX, BOX, { width: 0.6, color: tone.line })
    if (on) tick(flow, left, square)
    flow.ink.single(text, free ? left : left + BOX + 3, y, box.width, style)
  })
}

function tick({ ink }: Flow, x: number, y: number): void {
  ink.doc.lineWidth(1.3).strokeColor('#000000')
  ink.doc
    .moveTo(x + BOX * 0.18, y + BOX * 0.52)
    .lineTo(x + BOX * 0.42, y + BOX * 0.8)
    .lineTo(x + BOX * 0.86, y + BOX * 0.18)
    .stroke()
}

const eraChecks = () => [...ERAS.map(text => ({ text, on: false })), { text: '＿＿＿年＿＿＿月＿＿＿日', on: false }]

function postcode({ ink }: Flow, box: Box, value: string, tone: Tone): void {
  const digits = value.replace(/[^0-9]/g, '')
  const wide = mm(5)
  const tall = Math.min(mm(6), box.height - mm(1))
  const y = box.y + (box.height - tall) / 2
  const style: TextStyle = { face: 'mincho', size: 10.5, pitch: tall, align: 'center', color: tone.text }
  ink.single('〒', box.x, y, wide, style)
  for (let index = 0; index < 7; index++) {
    const x = box.x + wide + index * wide + (index > 2 ? mm(4) : 0)
    ink.frame(x, y, wide, tall, { width: 0.5, color: tone.line })
    if (index === 3) ink.rule(x - mm(3), y + tall / 2, x - mm(1), y + tall / 2, { width: 0.6, color: tone.line })
    const digit = digits[index]
    if (digit) ink.single(digit, x, y, wide, style)
  }
}

/** Lines to write on with the text on them; false when it needs more lines than there are. */
function ruled({ ink }: Flow, box: Box, count: number, text: string, style: TextStyle): boolean {
  const pitch = box.height / (count + 0.25)
  const lines = breakLines(text, style.face, style.size, box.width)
  if (lines.length > count || pitch < style.size) return false
  for (let index = 1; index <= count; index++) {
    const y = box.y + index * pitch
    ink.rule(box.x, y, box.x + box.width, y, { width: 0.3, color: '#8c8c8c', dash: 1.5 })
  }
  ink.text(text, box.x, box.y + (pitch - style.size) / 2 - 2, box.width, { ...style, pitch })
  return true
}

function seal({ ink }: Flow, box: Box): void {
  const radius = Math.min(mm(4.5), box.height / 2 - 1)
  const x = box.x + box.width - mm(8)
  const y = box.y + box.height / 2
  ink.circle(x, y, radius, { width: 0.4, color: '#8c8c8c', dash: 1.5 })
  const style: TextStyle = { face: 'gothic', size: 8, pitch: 10, align: 'center', color: '#8c8c8c' }
  ink.single('印', x - radius, y - 5, 2 * radius, style)
}
