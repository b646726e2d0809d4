import type { Face } from '../fonts.ts'
import { breakLines } from '../lines.ts'
import { widthIn } from './width.ts'

/** Lines of an address as a person would break them: at its spaces, and only then anywhere. */
export function wrapped(text: string, face: Face, size: number, width: number): string[] {
  const fits = (line: string) => widthIn(line, face, size) <= width
  if (fits(text)) return [text]
  const words = text.split(/(?<=[ 　])/)
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last}${word}`.trimEnd())) lines[lines.length - 1] = `${last}${word}`
    else lines.push(word)
  }
  return lines.flatMap(line => (fits(line.trimEnd()) ? [line.trimEnd()] : cut(line.trimEnd(), face, size, width)))
}

/** Whether all lines of an address stand in this size without a break but at a space. */
export const unbroken = (lines: readonly string[], size: number, width: number): boolean =>
  lines.every(line => line.split(/[ 　]+/).every(word => widthIn(word, 'mincho', size) <= width))

const cut = (text: string, face: Face, size: number, width: number): string[] =>
  breakLines(text, face, size, width).map(({ glyphs }) => glyphs.map(glyph => glyph.text).join(''))

/** Smaller than this, a name in two lines is read more easily than in one. */
const LEAST_WHOLE = 10.5

/**
 * A name with its honorific on one line if it can be, or else family and given name on lines of their own; the honorific never
 * stands alone. Points; `least` is the smallest size.
 */
export function named(
  name: string,
  honorific: string,
  { width, from, least }: { width: number; from: number; least: number },
): { lines: string[]; size: number } {
  const whole = [`${name}　${honorific}`]
  const [family = '', given, ...more] = name.split('　')
  const halves = given === undefined || more.length > 0 ? whole : [family, `${given}　${honorific}`]
  const fitting = (lines: string[], smallest: number) => {
    for (let size = from; size >= smallest; size -= 0.5)
      if (lines.every(line => widthIn(line, 'mincho', size) <= width)) return { lines, size }
    return null
  }
  const set = fitting(whole, Math.min(from, LEAST_WHOLE)) ?? fitting(halves, least) ?? fitting(whole, least)
  if (set) return set
  // One character less than there is room for: the breaker may take one more into a line.
  const lines = cut(name, 'mincho', least, width - widthIn(`　${honorific}`, 'mincho', least) - least)
  return { lines: lines.map((line, at) => (at === lines.length - 1 ? `${line}　${honorific}` : line)), size: least }
}
