import { deflateSync } from 'node:zlib'
import { number, type PdfObject, Verbatim } from './pdf-objects.ts'

/** pdfkit's page, as far as we drive it. */
export interface Page {
  readonly height: number
  readonly fonts: Record<string, unknown>
  /** A stream: what pdfkit put in already, and whether it is still to be compressed. */
  readonly content: { buffer: Uint8Array[]; compress: boolean; data: Record<string, unknown> }
  readonly dictionary: PdfObject
  readonly structParentTreeKey: number
  readonly document: { getStructParentTree(): { add(key: number, value: unknown): void } }
  write(chunk: string): void
  end(): void
}

const UNKNOWN = -1e9
// In half the time of the usual level and a tenth larger: a page is small beside its fonts.
const QUICK = { level: 2, windowBits: 14 }
const known = new WeakMap<Page, PageContent>()

/** What is drawn on a page, written when the page ends; a setting that holds already is not written again. */
export class PageContent {
  #text = ''
  #fill = ''
  #stroke = ''
  #lineWidth = UNKNOWN
  #dash = UNKNOWN
  #font = ''
  #size = UNKNOWN
  #spacing = UNKNOWN
  #marked: unknown = null
  /** The structure element of each marked piece: ids of their objects. */
  #owners: number[] = []

  static of(page: Page): PageContent {
    const found = known.get(page)
    if (found) return found
    const content = new PageContent(page)
    known.set(page, content)
    return content
  }

  private constructor(page: Page) {
    const end = page.end.bind(page)
    // What pdfkit writes by itself comes in its turn, and may set anything.
    page.write = chunk => {
      this.#forget()
      this.add(chunk)
    }
    page.end = () => {
      this.unmark()
      const { content } = page
      content.buffer = [deflateSync(Buffer.concat([...content.buffer, Buffer.from(this.#text, 'latin1')]), QUICK)]
      content.compress = false
      content.data.Filter = 'FlateDecode'
      if (this.#owners.length > 0) {
        const owners = new Verbatim(`[${this.#owners.map(id => `${id} 0 R`).join(' ')}]`)
        page.document.getStructParentTree().add(page.structParentTreeKey, owners)
      }
      end()
    }
  }

  add(operators: string): void {
    this.#text += operators
    this.#text += '\n'
  }

  fill(color: string): void {
    if (color === this.#fill) return
    this.#fill = color
    this.add(`${rgb(color)} rg`)
  }

  stroke(color: string): void {
    if (color === this.#stroke) return
    this.#stroke = color
    this.add(`${rgb(color)} RG`)
  }

  lineWidth(points: number): void {
    if (points === this.#lineWidth) return
    this.#lineWidth = points
    this.add(`${number(points)} w`)
  }

  /** Points of ink and of white in turn; 0 for a whole line. */
  dash(points: number): void {
    if (points === this.#dash) return
    this.#dash = points
    this.add(points === 0 ? '[] 0 d' : `[${number(points)} ${number(points)}] 0 d`)
  }

  font(id: string, size: number): void {
    if (id === this.#font && size === this.#size) return
    this.#font = id
    this.#size = size
    this.add(`/${id} ${number(size)} Tf`)
  }

  /** White behind every character, in points. */
  spacing(points: number): void {
    if (points === this.#spacing) return
    this.#spacing = points
    this.add(`${points} Tc`)
  }

  isMarked(owner: unknown): boolean {
    return this.#marked === owner
  }

  /** Marks what follows as the owner's; `operator` opens it. */
  mark(owner: unknown, operator: string): void {
    this.unmark()
    this.add(operator)
    this.#marked = owner
  }

  /** As `mark`, of a structure element by its number: returns the number of the piece on this page. */
  markOwned(owner: number, tag: string): number {
    const piece = this.#owners.push(owner) - 1
    this.mark(owner, `/${tag} <</MCID ${piece}>> BDC`)
    return piece
  }

  unmark(): void {
    if (this.#marked !== null) this.add('EMC')
    this.#marked = null
  }

  #forget(): void {
    this.#fill = ''
    this.#stroke = ''
    this.#lineWidth = UNKNOWN
    this.#dash = UNKNOWN
    this.#font = ''
    this.#spacing = UNKNOWN
  }
}

const colors = new Map<string, string>()

/** The three parts of #rrggbb, 0 to 1. */
function rgb(color: string): string {
  const found = colors.get(color)
  if (found !== undefined) return found
  const parts = [1, 3, 5].map(at => number(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
  colors.set(color, parts)
  return parts
}
