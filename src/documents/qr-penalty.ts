/** Modules by line, two words each, the first module the lowest bit: a code has at most 64 a side. */
export function linesOf(cells: Uint8Array, size: number, way: 'rows' | 'columns'): Uint32Array {
  const [along, across] = way === 'rows' ? [1, size] : [size, 1]
  const words = new Uint32Array(2 * size)
  for (let line = 0; line < size; line++)
    for (let nth = 0, at = line * across; nth < size; nth++, at += along)
      if (cells[at]) words[2 * line + (nth >> 5)] = (words[2 * line + (nth >> 5)] ?? 0) | (1 << (nth & 31))
  return words
}

/**
 * What makes a code hard to scan (ISO/IEC 18004, 7.8.3), as the library qrcode counts it: the masks stay those it chose. A
 * line is weighed as a whole, for a letter waits for eight codes.
 */
export function penalty(rows: Uint32Array, columns: Uint32Array, size: number): number {
  let points = 0
  let dark = 0
  for (let at = 0; at < 2 * size; at += 2) {
    const low = rows[at] ?? 0
    const high = rows[at + 1] ?? 0
    dark += ones(low) + ones(high)
    points += linePoints(low, high, size) + linePoints(columns[at] ?? 0, columns[at + 1] ?? 0, size)
    if (at + 2 < 2 * size) points += 3 * squares(low, high, rows[at + 2] ?? 0, rows[at + 3] ?? 0, size)
  }
  return points + Math.abs(Math.ceil((dark * 100) / (size * size) / 5) - 10) * 10
}

/** Of one row or column: runs of five and more, and what looks like the corner of a code. */
function linePoints(low: number, high: number, size: number): number {
  const kept = size - 1
  // Bit i: modules i and i + 1 are alike; then: five from i on are.
  const alike = ~(low ^ ((low >>> 1) | (high << 31))) & lowOf(kept)
  const alikeHigh = ~(high ^ (high >>> 1)) & highOf(kept)
  const three = alike & ((alike >>> 1) | (alikeHigh << 31))
  const threeHigh = alikeHigh & (alikeHigh >>> 1)
  const five = three & ((three >>> 2) | (threeHigh << 30))
  const fiveHigh = threeHigh & (threeHigh >>> 2)
  // A run of n modules costs n - 2: one for each five in it, and two for its end.
  const end = five & ~((five >>> 1) | (fiveHigh << 31))
  const endHigh = fiveHigh & ~(fiveHigh >>> 1)
  return ones(five) + ones(fiveHigh) + 2 * (ones(end) + ones(endHigh)) + 40 * corners(low, high, size)
}

/** How often 1011101 stands behind or before four white modules. */
function corners(low: number, high: number, size: number): number {
  const white = ~low & lowOf(size)
  const whiteHigh = ~high & highOf(size)
  const core =
    low &
    ((white >>> 1) | (whiteHigh << 31)) &
    ((low >>> 2) | (high << 30)) &
    ((low >>> 3) | (high << 29)) &
    ((low >>> 4) | (high << 28)) &
    ((white >>> 5) | (whiteHigh << 27)) &
    ((low >>> 6) | (high << 26))
  const coreHigh =
    high & (whiteHigh >>> 1) & (high >>> 2) & (high >>> 3) & (high >>> 4) & (whiteHigh >>> 5) & (high >>> 6)
  if ((core | coreHigh) === 0) return 0
  const two = white & ((white >>> 1) | (whiteHigh << 31))
  const twoHigh = whiteHigh & (whiteHigh >>> 1)
  const four = two & ((two >>> 2) | (twoHigh << 30))
  const fourHigh = twoHigh & (twoHigh >>> 2)
  return (
    ones(core & ((four >>> 7) | (fourHigh << 25))) +
    ones(coreHigh & (fourHigh >>> 7)) +
    ones(four & ((core >>> 4) | (coreHigh << 28))) +
    ones(fourHigh & (coreHigh >>> 4))
  )
}

/** Squares of two by two of one colour in two rows. */
function squares(low: number, high: number, nextLow: number, nextHigh: number, size: number): number {
  const kept = size - 1
  const one = ~(low ^ ((low >>> 1) | (high << 31))) & ~(nextLow ^ ((nextLow >>> 1) | (nextHigh << 31)))
  const oneHigh = ~(high ^ (high >>> 1)) & ~(nextHigh ^ (nextHigh >>> 1))
  return ones(one & ~(low ^ nextLow) & lowOf(kept)) + ones(oneHigh & ~(high ^ nextHigh) & highOf(kept))
}

/** The first `count` bits of two words. */
const lowOf = (count: number): number => (count >= 32 ? -1 : (1 << count) - 1)
const highOf = (count: number): number => (count >= 64 ? -1 : count <= 32 ? 0 : (1 << (count - 32)) - 1)

function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
