import { printable } from './document-error.ts'
import { type Face, type Glyph, shape } from './fonts.ts'
import { graphemes } from './graphemes.ts'
import { clusters, looseClusters, mayHang } from './kinsoku.ts'

/** One set line. `shifts[i]` (thousandths) closes up the space before glyph i; width in points without a hanging mark. */
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
  setLine(shapeAll(graphemes(text), face), size, true).width

export const shapeAll = (parts: readonly string[], face: Face): Glyph[] =>
  parts.map(part => printable(shape(face, part), part))

export const singleLine = (text: string, face: Face, size: number): Line =>
  setLine(shapeAll(graphemes(text), face), size, true)

function breakParagraph(text: string, face: Face, size: number, width: number): Line[] {
  const lines: Line[] = []
  let current: string[] = []
  const fits = (parts: string[]) => setLine(shapeAll(parts, face), size, false).width <= width + 0.01
  const close = (last: boolean) => {
    lines.push(setLine(shapeAll(trimmed(current), face), size, last))
    current = []
  }
  const add = (cluster: string[]): boolean => {
    if (!fits(trimmed([...current, ...cluster]))) return false
    current.push(...cluster)
    return true
  }
  for (const cluster of clusters(text)) {
    if (add(cluster)) continue
    if (current.length > 0) {
      close(false)
      if (add(cluster)) continue
    }
    for (const piece of looseClusters(cluster)) {
      if (add(piece)) continue
      if (current.length > 0) close(false)
      if (add(piece)) continue
      for (const grapheme of piece) {
        if (add([grapheme])) continue
        if (current.length > 0) close(false)
        current.push(grapheme)
      }
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

function setLine(glyphs: readonly Glyph[], size: number, last: boolean): Line {
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
  if (end && isFull(end, CLOSING)) total -= mayHang(end.text) && !last ? FULL : HALF
  return { glyphs, shifts, width: (total * size) / 1000, lead: (lead * size) / 1000, last }
}

// Two brackets or marks in a row carry two half spaces: one is enough (JIS X 4051 約物の詰め).
function closeUp(before: Glyph | undefined, after: Glyph): number {
  if (!before) return 0
  if (isFull(before, CLOSING) && (isFull(after, OPENING) || isFull(after, CLOSING))) return HALF
  return isFull(before, OPENING) && isFull(after, OPENING) ? HALF : 0
}

const isFull = (glyph: Glyph, set: Set<string>): boolean => set.has(glyph.text) && glyph.width === FULL
