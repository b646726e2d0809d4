import { linesOf, penalty } from './qr-penalty.ts'

/** A code's modules, row by row, 1 is black; `fixed` are those that no mask turns over. At most 64 a side. */
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

/** What turns a code with the first mask into one with another: the cells that change, and the same as rows and columns. */
interface Turn {
  readonly cells: Uint8Array
  readonly rows: Uint32Array
  readonly columns: Uint32Array
}

// Of one size all codes have the same fixed modules.
const turns = new Map<number, readonly Turn[]>()

function turnsAt({ size, fixed }: Modules): readonly Turn[] {
  const known = turns.get(size)
  if (known) return known
  if (size > 64) throw new RangeError(`a code of ${size} modules a side`)
  const format = PATTERNS.map((_, mask) => formatOf(mask, size))
  const all = PATTERNS.map((pattern, mask) => {
    const cells = Uint8Array.from({ length: size * size }, (_, at) => {
      const [row, column] = [Math.floor(at / size), at % size]
      const free = fixed[at] ? 0 : Number(pattern(row, column)) ^ Number(PATTERNS[0]?.(row, column))
      return free ^ (format[mask]?.[at] ?? 0) ^ (format[0]?.[at] ?? 0)
    })
    return { cells, rows: linesOf(cells, size, 'rows'), columns: linesOf(cells, size, 'columns') }
  })
  turns.set(size, all)
  return all
}

/** The code that is easiest to scan, made of one with the first mask; the error correction is M. */
export function bestMasked(first: Modules): Uint8Array {
  const { size, data } = first
  const rows = linesOf(data, size, 'rows')
  const columns = linesOf(data, size, 'columns')
  let best: Turn | null = null
  let least = Number.POSITIVE_INFINITY
  for (const turn of turnsAt(first)) {
    const points = penalty(turned(rows, turn.rows), turned(columns, turn.columns), size)
    if (points >= least) continue
    least = points
    best = turn
  }
  return best === null ? data : turned(data, best.cells)
}

/** The same with what a mask changes. */
function turned<T extends Uint8Array | Uint32Array>(lines: T, change: T): T {
  const out = lines.slice() as T
  for (let at = 0; at < out.length; at++) out[at] = (out[at] ?? 0) ^ (change[at] ?? 0)
  return out
}

/** Level M and the number of the mask with their check bits, twice (ISO/IEC 18004, 7.9). */
function formatOf(mask: number, size: number): Uint8Array {
  const cells = new Uint8Array(size * size)
  let check = mask << 10
  for (let bit = 14; bit >= 10; bit--) if (check & (1 << bit)) check ^= 0x537 << (bit - 10)
  const bits = ((mask << 10) | check) ^ 0x5412
  for (let nth = 0; nth < 15; nth++) {
    const value = (bits >> nth) & 1
    const row = nth < 6 ? nth : nth < 8 ? nth + 1 : size - 15 + nth
    const column = nth < 8 ? size - 1 - nth : nth < 9 ? 7 : 14 - nth
    cells[row * size + 8] = value
    cells[8 * size + column] = value
  }
  return cells
}
