import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import type { Box, Tone } from './box.ts'

/** 〒 and seven boxes. */
export function postcode({ ink }: Flow, box: Box, value: string, tone: Tone): void {
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
export function ruled({ ink }: Flow, box: Box, count: number, text: string, style: TextStyle): boolean {
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

export function seal({ ink }: Flow, box: Box): void {
  const radius = Math.min(mm(4.5), box.height / 2 - 1)
  const x = box.x + box.width - mm(8)
  const y = box.y + box.height / 2
  const style: TextStyle = { face: 'gothic', size: 8, pitch: 10, align: 'center', color: '#8c8c8c' }
  const draw = () => {
    ink.circle(x, y, radius, { width: 0.4, color: '#8c8c8c', dash: 1.5 })
    ink.single('印', x - radius, y - 5, 2 * radius, style)
  }
  ink.tags.within('Figure', draw, { alt: '押印欄', bbox: [x - radius, y - radius, x + radius, y + radius] })
}
