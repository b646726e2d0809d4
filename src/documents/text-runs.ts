import type { Font } from 'fontkit'
import { fontOf, type Glyph } from './fonts.ts'
import type { Line } from './lines.ts'

/** pdfkit's embedded font, as far as we drive it ourselves. */
interface Embedded {
  id: string
  subset: { glyphs: number[] }
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
}

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

  /** One line with its base line at `y`; `spacing` points after every character. */
  show(line: Line, x: number, y: number, size: number, spacing: number): void {
    const out = [`BT ${spacing.toFixed(4)} Tc 1 0 0 -1 ${x.toFixed(3)} ${y.toFixed(3)} Tm`]
    let font = ''
    let pieces: string[] = []
    const flush = () => {
      if (pieces.length > 0) out.push(`[${pieces.join(' ')}] TJ`)
      pieces = []
    }
    line.glyphs.forEach((glyph, index) => {
      const slots = this.#slots(glyph.font)
      if (slots.embedded.id !== font) {
        flush()
        font = slots.embedded.id
        this.#inside.page.fonts[font] ??= slots.embedded.ref()
        out.push(`/${font} ${size} Tf`)
      }
      const shift = line.shifts[index] ?? 0
      if (shift !== 0) pieces.push(String(shift))
      pieces.push(`<${this.#codes(slots, glyph)}>`)
    })
    flush()
    this.#inside.addContent(`${out.join('\n')}\nET`)
  }

  #slots(name: Glyph['font']): Slots {
    const known = this.#fonts.get(name)
    if (known) return known
    this.#inside.font(fontOf(name))
    const slots = { embedded: this.#inside._font, byText: new Map<string, string>() }
    this.#fonts.set(name, slots)
    return slots
  }

  // One slot per character, not per glyph: ① and U+2780 share a glyph, and a copied ① must stay ①. We also never
  // read fontkit's glyph.codePoints, which remember whatever the process printed first.
  #codes({ embedded, byText }: Slots, glyph: Glyph): string {
    const known = byText.get(glyph.text)
    if (known) return known
    const points = Array.from(glyph.text, c => c.codePointAt(0) ?? 0)
    const codes = glyph.ids.map((id, index) => {
      const slot = embedded.subset.glyphs.push(id) - 1
      embedded.widths[slot] = glyph.widths[index] ?? 0
      embedded.unicode[slot] = glyph.ids.length === 1 ? points : points.slice(index, index + 1)
      return slot.toString(16).padStart(4, '0')
    })
    const code = codes.join('')
    byText.set(glyph.text, code)
    return code
  }
}
