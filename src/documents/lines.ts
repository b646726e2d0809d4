import { printable } from './document-error.ts'
import { type Face, type Glyph, shape } from './fonts.ts'
import { graphemes } from './graphemes.ts'
import { clusters, looseClusters, mayHang } from './kinsoku.ts'

/**
 * One set line. `shifts[i]` (thousandths) closes up the space before glyph i; width in points without a hanging mark.
 * A last line may be up to 1.1 characters wider than its measure: it is drawn closed up.
 */
export interface Line {
  glyphs: readonly Glyph[]
  shifts: readonly number[]
  width: number
  lead: number
  last: boolean
}

const OPENING = new Set('「『（〔［｛〈《【')
const CLOSING = new Set('」』）〕］｝〉》】、。，．')
const FULL = 1000
const HALF = 500
// A line of at least 20 characters can take in one more without looking tight.
const LONG = 20
const CLOSE_UP = 1.1

const cache = new Map<string, Line[]>()

/** Breaks a text into lines no wider than `width` points at `size`; 「\n」 ends a paragraph. */
export function breakLines(text: string, face: Face, size: number, width: number): Line[] {
  const key = `${face} ${size} ${width.toFixed(2)} ${text}`
  const known = cache.get(key)
  if (known) return known
  const lines = text.split(/\r?\n/).flatMap(paragraph => breakParagraph(paragraph, face, size, width))
  // Texts of one case differ from the next: forget all rather than keep an order.
  if (cache.size > 2_000) cache.clear()
  cache.set(key, lines)
  return lines
}

/** The width of a text set on one line, in points. */
export const widthOf = (text: string, face: Face, size: number): number =>
  setLine(shapeAll(graphemes(text), face), size, false).width

const shapeAll = (parts: readonly string[], face: Face): Glyph[] =>
  parts.map(part => printable(shape(face, part), part))

export const singleLine = (text: string, face: Face, size: number): Line =>
  setLine(shapeAll(graphemes(text), face), size, false)

function breakParagraph(text: string, face: Face, size: number, width: number): Line[] {
  const lines: Line[] = []
  let current: string[] = []
  const fits = (parts: string[], measure = width) => setLine(shapeAll(parts, face), size, true).width <= measure + 0.01
  const close = (last: boolean) => {
    const glyphs = shapeAll(trimmed(current), face)
    const line = setLine(glyphs, size, !last)
    // A last line lets its full stop hang only when it must.
    lines.push({ ...(last && line.width > width + 0.01 ? setLine(glyphs, size, true) : line), last })
    current = []
  }
  const add = (cluster: readonly string[]): boolean => {
    if (!fits(trimmed([...current, ...cluster]))) return false
    current.push(...cluster)
    return true
  }
  /** Each part on this line, or on the next; false for a part that is wider than a line. */
  const place = (cluster: readonly string[]): boolean => {
    if (add(cluster)) return true
    if (current.length > 0) close(false)
    return add(cluster)
  }
  const all = clusters(text)
  for (const [index, cluster] of all.entries()) {
    if (add(cluster)) continue
    // A single 「す。」 on a line of its own looks like an accident: close up the last full line instead.
    const rest = all.slice(index, index + 4).flat()
    if (rest.length <= 4 && index + 4 >= all.length && width >= LONG * size) {
      if (fits(trimmed([...current, ...rest]), width + size * CLOSE_UP)) {
        current.push(...rest)
        break
      }
    }
    if (place(cluster)) continue
    for (const piece of looseClusters(cluster)) {
      if (place(piece)) continue
      for (const grapheme of piece) if (!place([grapheme])) current.push(grapheme)
    }
  }
  close(true)
  return lines
}

function trimmed(parts: readonly string[]): string[] {
  let end = parts.length
  while (end > 0 && (parts[end - 1] === ' ' || parts[end - 1] === '　')) end--
  return parts.slice(0, end)
}

function setLine(glyphs: readonly Glyph[], size: number, hang: boolean): Line {
  const shifts: number[] = []
  let total = 0
  let lead = 0
  glyphs.forEach((glyph, index) => {
    const shift = index === 0 ? 0 : closeUp(glyphs[index - 1], glyph)
    shifts.push(shift)
    total += glyph.width - shift
  })
  const first = glyphs[0]
  if (first && isFull(first, OPENING)) {
    lead = HALF
    total -= HALF
  }
  const end = glyphs.at(-1)
  if (end && isFull(end, CLOSING)) total -= mayHang(end.text) && hang ? FULL : HALF
  return { glyphs, shifts, width: (total * size) / 1000, lead: (lead * size) / 1000, last: true }
}

// Two brackets or marks in a row carry two half spaces: one is enough (JIS X 4051 約物の詰め).
function closeUp(before: Glyph | undefined, after: Glyph): number {
  if (!before) return 0
  if (isFull(before, CLOSING) && (isFull(after, OPENING) || isFull(after, CLOSING))) return HALF
  return isFull(before, OPENING) && isFull(after, OPENING) ? HALF : 0
}

const isFull = (glyph: Glyph, set: Set<string>): boolean => set.has(glyph.text) && glyph.width === FULL
