import type { Face } from '../fonts.ts'
import { widthOf } from '../lines.ts'

const kept = new Map<string, number>()
const MOST = 2_000

/** The width of a text on one line, points; remembered, for a sheet is measured several times before it is drawn. */
export function widthIn(text: string, face: Face, size: number): number {
  const key = `${face} ${size} ${text}`
  const found = kept.get(key)
  if (found !== undefined) return found
  if (kept.size >= MOST) kept.clear()
  const width = widthOf(text, face, size)
  kept.set(key, width)
  return width
}
