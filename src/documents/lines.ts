import { printable } from './document-error.ts'
import { type Face, type Glyph, shape } from './fonts.ts'
import { graphemes } from './graphemes.ts'
import { cut } from './kinsoku.ts'
import { type Line, Strip } from './strip.ts'

export type { Line } from './strip.ts'

// By face, size and width, then by text.
const cache = new Map<string, Map<string, Line[]>>()
const MOST = 2_000
let kept = 0

/** Breaks a text into lines no wider than `width` points at `size`; 「\n」 ends a paragraph. */
export function breakLines(text: string, face: Face, size: number, width: number): Line[] {
  const style = `${face} ${size} ${width}`
  const found = cache.get(style)?.get(text)
  if (found) return found
  const lines = text.split(/\r?\n/).flatMap(paragraph => breakParagraph(paragraph, face, size, width))
  // Texts of one case differ from the next: forget all rather than keep an order.
  if (++kept > MOST) {
    cache.clear()
    kept = 1
  }
  const alike = cache.get(style) ?? new Map<string, Line[]>()
  alike.set(text, lines)
  cache.set(style, alike)
  return lines
}

/** The width of a text set on one line, in points. */
export const widthOf = (text: string, face: Face, size: number): number => singleLine(text, face, size).width

export function singleLine(text: string, face: Face, size: number): Line {
  const parts = graphemes(text)
  const strip = new Strip(shapeAll(parts, face), size)
  return strip.line(0, parts.length, true, Number.POSITIVE_INFINITY)
}

const shapeAll = (parts: readonly string[], face: Face): Glyph[] =>
  parts.map(part => printable(shape(face, part), part))

function breakParagraph(text: string, face: Face, size: number, width: number): Line[] {
  const { parts, levels } = cut(text)
  const strip = new Strip(shapeAll(parts, face), size)
  const measure = (width * 1000) / size
  const lines: Line[] = []
  let from = 0
  do {
    const to = strip.breakAfter(from, levels, measure)
    lines.push(strip.line(from, to, to === parts.length, measure))
    from = to
  } while (from < parts.length)
  return lines
}
