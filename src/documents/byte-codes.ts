import type { Bits } from './bits.ts'

/** A prefix code for the 256 bytes and the end mark 256; `bits` stand as they go into the stream, lowest first. */
export interface ByteCodes {
  readonly lengths: Uint8Array
  readonly bits: Uint16Array
}

const END = 256
const LONGEST = 15

/** The code that suits such bytes; every byte has one, also those that `sample` lacks. */
export function codesFor(sample: readonly Uint8Array[]): ByteCodes {
  const counts = new Array<number>(END + 1).fill(1)
  for (const bytes of sample) for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  let lengths = lengthsOf(counts)
  for (let part = 2; lengths.some(length => length > LONGEST); part *= 2)
    lengths = lengthsOf(counts.map(count => Math.ceil(count / part)))
  return { lengths, bits: codesOf(lengths) }
}

/** Huffman: the two rarest become one until one is left; the depth of a symbol is the length of its code. */
function lengthsOf(counts: readonly number[]): Uint8Array {
  const trees = counts.map((count, symbol) => ({ count, symbols: [symbol] }))
  const lengths = new Uint8Array(counts.length)
  while (trees.length > 1) {
    trees.sort((a, b) => b.count - a.count)
    const [one, other] = trees.splice(-2)
    if (!one || !other) break
    const symbols = [...one.symbols, ...other.symbols]
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1
    trees.push({ count: one.count + other.count, symbols })
  }
  return lengths
}

/** Codes in the order of length, then symbol (RFC 1951, 3.2.2), turned round. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const bits = new Uint16Array(lengths.length)
  let code = 0
  for (let length = 1; length <= LONGEST; length++) {
    lengths.forEach((own, symbol) => {
      if (own === length) bits[symbol] = reversed(code++, length)
    })
    code <<= 1
  }
  return bits
}

const reversed = (value: number, count: number): number => {
  let out = 0
  for (let bit = 0; bit < count; bit++) out |= ((value >> bit) & 1) << (count - 1 - bit)
  return out
}

/** Opens the one block of a stream that these codes are for (RFC 1951, 3.2.7); there are no repeats in it. */
export function openBlock(out: Bits, { lengths }: ByteCodes): void {
  out.put(1, 1) // the last block
  out.put(2, 2) // with codes of its own
  out.put(0, 5) // 257 literals
  out.put(1, 5) // two distances that never occur: some readers take no fewer
  out.put(15, 4)
  // The lengths 0 to 15 are written in four bits each; in the order 16, 17, 18, 0, 8, 7 … of the format the first three are unused.
  out.put(0, 9)
  for (let length = 0; length <= LONGEST; length++) out.put(4, 3)
  for (const length of lengths) out.put(reversed(length, 4), 4)
  for (let distance = 0; distance < 2; distance++) out.put(reversed(1, 4), 4)
}

export const putBytes = (out: Bits, { lengths, bits }: ByteCodes, bytes: Uint8Array): void => {
  for (const byte of bytes) out.put(bits[byte] ?? 0, lengths[byte] ?? 0)
}

export const closeBlock = (out: Bits, { lengths, bits }: ByteCodes): void => out.put(bits[END] ?? 0, lengths[END] ?? 0)
