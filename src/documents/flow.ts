import type { Ink } from './ink.ts'
import { type Layout, PAPER, type Paper } from './layout.ts'
import type { Letterhead } from './letterhead.ts'
import { mm } from './millimetres.ts'
import type { Values } from './values.ts'

/** Where the next block goes: the pages of one sheet, filled from top to bottom. Points. */
export class Flow {
  ink: Ink
  values: Values
  pages = 0
  y = 0
  left: number
  width: number
  layout: Layout
  letterhead: Letterhead | null
  #size: [number, number]

  constructor(ink: Ink, paper: Paper, layout: Layout, values: Values, letterhead: Letterhead | null = null) {
    this.layout = layout
    this.letterhead = letterhead
    this.ink = ink
    this.values = values
    const [width, height] = PAPER[paper]
    this.#size = [mm(width), mm(height)]
    this.left = mm(layout.margin.left)
    this.width = this.#size[0] - this.left - mm(layout.margin.right)
    this.newPage()
  }

  get top(): number {
    return mm(this.layout.margin.top)
  }

  get bottom(): number {
    return this.#size[1] - mm(this.layout.margin.bottom)
  }

  newPage(): void {
    this.ink.tags.close()
    this.ink.doc.addPage({ size: this.#size, margin: 0 })
    this.pages++
    this.y = this.top
  }

  /** Back to a page of the file, counted from 0. */
  toPage(index: number): void {
    this.ink.tags.close()
    this.ink.doc.switchToPage(index)
  }

  fits(height: number): boolean {
    return this.y + height <= this.bottom + 0.01
  }

  /** The top of a strip of this height, on a new page when this one has no room; `keep` more must fit below it. */
  take(height: number, keep = 0): number {
    if (!this.fits(height + keep) && this.y > this.top) this.newPage()
    const y = this.y
    this.y += height
    return y
  }

  space(height: number): void {
    if (this.y > this.top) this.y += height
  }
}
