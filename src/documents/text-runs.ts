import { EmbeddedFont } from './embedded-font.ts'
import { emptyWidthOf, fontOf, type Glyph, letterBoxOf, programOf } from './fonts.ts'
import type { PageContent } from './page-content.ts'
import { number, type PdfObjects, textString } from './pdf-objects.ts'
import { QUARTER } from './spacing.ts'

type Doc = PdfObjects & {
  page: { fonts: Record<string, unknown> }
  _fontFamilies: Record<string, { finalize(): void }>
}

interface Slots {
  name: Glyph['font']
  embedded: EmbeddedFont
  /** The codes of a text, as it is and widened by a quarter em. */
  plain: Map<string, string>
  widened: Map<string, string>
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
  show(
    content: PageContent,
    glyphs: readonly Glyph[],
    gaps: readonly number[],
    x: number,
    y: number,
    size: number,
  ): void {
    // What is stretched wider still says by itself which characters it is (ISO 32000-1, 14.9.4).
    const unseen = gaps.some(isSeen)
    if (unseen) content.add(`/Span <</ActualText ${textString(glyphs.map(({ text }) => text).join(''))}>> BDC`)
    content.add(`BT 1 0 0 -1 ${number(x)} ${number(y)} Tm`)
    const spacing = Math.round(commonest(gaps) * size * 10) / 10_000
    const even = (spacing * 1000) / size
    content.spacing(spacing)
    let codes = ''
    let pieces = ''
    let slots: Slots | null = null
    // Whole thousandths, what is cut off carried on, so that a long line still ends where it should.
    let carried = 0
    for (let index = 0; index < glyphs.length; index++) {
      const glyph = glyphs[index]
      if (!glyph) continue
      // The quarter em of a change of script is part of the glyph before it: a reader of the text takes a gap for a space.
      const wider = (gaps[index + 1] ?? 0) >= QUARTER ? QUARTER : 0
      if (slots === null || glyph.font !== slots.name) {
        if (codes) content.add(`[${pieces}<${codes}>] TJ`)
        pieces = ''
        codes = ''
        slots = this.#slots(glyph.font)
        this.#inside.page.fonts[slots.embedded.id] ??= slots.embedded.object
        content.font(slots.embedded.id, size)
      }
      carried += (gaps[index] ?? 0) - (index === 0 ? 0 : even)
      const whole = Math.round(carried)
      if (whole !== 0) {
        if (codes) pieces += `<${codes}>`
        codes = ''
        pieces += -whole
        carried -= whole
      }
      carried -= wider
      codes += this.#code(slots, glyph, wider)
    }
    content.add(`[${pieces}<${codes}>] TJ ET`)
    if (unseen) content.add('EMC')
  }

  #slots(name: Glyph['font']): Slots {
    const known = this.#fonts.get(name)
    if (known) return known
    const embedded = new EmbeddedFont(this.#inside, `F${this.#fonts.size + 1}`, emptyWidthOf(name))
    const slots = { name, embedded, plain: new Map<string, string>(), widened: new Map<string, string>() }
    this.#fonts.set(name, slots)
    // pdfkit ends its fonts when the file ends.
    const finalize = () => embedded.end(fontOf(name), letterBoxOf(name), programOf(name))
    this.#inside._fontFamilies[embedded.id] = { finalize }
    return slots
  }

  // One slot per character, not per glyph: ① and U+2780 share a glyph, and a copied ① must stay ①. We also never
  // read fontkit's glyph.codePoints, which remember whatever the process printed first.
  #code({ embedded, plain, widened }: Slots, glyph: Glyph, more: number): string {
    const byText = more === 0 ? plain : widened
    const known = byText.get(glyph.text)
    if (known !== undefined) return known
    const { ids, widths, text } = glyph
    const [only] = ids
    if (ids.length === 1 && only !== undefined) {
      const one = embedded.add({ id: only, wider: more }, widths[0] ?? 0, text)
      byText.set(text, one)
      return one
    }
    const points = Array.from(text)
    let code = ''
    for (const [index, id] of ids.entries()) {
      const wider = index === ids.length - 1 ? more : 0
      code += embedded.add({ id, wider }, widths[index] ?? 0, points[index] ?? '')
    }
    byText.set(text, code)
    return code
  }
}

const isSeen = (gap: number): boolean => (gap < QUARTER ? gap : gap - QUARTER) > UNSEEN

/** The gap that most pairs have, if one does; else any. */
function commonest(gaps: readonly number[]): number {
  let found = 0
  let votes = 0
  for (let index = 1; index < gaps.length; index++) {
    const gap = gaps[index] ?? 0
    if (votes === 0) found = gap
    votes += gap === found ? 1 : -1
  }
  return found
}
