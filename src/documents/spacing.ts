import {
  inseparable,
  isClosing,
  isDividing,
  isJapanese,
  isLetter,
  isMiddle,
  isOpening,
  isWestern,
} from './characters.ts'
import type { Glyph } from './fonts.ts'

// Thousandths of the size.
export const QUARTER = 250
export const HALF = 500

/** White to add between two glyphs before a line is adjusted; negative where two marks bring more than they need. */
export function gapBetween(before: Glyph, after: Glyph): number {
  if (isClosing(before)) {
    if (isOpening(after) || isClosing(after) || isMiddle(after) || isDividing(after)) return -HALF
    return after.text === '　' ? -HALF : 0
  }
  if (isOpening(after)) return isOpening(before) || isMiddle(before) || before.text === '　' ? -HALF : 0
  return (isJapanese(before) && isLetter(after)) || (isLetter(before) && isJapanese(after)) ? QUARTER : 0
}

/** What such a gap can give up when one more character should come into the line (JIS X 4051 追込み). */
export function gives(before: Glyph, after: Glyph, gap: number): number {
  if (gap === QUARTER) return QUARTER / 2
  if (gap !== 0) return 0
  if (isClosing(before) || isOpening(after)) return QUARTER
  if (before.text === ' ') return before.width / 2
  return isMiddle(before) || isMiddle(after) ? QUARTER / 2 : 0
}

/** Whether a gap widens first: at a change of script, beside a mark, after a space between words. */
export const widensFirst = (before: Glyph, after: Glyph): boolean =>
  before.text === ' ' ||
  (mayWiden(before, after) &&
    (isClosing(before) || isOpening(after) || isJapanese(before) !== isJapanese(after)) &&
    !isMiddle(before))

/** Whether a gap may be widened or closed up at all: never within a word or number, nor between a mark and its word. */
export const mayWiden = (before: Glyph, after: Glyph): boolean =>
  !isClosing(after) &&
  !isOpening(before) &&
  !isMiddle(after) &&
  !isDividing(after) &&
  !inseparable(before.text, after.text) &&
  !(isWestern(before.text) && isWestern(after.text)) &&
  after.text !== ' '
