import type { Place } from '../blocks.ts'
import { Overflow } from '../document-error.ts'
import { fill, listAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { BLACK } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'

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
  for (let size = block.size; size >= block.least; size -= 0.5) {
    const style = { face: block.face, size, pitch: size * block.pitch, align: block.align, color }
    const used = breakLines(text, style.face, size, width).length * style.pitch
    if (used + 2 * inset > mm(block.h) + 0.5) continue
    const top = mm(block.y) + (block.low ? mm(block.h) - used - 2 * inset : 0)
    ink.text(text, mm(block.x) + inset, top + inset, width, style)
    if (block.framed) ink.frame(mm(block.x), top, mm(block.w), used + 2 * inset, { width: 1, color })
    return
  }
  throw new Overflow(block.name)
}
