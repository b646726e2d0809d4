import type { Face } from '../fonts.ts'
import { breakLines } from '../lines.ts'
import { widthIn } from './width.ts'

const SPACES = /(?<=[ 　])/
/** Where the name of an organisation or of a desk may be broken. */
export const UNITS = /(?<=[ 　・]|会社|法人|協会|本部|部門|部|課|室|局|センター|支社|支店)(?=.{3})|(?=兼)/

/**
 * Lines of an address as a person would break them: at its spaces, and within a word only where no line holds it. `at`: the
 * places where a line may end.
 */
export function wrapped(text: string, face: Face, size: number, width: number, at: RegExp = SPACES): string[] {
  const fits = (line: string) => widthIn(line.trimEnd(), face, size) <= width
  const lines: string[] = []
  for (const word of text.split(at)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last}${word}`)) lines[lines.length - 1] = `${last}${word}`
    else if (fits(word)) lines.push(word)
    else {
      // A line hardly begun takes the long word's head; what follows goes on behind its rest.
      const begun = last !== undefined && widthIn(last.trimEnd(), face, size) < width / 2 ? (lines.pop() ?? '') : ''
      const whole = `${begun}${word}`
      const trail = whole.slice(whole.trimEnd().length)
      const pieces = cut(whole.trimEnd(), face, size, width)
      lines.push(...pieces.slice(0, -1), `${pieces.at(-1)}${trail}`)
    }
  }
  return lines.map(line => line.trimEnd())
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
