import type { Font } from 'fontkit'
import { codesFor } from './byte-codes.ts'
import { descriptorOf } from './font-descriptor.ts'
import type { Program, Slot } from './font-program.ts'
import type { Box } from './latin.ts'
import { hex, number, type PdfObjects, reserved, utf16, Verbatim, writeStream, writeText } from './pdf-objects.ts'
import { pieceOf, zlibOf } from './zlib-pieces.ts'

const SYSTEM = '/CIDSystemInfo <<\n/Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0\n>>'

/** One font of one document: a slot for each character that is set in it (ISO 32000-1, 9.7). */
export class EmbeddedFont {
  readonly id: string
  /** What a page's resources say of it. */
  readonly object: Verbatim
  readonly #file: PdfObjects
  readonly #id: number
  #slots: Slot[] = [{ id: 0, wider: 0 }]
  #widths: number[]
  #texts: string[] = ['\0']

  constructor(file: PdfObjects, id: string, emptyWidth: number) {
    this.id = id
    this.#file = file
    this.#id = reserved(file)
    this.object = new Verbatim(`${this.#id} 0 R`)
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
    const file = this.#file
    const { deflated, length } = program(this.#slots)
    const embedded = reserved(file)
    writeStream(file, embedded, `/Filter /FlateDecode\n/Length1 ${length}`, deflated)
    const name = `${tagOf(this.id)}+${font.postscriptName.replaceAll(' ', '_')}`
    const described = `${descriptorOf(font, letters)}\n/FontName /${name}\n/FontFile2 ${embedded} 0 R`
    const descriptor = reserved(file)
    writeText(file, descriptor, `<<\n${described}\n>>`)
    const widths = `/W [0 [${this.#widths.map(number).join(' ')}]]\n/CIDToGIDMap /Identity`
    const cid = `/Subtype /CIDFontType2\n/BaseFont /${name}\n${SYSTEM}\n/FontDescriptor ${descriptor} 0 R`
    const descendant = reserved(file)
    writeText(file, descendant, `<<\n/Type /Font\n${cid}\n${widths}\n>>`)
    const toUnicode = reserved(file)
    writeStream(file, toUnicode, '/Filter /FlateDecode', characterMap(this.#texts))
    const parts = `/DescendantFonts [${descendant} 0 R]\n/ToUnicode ${toUnicode} 0 R`
    const composite = `/Subtype /Type0\n/BaseFont /${name}\n/Encoding /Identity-H\n${parts}`
    writeText(file, this.#id, `<<\n/Type /Font\n${composite}\n>>`)
  }
}

/** Six capitals that tell the subsets of one document apart (ISO 32000-1, 9.6.4). */
const tagOf = (id: string): string =>
  Array.from({ length: 6 }, (_, at) => String.fromCharCode((id.charCodeAt(at + 1) || 73) + 17)).join('')

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
