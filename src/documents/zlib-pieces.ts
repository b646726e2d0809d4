import { Bits } from './bits.ts'
import { type ByteCodes, closeBlock, openBlock, putBytes } from './byte-codes.ts'

/** Bytes already coded: what they add to a stream, and to its sum. */
export interface Piece {
  readonly length: number
  readonly coded: Bits
  readonly sum: Sum
}

/** Adler-32 in its two halves (RFC 1950, 8.2). */
interface Sum {
  readonly a: number
  readonly b: number
}

const BASE = 65_521

// So many bytes that `b` stays below 2^31 between two divisions.
const UNDIVIDED = 3_800

export function pieceOf(codes: ByteCodes, bytes: Uint8Array): Piece {
  const coded = new Bits(bytes.length)
  putBytes(coded, codes, bytes)
  let a = 1
  let b = 0
  for (let from = 0; from < bytes.length; from += UNDIVIDED) {
    const to = Math.min(from + UNDIVIDED, bytes.length)
    for (let at = from; at < to; at++) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= BASE
    b %= BASE
  }
  return { length: bytes.length, coded: coded.fit(), sum: { a, b } }
}

// What every stream of the same codes begins with.
const beginnings = new WeakMap<ByteCodes, Bits>()

function beginningOf(codes: ByteCodes): Bits {
  const known = beginnings.get(codes)
  if (known) return known
  const begun = new Bits()
  begun.put(0x78, 8)
  begun.put(0x9c, 8)
  openBlock(begun, codes)
  beginnings.set(codes, begun)
  return begun
}

/** The zlib stream of all pieces after each other. To code an outline again for every letter was two fifths of its time. */
export function zlibOf(codes: ByteCodes, pieces: readonly Piece[]): Uint8Array {
  const bits = pieces.reduce((sum, piece) => sum + piece.coded.length, 0)
  const out = new Bits((bits >> 3) + 256)
  out.append(beginningOf(codes))
  let sum: Sum = { a: 1, b: 0 }
  for (const piece of pieces) {
    out.append(piece.coded)
    sum = joined(sum, piece)
  }
  closeBlock(out, codes)
  out.toWholeByte()
  for (const half of [sum.b, sum.a]) {
    out.put(half >> 8, 8)
    out.put(half & 255, 8)
  }
  return out.bytes()
}

const joined = (before: Sum, { length, sum }: Piece): Sum => ({
  a: (before.a + sum.a - 1) % BASE,
  b: (before.b + sum.b + length * (before.a + BASE - 1)) % BASE,
})
