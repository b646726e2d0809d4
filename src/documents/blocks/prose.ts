import type { BlockOf } from '../blocks.ts'
import { fill, listAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { BODY, BODY_BOLD, HEADING, SMALL, TITLE } from '../styles.ts'

/** Sets a text line by line, so that it may go on on the next page; never one line alone at a page's foot. */
export function setText(flow: Flow, text: string, style: TextStyle, x = flow.left, width = flow.width, keep = 0): void {
  const lines = breakLines(text, style.face, style.size, width)
  lines.forEach((line, index) => {
    const follows = index === 0 && lines.length > 1 ? style.pitch : index === lines.length - 1 ? keep : 0
    flow.ink.line(line, x, flow.take(style.pitch, follows), width, style)
  })
}

export function title(flow: Flow, block: BlockOf<'title'>): void {
  const sub = block.sub ? `（${fill(block.sub, flow.values)}）` : ''
  flow.space(mm(7))
  setText(flow, `${fill(block.text, flow.values)}${sub}`, TITLE)
  flow.space(mm(4))
}

/** `opening`: points that the block below begins with; a heading never ends a page. */
export function heading(flow: Flow, block: BlockOf<'heading'>, opening: number): void {
  flow.space(mm(3))
  setText(flow, fill(block.text, flow.values), HEADING, flow.left, flow.width, Math.max(2 * HEADING.pitch, opening + 1))
  flow.space(1)
}

export function paragraph(flow: Flow, block: BlockOf<'paragraph'>): void {
  const style = { ...(block.small ? SMALL : block.bold ? BODY_BOLD : BODY), align: block.align }
  const text = fill(block.text.trimEnd(), flow.values)
  for (const part of text.split('\n'))
    flow.ink.tags.within('P', () => setText(flow, block.indent ? `　${part}` : part, style))
  flow.space(block.small ? 2 : 3)
}

export function items(flow: Flow, block: BlockOf<'items'>): void {
  const style = block.small ? SMALL : BODY
  const indent = style.size
  const fixed = (block.texts ?? []).map(text => ({ label: '', text }))
  for (const { label, text } of block.list ? listAt(flow.values, block.list) : fixed) {
    flow.take(0, style.pitch)
    flow.ink.tags.within('LI', () => {
      flow.ink.tags.within('Lbl', () => flow.ink.single(block.mark, flow.left + indent, flow.y, indent, style))
      const words = label ? `${label}　${text}` : text
      flow.ink.tags.within('LBody', () => setText(flow, words, style, flow.left + 2 * indent, flow.width - 2 * indent))
    })
  }
  flow.space(3)
}
