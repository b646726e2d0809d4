import type { Font } from 'fontkit'
import { copyOutlines, type Subset } from './font-subset.ts'
import { fontOf, type Glyph } from './fonts.ts'
import { QUARTER } from './spacing.ts'

/** pdfkit's embedded font, as far as we drive it ourselves. */
interface Embedded {
  id: string
  subset: Subset
  font: Font
  widths: number[]
  unicode: number[][]
  ref(): unknown
}

type Doc = PDFKit.PDFDocument & {
  _font: Embedded
  page: { fonts: Record<string, unknown> }
  addContent(data: string): unknown
  font(font: Font): unknown
}

interface Slots {
  embedded: Embedded
  byText: Map<string, string>
  /** What is added to the advance of a slot, thousandths. */
  wider: Map<number, number>
}

// Poppler, pdf.js and PDFium see a space from a tenth of the size on.
const UNSEEN = 90

/**
 * Writes text operators itself: pdfkit's own text() takes the copied characters from fontkit's glyph cache,
 * which is shared by all documents of the process.
 */
export class TextRuns {
  #inside: Doc
  #fonts = new Map<Glyph['font'], Slots>()

  constructor(doc: PDFKit.PDFDocument) {
    this.#inside = doc as unknown as Doc
  }

  /** One line with its base line at `y`; `gaps` in thousandths before each glyph. */
  show(glyphs: readonly Glyph[], gaps: readonly number[], x: number, y: number, size: number): void {
    const out = [`BT 1 0 0 -1 ${number(x)} ${number(y)} Tm`]
    let font = ''
    let codes = ''
    let pieces = ''
    // Whole thousandths, what is cut off carried on, so that a long line still ends where it should.
    let carried = 0
    const flush = () => {
      if (codes) pieces += `<${codes}>`
      codes = ''
    }
    const write = () => {
      flush()
      if (pieces) out.push(`[${pieces}] TJ`)
      pieces = ''
    }
    glyphs.forEach((glyph, index) => {
      const slots = this.#slots(glyph.font)
      // The quarter em of a change of script is part of the glyph before it: a reader of the text takes a gap for a space.
      const wider = (gaps[index + 1] ?? 0) >= QUARTER ? QUARTER : 0
      if (slots.embedded.id !== font) {
        write()
        font = slots.embedded.id
        this.#inside.page.fonts[font] ??= slots.embedded.ref()
        out.push(`/${font} ${number(size)} Tf`)
      }
      carried += gaps[index] ?? 0
      const whole = Math.round(carried)
      if (whole !== 0) {
        flush()
        pieces += String(-whole)
        carried -= whole
      }
      carried -= wider
      codes += this.#codes(slots, glyph, wider)
    })
    write()
    out.push('ET')
    // What is stretched wider still says by itself which characters it is (ISO 32000-1, 14.9.4).
    if (gaps.some(gap => (gap < QUARTER ? gap : gap - QUARTER) > UNSEEN)) {
      const text = glyphs.map(glyph => glyph.text).join('')
      out.unshift(`/Span <</ActualText <${utf16(text)}>>> BDC`)
      out.push('EMC')
    }
    this.#inside.addContent(out.join('\n'))
  }

  #slots(name: Glyph['font']): Slots {
    const known = this.#fonts.get(name)
    if (known) return known
    this.#inside.font(fontOf(name))
    const slots = { embedded: this.#inside._font, byText: new Map<string, string>(), wider: new Map<number, number>() }
    copyOutlines(slots.embedded.subset, slots.embedded.font, slots.wider)
    this.#fonts.set(name, slots)
    return slots
  }

  // One slot per character, not per glyph: ① and U+2780 share a glyph, and a copied ① must stay ①. We also never
  // read fontkit's glyph.codePoints, which remember whatever the process printed first.
  #codes({ embedded, byText, wider }: Slots, glyph: Glyph, more: number): string {
    const key = more === 0 ? glyph.text : `${glyph.text} ${more}`
    const known = byText.get(key)
    if (known) return known
    const points = Array.from(glyph.text, c => c.codePointAt(0) ?? 0)
    const codes = glyph.ids.map((id, index) => {
      const slot = embedded.subset.glyphs.push(id) - 1
      const added = index === glyph.ids.length - 1 ? more : 0
      if (added !== 0) wider.set(slot, added)
      embedded.widths[slot] = (glyph.widths[index] ?? 0) + added
      embedded.unicode[slot] = glyph.ids.length === 1 ? points : points.slice(index, index + 1)
      return slot.toString(16).padStart(4, '0')
    })
    const code = codes.join('')
    byText.set(key, code)
    return code
  }
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

const utf16 = (text: string): string => `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}`
