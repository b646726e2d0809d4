import { codesFor } from './byte-codes.ts'
import { type Box, type Latin, NO_LATIN } from './latin.ts'
import { type Piece, pieceOf, zlibOf } from './zlib-pieces.ts'

/** One slot of an embedded font: an outline, and what is added to its advance, thousandths. */
export interface Slot {
  readonly id: number
  readonly wider: number
}

/** The font program of a document, compressed; `length` before that. */
export interface Program {
  readonly deflated: Uint8Array
  readonly length: number
}

const SAMPLE = 40

/**
 * Writes TrueType programs of few glyphs out of the bytes of a font file: head, hhea, maxp, loca, hmtx and glyf, as a PDF wants
 * them (ISO 32000-1, 9.9). Instructions for the screen are left out: they are a fifth of the outlines, and paper has no use for
 * them. A coded outline is kept, for it depends on the font alone and never on a document. Glyphs of `latin`, of a face in the same
 * units, stand among the others.
 */
export function programs(file: Buffer, latin: Latin = NO_LATIN): (slots: readonly Slot[]) => Program {
  const tables = tablesOf(file)
  const { hhea, maxp, loca, hmtx, glyf } = tables
  const head = boxed(tables.head, latin.box)
  const unitsPerEm = head.readUInt16BE(18)
  const measured = hhea.readUInt16BE(34)
  const long = head.readInt16BE(50) === 1
  const startOf = (id: number) => (long ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2)
  const outlineOf = (id: number) =>
    withoutInstructions(latin.glyphs.get(id)?.outline ?? glyf.subarray(startOf(id), startOf(id + 1)))

  const count = maxp.readUInt16BE(4)
  const codes = codesFor(Array.from({ length: Math.ceil(count / SAMPLE) }, (_, nth) => outlineOf(nth * SAMPLE)))
  const known = new Map<number, Piece>()
  const coded = (id: number): Piece => {
    const found = known.get(id)
    if (found) return found
    const piece = pieceOf(codes, outlineOf(id))
    known.set(id, piece)
    return piece
  }
  const measuresOf = (id: number) => ({
    advance: hmtx.readUInt16BE(Math.min(id, measured - 1) * 4),
    bearing: hmtx.readInt16BE(id < measured ? id * 4 + 2 : measured * 4 + (id - measured) * 2),
  })
  const metricsOf = (slots: readonly Slot[]): Buffer => {
    const metrics = Buffer.alloc(4 * slots.length)
    slots.forEach(({ id, wider }, at) => {
      const { advance, bearing } = latin.glyphs.get(id) ?? measuresOf(id)
      metrics.writeUInt16BE(advance + Math.round((wider * unitsPerEm) / 1000), at * 4)
      metrics.writeInt16BE(bearing, at * 4 + 2)
    })
    return metrics
  }

  return slots => {
    const outlines = slots.map(({ id }) => coded(id))
    const places = placesOf(outlines)
    const short = (places.at(-1) ?? 0) < 0x1_fffe
    const parts: [tag: string, table: Buffer][] = [
      ['head', patched(head, 50, short ? 0 : 1)],
      ['hhea', patched(hhea, 34, slots.length)],
      ['hmtx', metricsOf(slots)],
      ['loca', locaOf(places, short)],
      ['maxp', patched(maxp, 4, slots.length)],
    ]
    const front = fileFront(parts, places.at(-1) ?? 0)
    return {
      deflated: zlibOf(codes, [pieceOf(codes, front), ...outlines]),
      length: front.length + (places.at(-1) ?? 0),
    }
  }
}

interface Tables {
  head: Buffer
  hhea: Buffer
  maxp: Buffer
  loca: Buffer
  hmtx: Buffer
  glyf: Buffer
}

function tablesOf(file: Buffer): Tables {
  const found = new Map<string, Buffer>()
  for (let row = 12; row < 12 + file.readUInt16BE(4) * 16; row += 16) {
    const from = file.readUInt32BE(row + 8)
    found.set(file.toString('latin1', row, row + 4), file.subarray(from, from + file.readUInt32BE(row + 12)))
  }
  const table = (tag: string): Buffer => {
    const bytes = found.get(tag)
    if (bytes === undefined) throw new Error(`the font has no table ${tag}: not TrueType outlines`)
    return bytes
  }
  return {
    head: table('head'),
    hhea: table('hhea'),
    maxp: table('maxp'),
    loca: table('loca'),
    hmtx: table('hmtx'),
    glyf: table('glyf'),
  }
}

/** One simple outline (OpenType 1.9, glyf), its length even. None of our fonts has one put together out of others. */
function withoutInstructions(outline: Buffer): Buffer {
  if (outline.length === 0) return outline
  const contours = outline.readInt16BE(0)
  if (contours < 0) throw new Error('the font has an outline put together out of others')
  const count = 10 + contours * 2
  const points = count + 2 + outline.readUInt16BE(count)
  const left = count + 2 + outline.length - points
  const out = Buffer.alloc(left + (left % 2))
  outline.copy(out, 0, 0, count)
  outline.copy(out, count + 2, points)
  return out
}

const placesOf = (outlines: readonly Piece[]): number[] => {
  const places = [0]
  let end = 0
  for (const { length } of outlines) {
    end += length
    places.push(end)
  }
  return places
}

const locaOf = (places: readonly number[], short: boolean): Buffer => {
  const loca = Buffer.alloc(places.length * (short ? 2 : 4))
  places.forEach((place, at) => {
    if (short) loca.writeUInt16BE(place / 2, at * 2)
    else loca.writeUInt32BE(place, at * 4)
  })
  return loca
}

const patched = (table: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(table)
  copy.writeUInt16BE(value, at)
  return copy
}

/** The head table with a box that holds the letters too. */
function boxed(head: Buffer, { minX, minY, maxX, maxY }: Box): Buffer {
  const copy = Buffer.from(head)
  copy.writeInt16BE(Math.min(head.readInt16BE(36), minX), 36)
  copy.writeInt16BE(Math.min(head.readInt16BE(38), minY), 38)
  copy.writeInt16BE(Math.max(head.readInt16BE(40), maxX), 40)
  copy.writeInt16BE(Math.max(head.readInt16BE(42), maxY), 42)
  return copy
}

/** Directory and all tables but the outlines, which follow: tables start at multiples of four. */
function fileFront(parts: readonly (readonly [tag: string, table: Buffer])[], outlines: number): Buffer {
  const rows = parts.length + 1
  const padded = (length: number) => (length + 3) & ~3
  const directory = 12 + 16 * rows
  const front = Buffer.alloc(parts.reduce((sum, [, table]) => sum + padded(table.length), directory))
  front.writeUInt32BE(0x10000, 0)
  front.writeUInt16BE(rows, 4)
  const power = 2 ** Math.floor(Math.log2(rows))
  front.writeUInt16BE(power * 16, 6)
  front.writeUInt16BE(Math.log2(power), 8)
  front.writeUInt16BE((rows - power) * 16, 10)
  let at = directory
  const row = (nth: number, tag: string, from: number, length: number) => {
    front.write(tag, 12 + nth * 16, 'latin1')
    front.writeUInt32BE(from, 12 + nth * 16 + 8)
    front.writeUInt32BE(length, 12 + nth * 16 + 12)
  }
  row(0, 'glyf', front.length, outlines)
  parts.forEach(([tag, table], nth) => {
    row(nth + 1, tag, at, table.length)
    table.copy(front, at)
    at += padded(table.length)
  })
  return front
}
