import { Overflow } from '../document-error.ts'
import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { widthOf } from '../lines.ts'
import { mm } from '../millimetres.ts'
import type { Box, Tone } from './box.ts'

const BOX = mm(4)
const ERAS = ['西暦', '昭和', '平成', '令和']

export const eraChecks = () => [
  ...ERAS.map(text => ({ text, on: false })),
  { text: '＿＿＿年＿＿＿月＿＿＿日', on: false },
]

/** Boxes with their words, in as many lines as they need. */
export function checks(flow: Flow, block: string, box: Box, boxes: { text: string; on: boolean }[], tone: Tone): void {
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
    const mark = () => {
      flow.ink.frame(left, square, BOX, BOX, { width: 0.6, color: tone.line })
      if (on) tick(flow, left, square)
    }
    const bbox: [number, number, number, number] = [left, square, left + BOX, square + BOX]
    if (!free) flow.ink.tags.within('Figure', mark, { alt: on ? '選択あり' : '選択なし', bbox })
    flow.ink.single(text, free ? left : left + BOX + 3, y, box.width, style)
  })
}

function tick({ ink }: Flow, x: number, y: number): void {
  const points = [
    [x + BOX * 0.18, y + BOX * 0.52],
    [x + BOX * 0.42, y + BOX * 0.8],
    [x + BOX * 0.86, y + BOX * 0.18],
  ] as const
  ink.path(points, { width: 1.3 })
}
