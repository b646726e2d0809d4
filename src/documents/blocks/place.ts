import type { Place } from '../blocks.ts'
import { Overflow } from '../document-error.ts'
import { fill, listAt, placeholders, textAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { BLACK } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { drawRubied, rubied } from './ruby.ts'

const RED = '#c00000'

/** Text at a fixed place of the page, smaller when it must be, never outside its box. */
export function place(flow: Flow, block: Place): void {
  const { ink, values } = flow
  const own = block.text === undefined ? [] : fill(block.text.trimEnd(), values).split('\n')
  const lines = [...own, ...(block.list ? listAt(values, block.list).map(item => item.text) : [])]
  const text = lines.join('\n')
  if (text.trim() === '') return
  const inset = block.framed ? mm(2) : 0
  const width = mm(block.w) - 2 * inset
  const color = block.red ? RED : BLACK
  const field = block.list ?? placeholders(block.text ?? '')[0]
  const reading = block.ruby ? textAt(values, block.ruby).trim() : ''
  const from = block.whole === undefined ? block.size : wholeSize(block, lines, width)
  for (let size = block.size; size >= block.least; size -= 0.5) {
    const style = { face: block.face, size, pitch: size * block.pitch, align: block.align, color }
    if (reading && lines.length === 1) {
      const set = rubied(text.trim(), reading, style)
      if (set.width > width || set.height > mm(block.h)) continue
      drawRubied(ink, set, mm(block.x), mm(block.y) + (block.low ? mm(block.h) - set.height : 0), width)
      return
    }
    const broken = breakLines(text, style.face, size, width).length
    const used = broken * style.pitch
    if (used + 2 * inset > mm(block.h) + 0.5) continue
    // As they stand, where that is possible at all; else as large as the box allows.
    if (size > from && broken > lines.length) continue
    const top = mm(block.y) + (block.low ? mm(block.h) - used - 2 * inset : 0)
    ink.text(text, mm(block.x) + inset, top + inset, width, style)
    if (block.framed) ink.frame(mm(block.x), top, mm(block.w), used + 2 * inset, { width: 1, color })
    return
  }
  throw new Overflow(block.name, field)
}

/** The largest size down to `whole` at which no line breaks; the block's own size where there is none. */
function wholeSize({ size: most, whole = most, face }: Place, lines: readonly string[], width: number): number {
  for (let size = most; size >= whole; size -= 0.5)
    if (lines.every(line => breakLines(line, face, size, width).length <= 1)) return size
  return most
}
