import type { BlockOf } from '../blocks.ts'
import { fill, listAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { SMALL, TITLE } from '../styles.ts'
import { widthIn } from './width.ts'

/** Lines that begin a text of so many without one of them alone at the foot of a page or at the head of the next. */
export const opens = (lines: number): number => (lines <= 3 ? lines : 2)

/** What a text must find room for where it begins, with `keep` below its last line: points. */
export const opening = (lines: number, pitch: number, keep = 0): number =>
  opens(lines) * pitch + (opens(lines) === lines ? keep : 0)

/** Sets a text line by line, so that it may go on on the next page; `keep` more must fit below its last line. */
export function setText(flow: Flow, text: string, style: TextStyle, x = flow.left, width = flow.width, keep = 0): void {
  const lines = breakLines(text, style.face, style.size, width)
  const { length } = lines
  lines.forEach((line, index) => {
    const held = index === 0 ? opens(length) - 1 : index === length - 2 ? 1 : 0
    const ends = index + held === length - 1
    flow.ink.line(line, x, flow.take(style.pitch, held * style.pitch + (ends ? keep : 0)), width, style)
  })
}

export function title(flow: Flow, block: BlockOf<'title'>): void {
  const sub = block.sub ? `（${fill(block.sub, flow.values)}）` : ''
  const text = `${fill(block.text, flow.values)}${sub}`
  // A title needs more air than the lines around it, however close they are set.
  if (flow.y > flow.top) flow.y += Math.max(flow.white(mm(7)), mm(4.5))
  setText(flow, text, TITLE)
  if (block.ruled) underline(flow, widthIn(text, TITLE.face, TITLE.size) + 4 * TITLE.size)
  flow.space(mm(4))
}

/** Two lines in the middle, as below a sum that nobody may change. */
function underline(flow: Flow, wide: number): void {
  const width = Math.min(wide, flow.width)
  const x = flow.left + (flow.width - width) / 2
  for (const [y, stroke] of [
    [flow.y + 2, 0.8],
    [flow.y + 4, 0.3],
  ] as const)
    flow.ink.rule(x, y, x + width, y, { width: stroke })
  flow.y += 4
}

/** `below`: points that the block below begins with; a heading never ends a page. */
export function heading(flow: Flow, block: BlockOf<'heading'>, below: number): void {
  const style = flow.styles.heading
  flow.space(mm(3))
  setText(flow, fill(block.text, flow.values), style, flow.left, flow.width, Math.max(2 * style.pitch, below + 1))
  flow.space(1)
}

export function paragraph(flow: Flow, block: BlockOf<'paragraph'>): void {
  const { body, bodyBold } = flow.styles
  const style = { ...(block.small ? SMALL : block.bold ? bodyBold : body), align: block.align }
  const text = fill(block.text.trimEnd(), flow.values)
  const draw = () => {
    for (const part of text.split('\n'))
      flow.ink.tags.within('P', () => setText(flow, block.indent ? `　${part}` : part, style))
  }
  if (block.small) flow.closing(draw)
  else draw()
  flow.space(block.small ? 2 : 3)
}

export function items(flow: Flow, block: BlockOf<'items'>): void {
  const style = block.small ? SMALL : flow.styles.body
  const indent = style.size
  const width = flow.width - 2 * indent
  const fixed = (block.texts ?? []).map(text => ({ label: '', text }))
  for (const { label, text } of block.list ? listAt(flow.values, block.list) : fixed) {
    const words = label ? `${label}　${text}` : text
    flow.take(0, opening(breakLines(words, style.face, style.size, width).length, style.pitch))
    flow.ink.tags.within('LI', () => {
      flow.ink.tags.within('Lbl', () => flow.ink.single(block.mark, flow.left + indent, flow.y, indent, style))
      flow.ink.tags.within('LBody', () => setText(flow, words, style, flow.left + 2 * indent, width))
    })
  }
  flow.space(3)
}
