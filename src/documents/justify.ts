import type { Glyph } from './fonts.ts'
import { gives, mayWiden, widensFirst } from './spacing.ts'

// What a reader does not see as a hole, and above which a stretched line looks worse than a ragged one.
const LITTLE = 80
const MOST = 150

/** Gaps that fill `slack` thousandths: first at script changes and beside marks, then between all; null when it is too much. */
export function widened(glyphs: readonly Glyph[], gaps: readonly number[], slack: number): number[] | null {
  const first: number[] = []
  const all: number[] = []
  for (let index = 1; index < glyphs.length; index++) {
    const before = glyphs[index - 1]
    const after = glyphs[index]
    if (!before || !after) continue
    if (widensFirst(before, after)) first.push(index)
    if (before.text === ' ' || mayWiden(before, after)) all.push(index)
  }
  const out = [...gaps]
  let rest = slack
  const spread = (places: readonly number[], most: number) => {
    const share = places.length === 0 ? 0 : Math.min(most, rest / places.length)
    for (const index of places) out[index] = (out[index] ?? 0) + share
    rest -= share * places.length
  }
  spread(first, LITTLE)
  spread(all, LITTLE)
  spread(all, MOST - LITTLE)
  return rest > 1 ? null : out
}

/** Gaps that take back `over` thousandths: each as it can, then all alike. */
export function closedUp(glyphs: readonly Glyph[], gaps: readonly number[], over: number): number[] {
  const give = glyphs.map((after, index) => {
    const before = glyphs[index - 1]
    return before ? gives(before, after, gaps[index] ?? 0) : 0
  })
  const most = give.reduce((sum, one) => sum + one, 0)
  const part = most === 0 ? 0 : Math.min(1, over / most)
  const each = Math.max(0, over - most) / Math.max(1, glyphs.length - 1)
  return gaps.map((gap, index) => (index === 0 ? gap : gap - (give[index] ?? 0) * part - each))
}
