import { EmbeddedFont, type PdfObjects } from './embedded-font.ts'
import { fontOf, type Glyph, programOf } from './fonts.ts'
import { QUARTER } from './spacing.ts'

type Doc = PdfObjects & {
  page: { fonts: Record<string, unknown> }
  addContent(data: string): unknown
  _fontFamilies: Record<string, { finalize(): void }>
}

interface Slots {
  embedded: EmbeddedFont
  byText: Map<string, string>
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
        this.#inside.page.fonts[font] ??= slots.embedded.object
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
    const empty = (fontOf(name).getGlyph(0).advanceWidth * 1000) / fontOf(name).unitsPerEm
    const embedded = new EmbeddedFont(this.#inside, `F${this.#fonts.size + 1}`, empty)
    const slots = { embedded, byText: new Map<string, string>() }
    this.#fonts.set(name, slots)
    // pdfkit ends its fonts when the file ends.
    this.#inside._fontFamilies[embedded.id] = { finalize: () => embedded.end(fontOf(name), programOf(name)) }
    return slots
  }

  // One slot per character, not per glyph: ① and U+2780 share a glyph, and a copied ① must stay ①. We also never
  // read fontkit's glyph.codePoints, which remember whatever the process printed first.
  #codes({ embedded, byText }: Slots, glyph: Glyph, more: number): string {
    const key = more === 0 ? glyph.text : `${glyph.text} ${more}`
    const known = byText.get(key)
    if (known) return known
    const points = Array.from(glyph.text)
    const codes = glyph.ids.map((id, index) => {
      const wider = index === glyph.ids.length - 1 ? more : 0
      const text = glyph.ids.length === 1 ? glyph.text : (points[index] ?? '')
      return embedded.add({ id, wider }, glyph.widths[index] ?? 0, text)
    })
    const code = codes.join('')
    byText.set(key, code)
    return code
  }
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

const utf16 = (text: string): string => `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}`
