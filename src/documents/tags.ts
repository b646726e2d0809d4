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

/** pdfkit's structure elements and pages, as far as we drive them. */
interface Element {
  add(child: unknown): unknown
  end(): void
}
interface Page {
  write(data: string): void
  markings: unknown[]
}
interface Marking {
  page: Page
  struct(type: string, options: TagOptions): Element
  addStructure(element: Element): unknown
  markStructureContent(tag: string): unknown
  markContent(tag: string): unknown
}

const ARTIFACT = 'artifact'

/** The structure tree, grown in reading order while the page is drawn; what stands in no element is an artifact. */
export class Tags {
  #doc: Marking
  #stack: { tag: Tag; element: Element }[] = []
  #aside = 0
  #open: { owner: Element | typeof ARTIFACT; page: Page } | null = null

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc as unknown as Marking
  }

  within<T>(tag: Tag, draw: () => T, options: TagOptions = {}): T {
    if (this.#aside > 0) return draw()
    const element = this.#doc.struct(tag, options)
    const parent = this.#stack.at(-1)
    if (parent) parent.element.add(element)
    else this.#doc.addStructure(element)
    this.#stack.push({ tag, element })
    try {
      return draw()
    } finally {
      this.close()
      this.#stack.pop()
      element.end()
    }
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
    if (!top) this.artifact()
    else if (this.#isOpen(top.element)) return
    else {
      this.close()
      top.element.add(this.#doc.markStructureContent(top.tag))
      this.#open = { owner: top.element, page: this.#doc.page }
    }
  }

  /** To be called before lines and grounds are drawn; they are part of a figure, and else of nothing. */
  artifact(): void {
    if (this.#aside === 0 && this.#stack.at(-1)?.tag === 'Figure') this.content()
    else if (!this.#isOpen(ARTIFACT)) {
      this.close()
      this.#doc.markContent('Artifact')
      this.#open = { owner: ARTIFACT, page: this.#doc.page }
    }
  }

  /** Ends what is marked; before another page is drawn on. */
  close(): void {
    this.#open?.page.markings.pop()
    this.#open?.page.write('EMC')
    this.#open = null
  }

  #isOpen(owner: Element | typeof ARTIFACT): boolean {
    return this.#open?.owner === owner && this.#open.page === this.#doc.page
  }
}
