import type { BlockOf, Entry } from '../blocks.ts'
import { fill, hidden, listAt, rowsAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { breakLines, widthOf } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { BODY, LABEL } from '../styles.ts'
import { setText } from './prose.ts'

const NUMBER = mm(7)
const GAP = 4
const WIDEST_SUBLABEL = mm(36)

interface Part {
  /** Starts the second or a later row of several. */
  next?: boolean
  label: string
  text: string
}

/** 記 … 以上: numbered items with aligned labels. Hidden entries take no number. */
export function records(flow: Flow, block: BlockOf<'records'>): void {
  const entries = block.entries.filter(entry => !hidden(entry.show, flow.values))
  flow.space(mm(2))
  if (block.heading) {
    setText(flow, block.heading, { ...LABEL, align: 'center' }, flow.left, flow.width, 2 * BODY.pitch)
    flow.space(GAP)
  }
  entries.forEach((entry, index) => {
    const parts = partsOf(entry, flow)
    const labelLeft = flow.left + (block.numbered ? NUMBER : 0)
    const labelWidth = mm(block.labelWidth) - (block.numbered ? NUMBER : 0) - mm(3)
    const label = breakLines(entry.label, LABEL.face, LABEL.size, labelWidth)
    flow.take(0, Math.max(label.length, 2) * BODY.pitch)
    const page = flow.pages
    const top = flow.y
    if (block.numbered) flow.ink.single(String(index + 1), flow.left, top, NUMBER, LABEL)
    flow.ink.text(entry.label, labelLeft, top, labelWidth, LABEL)
    const closing = block.close && index === entries.length - 1 ? BODY.pitch + GAP : 0
    setParts(flow, parts, mm(block.labelWidth), closing)
    if (flow.pages === page) flow.y = Math.max(flow.y, top + label.length * LABEL.pitch)
    flow.space(GAP)
  })
  if (block.close) setText(flow, block.close, { ...BODY, align: 'right' })
}

function partsOf(entry: Entry, { values }: Flow): Part[] {
  if (entry.text !== undefined) return [{ label: '', text: fill(entry.text.trimEnd(), values) }]
  if (entry.list !== undefined) return listAt(values, entry.list)
  const each = entry.each ?? ''
  const rows = rowsAt(values, each)
  return rows.flatMap((columns, index) =>
    (entry.texts ?? []).flatMap((part, place) => {
      const text = fill(part.text, values, { each, columns })
      if (text.trim() === '' || hidden(part.show, columns)) return []
      const number = rows.length > 1 && place === 0 ? `（${index + 1}）` : ''
      return [{ next: index > 0 && place === 0, label: part.label ?? '', text: `${number}${text}` }]
    }),
  )
}

function setParts(flow: Flow, parts: readonly Part[], indent: number, closing: number): void {
  const x = flow.left + indent
  const width = flow.width - indent
  const labels = parts.map(part => (part.label ? widthOf(part.label, 'gothic', 9.5) : 0))
  const widest = Math.max(0, ...labels)
  const column = Math.min(widest, WIDEST_SUBLABEL)
  const inset = widest > 0 ? column + 9.5 : 0
  parts.forEach((part, index) => {
    const keep = index === parts.length - 1 ? closing : 0
    if (part.next && widest > 0) flow.space(GAP)
    if (part.label) {
      const style = { ...LABEL, size: 9.5, pitch: BODY.pitch }
      const lines = breakLines(part.label, style.face, style.size, column)
      flow.take(0, lines.length * style.pitch)
      flow.ink.text(part.label, x, flow.y, column, style)
      const below = flow.y + lines.length * style.pitch
      const page = flow.pages
      setText(flow, part.text, BODY, x + inset, width - inset, keep)
      if (flow.pages === page) flow.y = Math.max(flow.y, below)
    } else setText(flow, part.text, BODY, x, width, keep)
  })
}
