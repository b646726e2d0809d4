import type { Entry } from '../blocks.ts'
import { fill, hidden, listAt, rowsAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { opening, setText } from './prose.ts'
import { widthIn } from './width.ts'

const GAP = 4
/** A row, or an entry, of so many lines is never torn. */
export const UNTORN = 6
const WIDEST_SUBLABEL = mm(36)

/** A text of an entry, with its label or mark. */
export interface Part {
  /** Starts the second or a later row of several. */
  next?: boolean
  mark?: string
  label: string
  text: string
}

/** The texts, list or rows of an entry; empty and hidden ones are left out. */
export function partsOf(entry: Entry, { values }: Flow): Part[] {
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
export const rowBegins = (parts: readonly Part[], index: number): boolean => {
  const next = parts[index]?.next
  return next !== undefined && (next || index === 0) && parts[index + 1]?.next === false
}

/** Where the parts of an entry stand, and how tall they are together: points. */
export function placed(flow: Flow, parts: readonly Part[], indent: number) {
  const { body, sublabel } = flow.styles
  const width = flow.width - indent
  const labels = parts.map(part => (part.label ? widthIn(part.label, sublabel.face, sublabel.size) : 0))
  const widest = Math.max(0, ...labels)
  // One long label takes two lines and leaves the room to the texts.
  const half = Math.min(WIDEST_SUBLABEL, Math.ceil(widest / 2 / sublabel.size) * sublabel.size)
  const column = Math.max(half, ...labels.filter(label => label <= WIDEST_SUBLABEL))
  const inset = widest > 0 ? column + sublabel.size : 0
  const linesOf = ({ label, mark, text }: Part) => {
    const room = width - (label ? inset : mark ? hangOf(mark, body.size) : 0)
    const beside = label ? breakLines(label, sublabel.face, sublabel.size, column).length : 0
    return Math.max(beside, breakLines(text, body.face, body.size, room).length)
  }
  const gaps = widest > 0 ? parts.filter(part => part.next).length * flow.white(GAP) : 0
  const heights = parts.map(part => linesOf(part) * body.pitch)
  const height = heights.reduce((sum, each) => sum + each, gaps)
  return { x: flow.left + indent, width, widest, column, inset, height, heights }
}

/** Points of the row that begins at this part. */
export function rowHeight(parts: readonly Part[], { heights }: ReturnType<typeof placed>, from: number): number {
  const next = parts.findIndex((part, index) => index > from && part.next)
  return heights.slice(from, next < 0 ? undefined : next).reduce((sum, each) => sum + each, 0)
}

const hangOf = (mark: string, size: number): number => (mark === '・' ? size : 1.5 * size)

/** Sets them where they were placed; `closing` more must fit below the last. */
export function setParts(flow: Flow, parts: readonly Part[], at: ReturnType<typeof placed>, closing: number): void {
  const { x, width, widest, column, inset } = at
  parts.forEach((part, index) => {
    // The first line of a row never stays behind when the rest goes to the next page.
    const keep = index === parts.length - 1 ? closing : rowBegins(parts, index) ? 2 * flow.styles.body.pitch : 0
    if (part.next && widest > 0) flow.space(GAP)
    const row = rowBegins(parts, index) ? rowHeight(parts, at, index) : 0
    if (row > 0 && row <= UNTORN * flow.styles.body.pitch) flow.take(0, row)
    flow.ink.tags.within('P', () => setPart(flow, part, { x, width, column, inset, keep }))
  })
}

function setPart(
  flow: Flow,
  part: Part,
  at: { x: number; width: number; column: number; inset: number; keep: number },
) {
  const { body, sublabel } = flow.styles
  const { x, width, column, inset, keep } = at
  const linesIn = (room: number) => breakLines(part.text, body.face, body.size, room).length
  if (part.label) {
    const lines = breakLines(part.label, sublabel.face, sublabel.size, column).length
    const opens = opening(linesIn(width - inset), body.pitch, keep)
    flow.take(0, Math.max(lines * sublabel.pitch + keep, opens))
    flow.ink.text(part.label, x, flow.y, column, sublabel)
    const below = flow.y + lines * sublabel.pitch
    const page = flow.pages
    setText(flow, part.text, body, x + inset, width - inset, keep)
    if (flow.pages === page) flow.y = Math.max(flow.y, below)
  } else if (part.mark) {
    const hang = hangOf(part.mark, body.size)
    flow.take(0, opening(linesIn(width - hang), body.pitch, keep))
    flow.ink.single(part.mark, x, flow.y, hang, body)
    setText(flow, part.text, body, x + hang, width - hang, keep)
  } else setText(flow, part.text, body, x, width, keep)
}
