import { closeSync, openSync, readSync } from 'node:fs'

// A figure is half an em in every face, so that amounts and dates stand under each other: figures are not taken from here.
const LATIN = /^[\x20-\x2f\x3a-\x7e\u00a0\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]$/
const LAST = 0x1eff

/** A letter of the Latin alphabet, or a mark that stands among such letters. */
export const isLatin = (text: string): boolean => LATIN.test(text)

/** A glyph as a font file holds it, in its units. */
export interface Drawing {
  readonly advance: number
  readonly bearing: number
  readonly outline: Buffer
}

export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** What a proportional face draws of `isLatin`, by slot id; `box` holds all of it. */
export interface Latin {
  readonly glyphs: ReadonlyMap<number, Drawing>
  readonly box: Box
}

export const NO_LATIN: Latin = { glyphs: new Map(), box: { minX: 0, minY: 0, maxX: 0, maxY: 0 } }

/** The slot id of a letter: above all that glyphs of a font file can have. */
export const latinId = (codePoint: number): number => 0x1_0000 + codePoint

/**
 * The Latin glyphs of a TrueType file; a file in other units than the face it is to stand in is a bug. Only they are read: the
 * rest is thousands of kanji that the other face has.
 */
export function latinOf(path: string, unitsPerEm: number): Latin {
  const file = openSync(path, 'r')
  const bytes = (from: number, length: number): Buffer => {
    const read = Buffer.alloc(length)
    readSync(file, read, 0, length, from)
    return read
  }
  try {
    return read(bytes, unitsPerEm)
  } finally {
    closeSync(file)
  }
}

function read(bytes: (from: number, length: number) => Buffer, unitsPerEm: number): Latin {
  const rows = bytes(0, 12 + 16 * bytes(4, 2).readUInt16BE(0))
  const place = (tag: string): [from: number, length: number] => {
    const row = rows.indexOf(tag, 12, 'latin1')
    if (row < 0) throw new Error(`the font has no table ${tag}: not TrueType outlines`)
    return [rows.readUInt32BE(row + 8), rows.readUInt32BE(row + 12)]
  }
  const head = bytes(...place('head'))
  if (head.readUInt16BE(18) !== unitsPerEm) throw new Error('the Latin face has other units than its Japanese one')
  const measured = bytes(...place('hhea')).readUInt16BE(34)
  const hmtx = bytes(...place('hmtx'))
  const loca = bytes(...place('loca'))
  const [outlines] = place('glyf')
  const long = head.readInt16BE(50) === 1
  const startOf = (id: number) => (long ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2)
  const glyphOf = mapOf(bytes(...place('cmap')))

  const glyphs = new Map<number, Drawing>()
  const box = { ...NO_LATIN.box }
  for (let point = 0; point <= LAST; point++) {
    const id = isLatin(String.fromCharCode(point)) ? glyphOf(point) : 0
    if (id === 0 || id >= measured) continue
    const outline = bytes(outlines + startOf(id), startOf(id + 1) - startOf(id))
    const drawing = { advance: hmtx.readUInt16BE(id * 4), bearing: hmtx.readInt16BE(id * 4 + 2), outline }
    glyphs.set(latinId(point), drawing)
    if (outline.length === 0) continue
    box.minX = Math.min(box.minX, outline.readInt16BE(2))
    box.minY = Math.min(box.minY, outline.readInt16BE(4))
    box.maxX = Math.max(box.maxX, outline.readInt16BE(6))
    box.maxY = Math.max(box.maxY, outline.readInt16BE(8))
  }
  return { glyphs, box }
}

/** The glyph of a code point up to FFFF, 0 where there is none (OpenType 1.9, cmap format 4). */
function mapOf(cmap: Buffer): (codePoint: number) => number {
  for (let entry = 4; entry < 4 + cmap.readUInt16BE(2) * 8; entry += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4))
    if (table.readUInt16BE(0) !== 4) continue
    const size = table.readUInt16BE(6)
    return point => {
      let at = 14
      while (table.readUInt16BE(at) < point) at += 2
      const [start, shift, range] = [at + size + 2, at + 2 * size + 2, at + 3 * size + 2]
      if (table.readUInt16BE(start) > point) return 0
      const offset = table.readUInt16BE(range)
      const id = offset === 0 ? point : table.readUInt16BE(range + offset + (point - table.readUInt16BE(start)) * 2)
      return id === 0 ? 0 : (id + table.readUInt16BE(shift)) & 0xffff
    }
  }
  throw new Error('the font has no character map of format 4')
}
