import type { TextRun } from './open-pdf.ts'

/**
 * Runs that stand beside each other, as the eye joins them: many programs set each character by itself (letter-spacing, 均等割付,
 * text down the page), and a name in four runs is still a name.
 */
export interface TextLine {
  readonly runs: readonly TextRun[]
  readonly down: boolean
}

/** How far apart, in heights of the characters, runs of one line may stand: words, and characters set one by one. */
const WORDS_APART = 1.6
const CHARACTERS_APART = 4
/** A run is a quarter higher than its characters (open-pdf.ts). */
const LEADING = 1.25

/** A run on its own two axes: `from`…`to` along the line, `across` the middle of it. */
interface Placed {
  readonly run: TextRun
  readonly from: number
  readonly to: number
  readonly across: number
  readonly em: number
  readonly single: boolean
}

const isSingle = ({ text }: TextRun): boolean => [...text.trim()].length === 1
const isTall = (run: TextRun): boolean => !isSingle(run) && run.h > run.w

const placed = (run: TextRun, down: boolean): Placed => {
  const single = isSingle(run)
  const em = isTall(run) ? run.w / LEADING : run.h / LEADING
  const middle = { x: run.x + run.w / 2, y: run.y + run.h / 2 }
  // Of one character the leading counts in neither direction.
  const half = single ? (down ? em : Math.min(run.w, em)) / 2 : (down ? run.h : run.w) / 2
  const [along, across] = down ? [middle.y, middle.x] : [middle.x, middle.y]
  return { run, from: along - half, to: along + half, across, em, single }
}

/** Lines across the page and lines down it; a character that could be of either is in both. */
export const linesOf = (runs: readonly TextRun[]): TextLine[] => {
  const filled = runs.filter(run => run.text.trim() !== '')
  const across = following(filled.filter(run => !isTall(run)).map(run => placed(run, false)))
  const down = following(filled.filter(run => isSingle(run) || isTall(run)).map(run => placed(run, true)))
  const near = { across: nearest(across), down: nearest(down) }
  const isOf = (own: Map<TextRun, number>, other: Map<TextRun, number>) => (run: TextRun) =>
    !isSingle(run) || (own.get(run) ?? Number.POSITIVE_INFINITY) <= (other.get(run) ?? Number.POSITIVE_INFINITY) * 1.15
  return [
    ...chained(across, isOf(near.across, near.down)).map(runs => ({ runs, down: false })),
    ...chained(down, isOf(near.down, near.across))
      .filter(runs => runs.length > 1 || runs.some(isTall))
      .map(runs => ({ runs, down: true })),
  ]
}

interface Link {
  readonly after: Placed
  readonly gap: number
}
type Links = ReadonlyMap<Placed, Link | null>

/** For each run the next one on its line, if there is any near enough; nobody is the next of two. */
const following = (all: readonly Placed[]): Links => {
  const sorted = [...all].sort((a, b) => a.across - b.across)
  const links = new Map<Placed, Link | null>(sorted.map(each => [each, null]))
  const claimed = new Map<Placed, { by: Placed; gap: number }>()
  for (const [at, one] of sorted.entries()) {
    const best = nextOf(one, sorted, at)
    if (best === null) continue
    const before = claimed.get(best.after)
    if (before !== undefined && before.gap <= best.gap) continue
    if (before !== undefined) links.set(before.by, null)
    links.set(one, best)
    claimed.set(best.after, { by: one, gap: best.gap })
  }
  return links
}

const nextOf = (one: Placed, sorted: readonly Placed[], at: number): Link | null => {
  let best: Link | null = null
  const look = (other: Placed) => {
    const em = Math.max(one.em, other.em)
    const gap = other.from - one.to
    const most = em * (one.single && other.single ? CHARACTERS_APART : WORDS_APART)
    const ahead = other.from + other.to > one.from + one.to && gap > -0.6 * em
    const alike = Math.max(one.em, other.em) < 2.2 * Math.min(one.em, other.em)
    if (ahead && alike && gap <= most && (best === null || gap < best.gap)) best = { after: other, gap }
  }
  // Only those about as high up as itself: pages of ten thousand characters are not rare.
  for (const step of [1, -1])
    for (let nth = at + step; ; nth += step) {
      const other = sorted[nth]
      if (other === undefined || Math.abs(other.across - one.across) > one.em / 2) break
      look(other)
    }
  return best
}

/** From each run to its nearer neighbour on the line, measured in its own height. */
const nearest = (links: Links): Map<TextRun, number> => {
  const found = new Map<TextRun, number>()
  const note = ({ run, em }: Placed, gap: number) => {
    found.set(run, Math.min(found.get(run) ?? Number.POSITIVE_INFINITY, gap / em + 1))
  }
  for (const [one, link] of links) {
    if (link === null) continue
    note(one, link.gap)
    note(link.after, link.gap)
  }
  return found
}

const chained = (links: Links, isOf: (run: TextRun) => boolean): TextRun[][] => {
  const next = new Map<Placed, Placed>()
  for (const [one, link] of links) if (link !== null && isOf(one.run) && isOf(link.after.run)) next.set(one, link.after)
  const inner = new Set(next.values())
  return [...links.keys()]
    .filter(one => !inner.has(one) && isOf(one.run))
    .map(first => {
      const runs = [first.run]
      for (let at = next.get(first); at !== undefined; at = next.get(at)) runs.push(at.run)
      return runs
    })
}

/**
 * What can be read on a page, without any spaces being looked at: as the file says it, line by line as it is seen, and each line
 * with the two after it, for a name may be broken at the end of a line.
 */
export const readings = (runs: readonly TextRun[]): string[] => {
  const lines = linesOf(runs)
  const text = (line: TextLine) => line.runs.map(run => run.text).join('')
  const placed = lines.map(line => ({ line, ...bounds(line) }))
  const after = new Map(placed.map(each => [each.line, lineAfter(each, placed)]))
  return [
    runs.map(run => run.text).join(''),
    ...lines.map(line => {
      const second = after.get(line)
      const third = second && after.get(second)
      return [line, second, third].map(each => (each ? text(each) : '')).join('')
    }),
  ]
}

/** The nearest below it, of a line down the page the nearest to its left. */
const lineAfter = (own: PlacedLine, lines: readonly PlacedLine[]): TextLine | null => {
  let best: { line: TextLine; gap: number } | null = null
  for (const seen of lines) {
    if (seen.line.down !== own.line.down) continue
    const overlap = Math.min(own.to, seen.to) - Math.max(own.from, seen.from)
    const gap = seen.across - own.across
    const near = gap > 0.5 * own.em && gap <= 3.5 * own.em && overlap > 0
    if (near && (best === null || gap < best.gap)) best = { line: seen.line, gap }
  }
  return best?.line ?? null
}

type PlacedLine = { readonly line: TextLine } & ReturnType<typeof bounds>

const bounds = ({ runs, down }: TextLine) => {
  const all = runs.map(run => placed(run, down))
  const across = all.reduce((sum, each) => sum + each.across, 0) / all.length
  const em = Math.max(...all.map(each => each.em))
  // Columns follow each other from right to left.
  return {
    from: Math.min(...all.map(each => each.from)),
    to: Math.max(...all.map(each => each.to)),
    across: down ? -across : across,
    em,
  }
}
