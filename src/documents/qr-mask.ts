/** A code's modules, row by row, 1 is black; `fixed` are those that no mask turns over. */
export interface Modules {
  readonly size: number
  readonly data: Uint8Array
  readonly fixed: Uint8Array
}

type Pattern = (row: number, column: number) => boolean
// ISO/IEC 18004, 7.8.2, in the order of their numbers.
const PATTERNS: readonly Pattern[] = [
  (i, j) => (i + j) % 2 === 0,
  i => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i * j) % 3) + ((i + j) % 2)) % 2 === 0,
]
const drawn = new Map<number, readonly Uint8Array[]>()

/** The eight patterns at a size, drawn once. */
function patternsAt(size: number): readonly Uint8Array[] {
  const known = drawn.get(size)
  if (known) return known
  const all = PATTERNS.map(pattern =>
    Uint8Array.from({ length: size * size }, (_, at) => (pattern(Math.floor(at / size), at % size) ? 1 : 0)),
  )
  drawn.set(size, all)
  return all
}

/** The code that is easiest to scan, made of one with the first mask; the error correction is M. */
export function bestMasked(first: Modules): Uint8Array {
  const masks = patternsAt(first.size)
  let best: Uint8Array = first.data
  let least = Number.POSITIVE_INFINITY
  for (let mask = 0; mask < masks.length; mask++) {
    const data = turned(first, masks[0] ?? first.data, masks[mask] ?? first.data)
    putFormat(data, first.size, mask)
    const points = penalty(data, first.size)
    if (points < least) {
      least = points
      best = data
    }
  }
  return best
}

/** The same code with another mask. */
function turned({ data, fixed }: Modules, old: Uint8Array, mask: Uint8Array): Uint8Array {
  const out = new Uint8Array(data)
  for (let at = 0; at < out.length; at++) if (!fixed[at]) out[at] = (data[at] ?? 0) ^ (old[at] ?? 0) ^ (mask[at] ?? 0)
  return out
}

/** Level M and the number of the mask with their check bits, twice (ISO/IEC 18004, 7.9). */
function putFormat(data: Uint8Array, size: number, mask: number): void {
  let check = mask << 10
  for (let bit = 14; bit >= 10; bit--) if (check & (1 << bit)) check ^= 0x537 << (bit - 10)
  const bits = ((mask << 10) | check) ^ 0x5412
  for (let nth = 0; nth < 15; nth++) {
    const value = (bits >> nth) & 1
    const row = nth < 6 ? nth : nth < 8 ? nth + 1 : size - 15 + nth
    const column = nth < 8 ? size - 1 - nth : nth < 9 ? 7 : 14 - nth
    data[row * size + 8] = value
    data[8 * size + column] = value
  }
}

/** What makes a code hard to scan (ISO/IEC 18004, 7.8.3), as the library qrcode counts it: the masks stay those it chose. */
function penalty(data: Uint8Array, size: number): number {
  let points = 0
  let dark = 0
  for (let line = 0; line < size; line++) {
    points += linePenalty(data, size, line * size, 1) + linePenalty(data, size, line, size)
    for (let at = line * size; at < (line + 1) * size; at++) dark += data[at] ?? 0
  }
  for (let row = 0; row < size - 1; row++) {
    for (let at = row * size; at < (row + 1) * size - 1; at++) {
      const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + size] ?? 0) + (data[at + size + 1] ?? 0)
      if (sum === 0 || sum === 4) points += 3
    }
  }
  return points + Math.abs(Math.ceil((dark * 100) / data.length / 5) - 10) * 10
}

/** Of one row or column: runs of five and more, and what looks like the corner of a code. */
function linePenalty(data: Uint8Array, size: number, from: number, step: number): number {
  let points = 0
  let run = 0
  let before = -1
  let last = 0
  for (let nth = 0, at = from; nth < size; nth++, at += step) {
    const module = data[at] ?? 0
    run = module === before ? run + 1 : 1
    if (run === 5) points += 3
    else if (run > 5) points++
    before = module
    last = ((last << 1) & 0x7ff) | module
    if (nth >= 10 && (last === 0x5d0 || last === 0x05d)) points += 40
  }
  return points
}
