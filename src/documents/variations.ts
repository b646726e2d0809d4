const SELECTOR = /^[︀-️\u{E0100}-\u{E01EF}]$/u

export const isSelector = (codePoint: number): boolean => SELECTOR.test(String.fromCodePoint(codePoint))

/** The glyph of a variation sequence: its id, 'plain' where it is the character's own glyph, null where the font has none. */
export type Variation = (base: number, selector: number) => number | 'plain' | null

/**
 * Looks sequences up in the bytes of a TrueType file (cmap format 14), where they lie sorted: a map of them all takes 3 MB a font.
 * fontkit 2.0.4 skips the non-default table when the base is not in the default one, so 辻󠄀 would print as 辻.
 */
export function variations(file: Buffer): Variation {
  const table = sequences(file)
  if (table === null) return () => null
  const count = table.readUInt32BE(6)
  return (base, selector) => {
    for (let record = 10; record < 10 + count * 11; record += 11) {
      if (table.readUIntBE(record, 3) !== selector) continue
      const plain = table.readUInt32BE(record + 3)
      const range = plain === 0 ? null : lastUpTo(base, table, plain, 4)
      if (range !== null && base <= table.readUIntBE(range, 3) + table.readUInt8(range + 3)) return 'plain'
      const other = table.readUInt32BE(record + 7)
      const mapping = other === 0 ? null : lastUpTo(base, table, other, 5)
      return mapping !== null && table.readUIntBE(mapping, 3) === base ? table.readUInt16BE(mapping + 3) : null
    }
    return null
  }
}

/** Place of the last row whose first three bytes are at most `base`; the list begins with its length. */
function lastUpTo(base: number, table: Buffer, list: number, width: number): number | null {
  let low = 0
  let high = table.readUInt32BE(list)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (table.readUIntBE(list + 4 + middle * width, 3) <= base) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : list + 4 + (low - 1) * width
}

/** The cmap subtable of platform 0, encoding 5 (OpenType 1.9, cmap). */
function sequences(file: Buffer): Buffer | null {
  for (let row = 12; row < 12 + file.readUInt16BE(4) * 16; row += 16) {
    if (file.toString('latin1', row, row + 4) !== 'cmap') continue
    const cmap = file.subarray(file.readUInt32BE(row + 8))
    for (let entry = 4; entry < 4 + cmap.readUInt16BE(2) * 8; entry += 8)
      if (cmap.readUInt32BE(entry) === 5) return cmap.subarray(cmap.readUInt32BE(entry + 4))
  }
  return null
}
