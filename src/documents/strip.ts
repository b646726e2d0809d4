import { isClosing, isOpening, isSpace, mayHang } from './characters.ts'
import type { Glyph } from './fonts.ts'
import { closedUp } from './justify.ts'
import { FREE, NEVER } from './kinsoku.ts'
import { gapBetween, gives, HALF } from './spacing.ts'

/** One set line. `gaps[i]`: thousandths of white before glyph i; `width` in points, without `lead` or a hanging mark. */
export interface Line {
  glyphs: readonly Glyph[]
  gaps: readonly number[]
  width: number
  /** The white of an opening bracket at the line start, in points: drawn outside the measure. */
  lead: number
  last: boolean
}

// A line of at least 20 characters can take in one more without looking tight.
const LONG = 20_000
const ONE_MORE = 1_100
const WIDOW = 4
const SLIP = 0.5

/** A paragraph on one endless line, with running sums, so that any piece of it can be measured at once. Thousandths. */
export class Strip {
  #glyphs: readonly Glyph[]
  #gaps: number[] = []
  /** The right edge of glyph i-1; what the gaps up to glyph i-1 can give up. */
  #edges = [0]
  #gives = [0]
  #size: number

  constructor(glyphs: readonly Glyph[], size: number) {
    this.#glyphs = glyphs
    this.#size = size
    let before: Glyph | undefined
    let edge = 0
    let given = 0
    for (const glyph of glyphs) {
      const gap = before ? gapBetween(before, glyph) : 0
      if (before) given += gives(before, glyph, gap)
      edge += gap + glyph.width
      this.#gaps.push(gap)
      this.#edges.push(edge)
      this.#gives.push(given)
      before = glyph
    }
  }

  /** Where the line that starts at `from` ends: as full as it can be at the mildest level that any end has. */
  breakAfter(from: number, levels: Uint8Array, measure: number): number {
    const count = this.#glyphs.length
    if (this.#over(from, count, measure) <= SLIP) return count
    const loose = [0, 0, 0, 0]
    const tight = [0, 0, 0, 0]
    for (let to = from + 1; to <= count; to++) {
      if (this.#length(from, to) - measure > 4_000 + this.#given(from, to)) break
      const level = to === count ? FREE : (levels[to] ?? NEVER)
      const over = this.#over(from, to, measure)
      if (over <= SLIP) loose[level] = to
      else if (over <= this.#given(from, to) && !tight[level]) tight[level] = to
    }
    for (let level = FREE; level <= NEVER; level++) {
      const plain = loose[level] ?? 0
      const full = tight[level] ?? 0
      if (plain === 0 && full === 0) continue
      if (level === FREE && this.#isWidow(from, plain || full, measure)) return count
      if (level === FREE && full === 0 && this.#startsLongRun(from, plain, levels, measure)) continue
      if (plain === 0) return full
      return full > plain && this.#over(from, full, measure) < -this.#over(from, plain, measure) ? full : plain
    }
    return from + 1
  }

  line(from: number, to: number, last: boolean, measure: number): Line {
    const end = this.#inkEnd(from, to)
    const glyphs = this.#glyphs.slice(from, end)
    const gaps = this.#gaps.slice(from, end)
    if (gaps.length > 0) gaps[0] = 0
    const over = this.#over(from, to, measure)
    const width = this.#length(from, to) - (this.#hangs(from, to, measure) ? HALF : 0)
    const lead = this.#lead(from) * this.#size
    if (over <= SLIP || gaps.length < 2)
      return { glyphs, gaps, width: (width * this.#size) / 1000, lead: lead / 1000, last }
    const fitted = closedUp(glyphs, gaps, over)
    return { glyphs, gaps: fitted, width: (measure * this.#size) / 1000, lead: lead / 1000, last }
  }

  // A single 「す。」 on a line of its own looks like an accident: close up the last full line instead.
  #isWidow(from: number, to: number, measure: number): boolean {
    const count = this.#glyphs.length
    return count - to <= WIDOW && measure >= LONG && this.#over(from, count, measure) <= ONE_MORE
  }

  /** A nearly empty line before a run that no line can hold: the run is cut anyhow, so it may begin here. */
  #startsLongRun(from: number, to: number, levels: Uint8Array, measure: number): boolean {
    if (this.#length(from, to) > measure / 2) return false
    let next = to + 1
    while (next < this.#glyphs.length && levels[next] !== FREE) next++
    return this.#over(to, next, measure) > SLIP
  }

  /** Without the white outside the measure: before an opening mark at the start, behind a closing one at the end. */
  #length(from: number, to: number): number {
    const end = this.#inkEnd(from, to)
    if (end <= from) return 0
    const start = (this.#edges[from] ?? 0) + (from === 0 ? 0 : (this.#gaps[from] ?? 0))
    const glyph = this.#glyphs[end - 1]
    const tail = glyph && isClosing(glyph) ? HALF : 0
    return (this.#edges[end] ?? 0) - start - this.#lead(from) - tail
  }

  /** How far a line is too wide when its full stop hangs if it must. */
  #over(from: number, to: number, measure: number): number {
    return this.#length(from, to) - measure - (this.#hangs(from, to, measure) ? HALF : 0)
  }

  #hangs(from: number, to: number, measure: number): boolean {
    const glyph = this.#glyphs[this.#inkEnd(from, to) - 1]
    return glyph !== undefined && mayHang(glyph) && this.#length(from, to) > measure + SLIP
  }

  #given(from: number, to: number): number {
    const end = this.#inkEnd(from, to)
    return end <= from + 1 ? 0 : (this.#gives[end] ?? 0) - (this.#gives[from + 1] ?? 0)
  }

  #lead(from: number): number {
    const glyph = this.#glyphs[from]
    return glyph && isOpening(glyph) ? HALF : 0
  }

  #inkEnd(from: number, to: number): number {
    let end = to
    while (end > from && isSpace(this.#glyphs[end - 1]?.text ?? '')) end--
    return end
  }
}
