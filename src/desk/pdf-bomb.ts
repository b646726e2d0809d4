import { inflateSync } from 'node:zlib'

/** A stream that does not unpack costs so much all the same, lest a file consist of such. */
const COST_OF_A_FAILURE = 4 * 1024 * 1024

const TOKEN = /(endstream)|(stream(?: ?\r?\n|\r)?)|\/([^\s/<>[\](){}%]+)/g
const OTHER_FILTERS = new Set([
  'LZWDecode',
  'LZW',
  'RunLengthDecode',
  'RL',
  'ASCIIHexDecode',
  'AHx',
  'ASCII85Decode',
  'A85',
])

/**
 * Whether the object and cross-reference streams of a PDF unpack to at most `limit` bytes. pdf-lib unpacks them without a
 * limit, and a few kilobytes could fill the memory. Pictures and pages are not unpacked by it, nor looked at here.
 */
export const unpacksWithin = (bytes: Buffer, limit: number): boolean => {
  let left = limit
  let ofObjects = false
  let filtered = false
  let filters = 0
  for (const { index, 0: token, 1: end, 2: begin, 3: name } of bytes.toString('latin1').matchAll(TOKEN)) {
    if (end !== undefined) {
      ofObjects = false
      filtered = false
      filters = 0
    } else if (name !== undefined) {
      const plain = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
      if (plain === 'ObjStm' || plain === 'XRef') ofObjects = true
      if (plain === 'Filter') filtered = true
      if (plain === 'FlateDecode') filters += 1
      if (OTHER_FILTERS.has(plain)) filters += 2
    } else if (begin !== undefined && ofObjects) {
      // One Flate, named on the spot, is what every program writes; anything else is there to unpack twice.
      if (filtered && filters !== 1) return false
      left -= filtered ? unpacked(bytes.subarray(index + token.length), left) : 0
      if (left <= 0) return false
    }
  }
  return true
}

const unpacked = (packed: Buffer, most: number): number => {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length
  } catch (error) {
    return error instanceof RangeError ? most : COST_OF_A_FAILURE
  }
}
