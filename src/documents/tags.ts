import { type Page, PageContent } from './page-content.ts'
import {
  number,
  type PdfObject,
  type PdfObjects,
  pointer,
  reserved,
  textString,
  Verbatim,
  writeText,
} from './pdf-objects.ts'

/** The kinds of element that our papers use (ISO 32000-1, 14.8.4). */
export type Tag =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Ruby'
  | 'RB'
  | 'RT'

interface TagOptions {
  title?: string
  /** What a screen reader says in place of a drawing. */
  alt?: string
  scope?: 'Row' | 'Column'
  /** Points: left, top, right, bottom of a figure. */
  bbox?: [number, number, number, number]
}

/** pdfkit's document, as far as we drive it. */
interface Tagged extends PdfObjects {
  readonly page: Page
  getStructTreeRoot(): PdfObject & { data: { K?: Verbatim } }
}

/** An element that is still open; `first` is the page that its numbers of pieces count on. */
interface Element {
  readonly tag: Tag
  readonly id: number
  readonly parent: number
  readonly options: TagOptions
  first: Page | null
  kids: string
}

const ARTIFACT = 'artifact'

/**
 * The structure tree, grown in reading order while the page is drawn; what stands in no element is an artifact. An element is
 * written when it ends: a thousand letters have a hundred thousand of them.
 */
export class Tags {
  #doc: Tagged
  #stack: Element[] = []
  #roots: string[] = []
  #aside = 0

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc as unknown as Tagged
  }

  within<T>(tag: Tag, draw: () => T, options: TagOptions = {}): T {
    if (this.#aside > 0) return draw()
    const above = this.#stack.at(-1)
    const id = reserved(this.#doc)
    if (above) above.kids += `${id} 0 R `
    const parent = above?.id ?? this.#rooted(id)
    const element: Element = { tag, id, parent, options, first: null, kids: '' }
    // An element stands where it begins: a figure's box is measured on this page.
    const height = options.bbox ? this.#doc.page.height : 0
    this.#stack.push(element)
    try {
      return draw()
    } finally {
      this.close()
      this.#stack.pop()
      writeText(this.#doc, id, dictionary(element, height))
    }
  }

  /** Hangs an outermost element below the root of the tree, whose number it returns. */
  #rooted(id: number): number {
    const root = this.#doc.getStructTreeRoot()
    this.#roots.push(`${id} 0 R`)
    root.data.K ??= new Verbatim(() => `[${this.#roots.join(' ')}]`)
    return root.id
  }

  /** The outermost element that was begun last is read first. */
  lastFirst(): void {
    const last = this.#roots.pop()
    if (last !== undefined) this.#roots.unshift(last)
  }

  /** Everything drawn here is no part of the text: running feet, repeated heads, marks for folding. */
  aside<T>(draw: () => T): T {
    this.#aside++
    try {
      return draw()
    } finally {
      this.#aside--
    }
  }

  /** To be called before text or a figure is drawn. */
  content(): void {
    const top = this.#aside > 0 ? undefined : this.#stack.at(-1)
    if (!top) {
      this.artifact()
      return
    }
    const { page } = this.#doc
    const content = PageContent.of(page)
    if (content.isMarked(top.id)) return
    const piece = content.markOwned(top.id, top.tag)
    top.first ??= page
    top.kids += top.first === page ? `${piece} ` : `<</Type /MCR /Pg ${pointer(page.dictionary)} /MCID ${piece}>> `
  }

  /** To be called before lines and grounds are drawn; they are part of a figure, and else of nothing. */
  artifact(): void {
    if (this.#aside === 0 && this.#stack.at(-1)?.tag === 'Figure') {
      this.content()
      return
    }
    const content = PageContent.of(this.#doc.page)
    if (!content.isMarked(ARTIFACT)) content.mark(ARTIFACT, '/Artifact BMC')
  }

  /** Ends what is marked; before another page is drawn on. */
  close(): void {
    if (this.#doc.page) PageContent.of(this.#doc.page).unmark()
  }
}

function dictionary({ tag, parent, options, first, kids }: Element, height: number): string {
  const { title, alt, scope, bbox } = options
  let out = `<<\n/S /${tag}\n/P ${parent} 0 R`
  if (title) out += `\n/T ${textString(title)}`
  if (alt) out += `\n/Alt ${textString(alt)}`
  if (bbox) {
    const box = [bbox[0], height - bbox[3], bbox[2], height - bbox[1]].map(number).join(' ')
    out += `\n/A <</O /Layout /Placement /Block /BBox [${box}]>>`
  }
  if (scope) out += `\n/A <</O /Table /Scope /${scope}>>`
  if (first) out += `\n/Pg ${pointer(first.dictionary)}`
  return `${out}\n/K [${kids.trimEnd()}]\n>>`
}
