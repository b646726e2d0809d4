import type { Font } from 'fontkit'
import { type Face, fontOf, type Glyph } from './fonts.ts'
import { breakLines, type Line, singleLine } from './lines.ts'

export const BLACK = '#000000'
export const GREY = '#595959'

export interface TextStyle {
  face: Face
  size: number
  pitch: number
  align?: 'left' | 'center' | 'right' | 'justify'
  color?: string
}

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

// Above this a stretched line looks worse than a ragged one.
const MOST_STRETCH = 0.25

/** Draws on the current page of one pdfkit document; points, from the top left. */
export class Ink {
  doc: PDFKit.PDFDocument
  #inside: Doc
  #fonts = new Map<Glyph['font'], Slots>()

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    this.#inside = doc as unknown as Doc
  }

  /** Sets lines from `y` down and returns the height used. */
  text(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const lines = breakLines(text, style.face, style.size, width)
    lines.forEach((line, index) => {
      this.line(line, x, y + index * style.pitch, width, style)
    })
    return lines.length * style.pitch
  }

  single(text: string, x: number, y: number, width: number, style: TextStyle): void {
    this.line(singleLine(text, style.face, style.size), x, y, width, style)
  }

  /** One line in a box of `style.pitch` height whose top is `y`. */
  line(line: Line, x: number, y: number, width: number, style: TextStyle): void {
    if (line.glyphs.length === 0) return
    const { size, pitch, align = 'left', color = BLACK } = style
    const slack = width - line.width
    const gaps = line.glyphs.length - 1
    let start = x
    let spacing = 0
    if (align === 'right') start += slack
    if (align === 'center') start += slack / 2
    if (align === 'justify' && !line.last && gaps > 0 && slack / gaps <= size * MOST_STRETCH) spacing = slack / gaps
    // BIZ UD and Noto set the ideographic box from -0.12 to 0.88 em around the base line.
    const base = y + (pitch - size) / 2 + size * 0.88
    this.doc.fillColor(color)
    this.#show(line, start - line.lead, base, size, spacing)
  }

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.doc.rect(x, y, width, height).fill(fill)
  }

  rule(x1: number, y1: number, x2: number, y2: number, line: { width?: number; color?: string; dash?: number } = {}) {
    this.doc
      .lineWidth(line.width ?? 0.5)
      .strokeColor(line.color ?? BLACK)
      .moveTo(x1, y1)
      .lineTo(x2, y2)
    this.#stroke(line.dash)
  }

  frame(x: number, y: number, width: number, height: number, line: { width?: number; color?: string; dash?: number }) {
    this.doc
      .lineWidth(line.width ?? 0.5)
      .strokeColor(line.color ?? BLACK)
      .rect(x, y, width, height)
    this.#stroke(line.dash)
  }

  circle(x: number, y: number, radius: number, line: { width?: number; color?: string; dash?: number }) {
    this.doc
      .lineWidth(line.width ?? 0.5)
      .strokeColor(line.color ?? BLACK)
      .circle(x, y, radius)
    this.#stroke(line.dash)
  }

  #stroke(dash: number | undefined): void {
    if (dash) this.doc.dash(dash, { space: dash }).stroke().undash()
    else this.doc.stroke()
  }

  #show(line: Line, x: number, y: number, size: number, spacing: number): void {
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
