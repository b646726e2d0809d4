import type { BlockOf, Entry } from '../blocks.ts'
import { hidden } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { breakLines, type Line } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { setText } from './prose.ts'
import { type Part, partsOf, placed, rowBegins, rowHeight, setParts, UNTORN } from './record-parts.ts'

const NUMBER = mm(7)
const GAP = 4
/** Fields with which a letter ends, whatever it says. */
const ADDRESSES: readonly (string | undefined)[] = ['contact', 'complaint']

interface Set {
  entry: Entry
  parts: readonly Part[]
  at: ReturnType<typeof placed>
  label: readonly Line[]
  /** What must fit below the last line, for 以上 is never alone; points. */
  keep: number
  /** Points that it must find where it begins. */
  opening: number
}

/** 記 … 以上: numbered items with aligned labels. Hidden entries take no number. */
export function records(flow: Flow, block: BlockOf<'records'>): void {
  const { body, label } = flow.styles
  const { tags } = flow.ink
  const entries = measured(flow, block)
  flow.space(mm(2))
  if (block.heading) {
    const below = flow.white(GAP) + Math.max(2 * body.pitch, entries[0]?.opening ?? 0)
    const style = { ...label, align: 'center' } as const
    tags.within('P', () => setText(flow, block.heading, style, flow.left, flow.width, below))
    flow.space(GAP)
  }
  tags.within('L', () => {
    entries.forEach((each, index) => {
      const draw = () => drawEntry(flow, block, each, index + 1)
      if (ADDRESSES.includes(each.entry.list)) flow.closing(draw)
      else draw()
    })
  })
  if (!block.close) return
  flow.closing(() => tags.within('P', () => setText(flow, block.close, { ...body, align: 'right' })))
}

const labelPlace = (flow: Flow, block: BlockOf<'records'>) => {
  const number = block.numbered ? NUMBER : 0
  return { x: flow.left + number, width: mm(block.labelWidth) - number - mm(3) }
}

function measured(flow: Flow, block: BlockOf<'records'>): Set[] {
  const { body, label } = flow.styles
  const entries = block.entries.filter(entry => !hidden(entry.show, flow.values))
  return entries.map((entry, index) => {
    const parts = partsOf(entry, flow)
    const at = placed(flow, parts, mm(block.labelWidth))
    const lines = breakLines(entry.label, label.face, label.size, labelPlace(flow, block).width)
    const keep = block.close && index === entries.length - 1 ? body.pitch + flow.white(GAP) : 0
    // A short entry is never torn; of a long one, the label stays with what its first row keeps together.
    const short = at.height <= UNTORN * body.pitch ? at.height + keep : 0
    const row = rowBegins(parts, 0) ? rowHeight(parts, at, 0) : 0
    const first = Math.max(keep, row > 0 ? 2 * body.pitch : 0)
    const whole = row <= UNTORN * body.pitch ? row : 0
    const opening = Math.max(short, whole, Math.max(lines.length, 2) * body.pitch + first)
    return { entry, parts, at, label: lines, keep, opening }
  })
}

/** The label again on a further page, so that nobody must leaf back to know what is read. */
function continued(flow: Flow, block: BlockOf<'records'>, { entry }: Set, number: number): void {
  const { label } = flow.styles
  const { x, width } = labelPlace(flow, block)
  if (block.numbered) flow.ink.single(String(number), flow.left, flow.top, NUMBER, label)
  flow.ink.text(`${entry.label}\n（続き）`, x, flow.top, width, label)
}

function drawEntry(flow: Flow, block: BlockOf<'records'>, set: Set, number: number): void {
  const { label } = flow.styles
  const { tags } = flow.ink
  flow.take(0, set.opening)
  const page = flow.pages
  const top = flow.y
  tags.within('LI', () => {
    tags.within('Lbl', () => {
      if (block.numbered) flow.ink.single(String(number), flow.left, top, NUMBER, label)
      const { x, width } = labelPlace(flow, block)
      flow.ink.text(set.entry.label, x, top, width, label)
    })
    const repeat = () => continued(flow, block, set, number)
    tags.within('LBody', () => flow.going(repeat, () => setParts(flow, set.parts, set.at, set.keep)))
  })
  // A label may be taller than what stands beside it.
  const from = flow.pages === page ? top : flow.top + label.pitch
  flow.y = Math.max(flow.y, from + set.label.length * label.pitch)
  flow.space(GAP)
}
