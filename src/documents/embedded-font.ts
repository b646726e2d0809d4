import type { Font } from 'fontkit'
import { codesFor } from './byte-codes.ts'
import type { Program, Slot } from './font-program.ts'
import type { Box } from './latin.ts'
import { hex, number, type PdfObject, type PdfObjects, utf16, Verbatim } from './pdf-objects.ts'
import { pieceOf, zlibOf } from './zlib-pieces.ts'

/** What fontkit read that a font descriptor says again. */
interface Described {
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  italicAngle: number
  bbox: Box
  post: { isFixedPitch: number }
  'OS/2'?: { sFamilyClass: number }
}

/** One font of one document: a slot for each character that is set in it (ISO 32000-1, 9.7). */
export class EmbeddedFont {
  readonly id: string
  readonly object: PdfObject
  #objects: PdfObjects
  #slots: Slot[] = [{ id: 0, wider: 0 }]
  #widths: number[]
  #texts: string[] = ['\0']

  constructor(objects: PdfObjects, id: string, emptyWidth: number) {
    this.id = id
    this.#objects = objects
    this.object = objects.ref()
    this.#widths = [emptyWidth]
  }

  /** The code of a new slot, four hexadecimal digits; `width` and `wider` in thousandths, `text` what a reader copies. */
  add(slot: Slot, width: number, text: string): string {
    const code = this.#slots.push(slot) - 1
    this.#widths.push(width + slot.wider)
    this.#texts.push(text)
    return hex(code)
  }

  /** Writes the font; nothing can be added afterwards. `letters` is the box of letters of another face, if it has any. */
  end(font: Font, letters: Box | null, program: (slots: readonly Slot[]) => Program): void {
    const { deflated, length } = program(this.#slots)
    const file = this.#objects.ref({ Filter: 'FlateDecode', Length1: length })
    file.end(deflated)
    const name = `${tagOf(this.id)}+${font.postscriptName.replaceAll(' ', '_')}`
    const descriptor = this.#objects.ref({ ...descriptorOf(font, letters), FontName: name, FontFile2: file })
    descriptor.end()
    const descendant = this.#objects.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: new Verbatim(`[0 [${this.#widths.map(number).join(' ')}]]`),
      CIDToGIDMap: 'Identity',
    })
    descendant.end()
    const toUnicode = this.#objects.ref({ Filter: 'FlateDecode' })
    toUnicode.end(characterMap(this.#texts))
    this.object.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    }
    this.object.end()
  }
}

/** Six capitals that tell the subsets of one document apart (ISO 32000-1, 9.6.4). */
const tagOf = (id: string): string =>
  Array.from({ length: 6 }, (_, at) => String.fromCharCode((id.charCodeAt(at + 1) || 73) + 17)).join('')

const around = (one: Box, other: Box): Box => ({
  minX: Math.min(one.minX, other.minX),
  minY: Math.min(one.minY, other.minY),
  maxX: Math.max(one.maxX, other.maxX),
  maxY: Math.max(one.maxY, other.maxY),
})

// fontkit looks each of these up again in its tables.
const descriptors = new WeakMap<Font, Record<string, unknown>>()

function descriptorOf(font: Font, letters: Box | null): Record<string, unknown> {
  const known = descriptors.get(font)
  if (known) return known
  const read = font as unknown as Described
  const box = letters ? around(read.bbox, letters) : read.bbox
  const scale = 1000 / font.unitsPerEm
  const family = (read['OS/2']?.sFamilyClass ?? 0) >> 8
  const serif = family >= 1 && family <= 7 ? 2 : 0
  const descriptor = {
    Type: 'FontDescriptor',
    // Symbolic (4): the codes are ours, no standard's.
    Flags: (letters === null && read.post.isFixedPitch ? 1 : 0) | serif | 4,
    FontBBox: [box.minX * scale, box.minY * scale, box.maxX * scale, box.maxY * scale],
    ItalicAngle: read.italicAngle,
    Ascent: read.ascent * scale,
    Descent: read.descent * scale,
    CapHeight: (read.capHeight || read.ascent) * scale,
    XHeight: read.xHeight * scale,
    StemV: 0,
  }
  descriptors.set(font, descriptor)
  return descriptor
}

const MOST = 256
const BEFORE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
`
const AFTER = `
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
// Nearly all of it is figures: codes made for these need no look at each map.
const codes = codesFor([Buffer.from('0123456789abcdef0123456789abcdef><0034568'.repeat(40))])
const [before, after] = [pieceOf(codes, Buffer.from(BEFORE)), pieceOf(codes, Buffer.from(AFTER))]

/** The text of each slot, for copying and searching (ISO 32000-1, 9.10.3), compressed. */
function characterMap(texts: readonly string[]): Uint8Array {
  const ranges: string[] = []
  for (let from = 0; from < texts.length; from += MOST) {
    const part = texts.slice(from, from + MOST)
    ranges.push(`<${hex(from)}> <${hex(from + part.length - 1)}> [<${part.map(utf16).join('><')}>]`)
  }
  const body = `${ranges.length} beginbfrange\n${ranges.join('\n')}`
  return zlibOf(codes, [before, pieceOf(codes, Buffer.from(body)), after])
}
