import { drawSheet, refuseUnprintable, type Sheet } from './draw-sheet.ts'
import { Ink } from './ink.ts'
import { type About, bytesOf, emptyPdf, lastPagesFirst } from './pdf-file.ts'

/** One PDF that grows paper by paper: what is drawn is let go at once, and all papers share their fonts. */
export class Book {
  readonly #doc: PDFKit.PDFDocument
  readonly #ink: Ink
  #pages = 0

  constructor(about: About) {
    this.#doc = emptyPdf(about)
    this.#ink = new Ink(this.#doc)
  }

  get pages(): number {
    return this.#pages
  }

  /** Sets sheets behind all others and returns their pages. Throws DocumentError before it draws any of them. */
  add(sheets: readonly Sheet[]): number {
    for (const sheet of sheets) refuseUnprintable(sheet)
    const before = this.#pages
    this.#ink.tags.within('Document', () => {
      for (const sheet of sheets) this.#pages += drawSheet(this.#ink, sheet, this.#pages)
    })
    return this.#pages - before
  }

  /** An empty page, in points; as large as the last one unless it is said. */
  blank(size?: readonly [number, number]): void {
    const [width, height] = size ?? [this.#doc.page.width, this.#doc.page.height]
    this.#doc.addPage({ size: [width, height], margin: 0 })
    this.#doc.flushPages()
    this.#pages++
  }

  /** What was added last comes first, e.g. a cover that counts the rest. */
  lastFirst(pages: number): void {
    lastPagesFirst(this.#doc, pages)
    this.#ink.tags.lastFirst()
  }

  /** The whole file; nothing can be added afterwards. */
  bytes(): Buffer {
    return bytesOf(this.#doc)
  }
}
