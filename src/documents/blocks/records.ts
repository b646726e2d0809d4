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
const SUBLABEL = { ...LABEL, size: 9.5, pitch: BODY.pitch }
const UNTORN = 6 * BODY.pitch

interface Part {
  /** Starts the second or a later row of several. */
  next?: boolean
  mark?: string
  label: string
  text: string
}

/** 記 … 以上: numbered items with aligned labels. Hidden entries take no number. */
export function records(flow: Flow, block: BlockOf<'records'>): void {
  const entries = block.entries.filter(entry => !hidden(entry.show, flow.values))
  const { tags } = flow.ink
  flow.space(mm(2))
  if (block.heading) {
    const style = { ...LABEL, align: 'center' } as const
    tags.within('P', () => setText(flow, block.heading, style, flow.left, flow.width, 2 * BODY.pitch))
    flow.space(GAP)
  }
  tags.within('L', () => drawEntries(flow, block, entries))
  if (block.close) tags.within('P', () => setText(flow, block.close, { ...BODY, align: 'right' }))
}

function drawEntries(flow: Flow, block: BlockOf<'records'>, entries: readonly Entry[]): void {
  const { tags } = flow.ink
  entries.forEach((entry, index) => {
    const parts = partsOf(entry, flow)
    const labelLeft = flow.left + (block.numbered ? NUMBER : 0)
    const labelWidth = mm(block.labelWidth) - (block.numbered ? NUMBER : 0) - mm(3)
    const label = breakLines(entry.label, LABEL.face, LABEL.size, labelWidth)
    const closing = block.close && index === entries.length - 1 ? BODY.pitch + GAP : 0
    const set = placed(flow, parts, mm(block.labelWidth))
    // A short entry is never torn; of a long one, the label stays with what its first row keeps together.
    const short = set.height <= UNTORN ? set.height + closing : 0
    const first = Math.max(closing, opens(parts, 0) ? 2 * BODY.pitch : 0)
    flow.take(0, Math.max(short, Math.max(label.length, 2) * BODY.pitch + first))
    const page = flow.pages
    const top = flow.y
    tags.within('LI', () => {
      tags.within('Lbl', () => {
        if (block.numbered) flow.ink.single(String(index + 1), flow.left, top, NUMBER, LABEL)
        flow.ink.text(entry.label, labelLeft, top, labelWidth, LABEL)
      })
      tags.within('LBody', () => setParts(flow, parts, set, closing))
    })
    if (flow.pages === page) flow.y = Math.max(flow.y, top + label.length * LABEL.pitch)
    flow.space(GAP)
  })
}

function partsOf(entry: Entry, { values }: Flow): Part[] {
  if (entry.text !== undefined) return [{ label: '', text: fill(entry.text.trimEnd(), values) }]
  if (entry.list !== undefined) return marked(listAt(values, entry.list), entry.mark)
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

function marked(parts: Part[], mark: Entry['mark']): Part[] {
  if (!mark || parts.length < 2) return parts
  return parts.map((part, index) => ({ ...part, mark: mark === 'dot' ? '・' : `${index + 1}` }))
}

/** Whether a row of several lines begins here. */
const opens = (parts: readonly Part[], index: number): boolean => {
  const next = parts[index]?.next
  return next !== undefined && (next || index === 0) && parts[index + 1]?.next === false
}

/** Where the parts of an entry stand, and how tall they are together: points. */
function placed(flow: Flow, parts: readonly Part[], indent: number) {
  const width = flow.width - indent
  const labels = parts.map(part => (part.label ? widthOf(part.label, 'gothic', SUBLABEL.size) : 0))
  const widest = Math.max(0, ...labels)
  const column = Math.min(widest, WIDEST_SUBLABEL)
  const inset = widest > 0 ? column + SUBLABEL.size : 0
  const linesOf = ({ label, mark, text }: Part) => {
    const room = width - (label ? inset : mark ? hangOf(mark) : 0)
    const beside = label ? breakLines(label, SUBLABEL.face, SUBLABEL.size, column).length : 0
    return Math.max(beside, breakLines(text, BODY.face, BODY.size, room).length)
  }
  const gaps = widest > 0 ? parts.filter(part => part.next).length * GAP : 0
  const height = parts.reduce((sum, part) => sum + linesOf(part) * BODY.pitch, gaps)
  return { x: flow.left + indent, width, widest, column, inset, height }
}

const hangOf = (mark: string): number => (mark === '・' ? BODY.size : 1.5 * BODY.size)

function setParts(flow: Flow, parts: readonly Part[], at: ReturnType<typeof placed>, closing: number): void {
  const { x, width, widest, column, inset } = at
  parts.forEach((part, index) => {
    // The first line of a row never stays behind when the rest goes to the next page.
    const keep = index === parts.length - 1 ? closing : opens(parts, index) ? 2 * BODY.pitch : 0
    if (part.next && widest > 0) flow.space(GAP)
    flow.ink.tags.within('P', () => setPart(flow, part, { x, width, column, inset, keep }))
  })
}

function setPart(
  flow: Flow,
  part: Part,
  at: { x: number; width: number; column: number; inset: number; keep: number },
) {
  const { x, width, column, inset, keep } = at
  if (part.label) {
    const style = SUBLABEL
    const lines = breakLines(part.label, style.face, style.size, column).length
    const first = Math.min(2, breakLines(part.text, BODY.face, BODY.size, width - inset).length)
    flow.take(0, Math.max(lines, first) * style.pitch + keep)
    flow.ink.text(part.label, x, flow.y, column, style)
    const below = flow.y + lines * style.pitch
    const page = flow.pages
    setText(flow, part.text, BODY, x + inset, width - inset, keep)
    if (flow.pages === page) flow.y = Math.max(flow.y, below)
  } else if (part.mark) {
    const hang = hangOf(part.mark)
    flow.take(0, 2 * BODY.pitch + keep)
    flow.ink.single(part.mark, x, flow.y, hang, BODY)
    setText(flow, part.text, BODY, x + hang, width - hang, keep)
  } else setText(flow, part.text, BODY, x, width, keep)
}
