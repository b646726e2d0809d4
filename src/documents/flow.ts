import type { Ink } from './ink.ts'
import { mm } from './millimetres.ts'
import type { Values } from './values.ts'

export const MARGIN = { left: mm(25), right: mm(22), top: mm(20), bottom: mm(22) }
export const PAPER = { A4: [210, 297], 長3: [120, 235], 角2: [240, 332] } as const
type Paper = keyof typeof PAPER

/** Where the next block goes: the pages of one sheet, filled from top to bottom. Points. */
export class Flow {
  ink: Ink
  values: Values
  pages = 0
  y = 0
  left = MARGIN.left
  width: number
  #size: [number, number]

  constructor(ink: Ink, paper: Paper, values: Values) {
    this.ink = ink
    this.values = values
    const [width, height] = PAPER[paper]
    this.#size = [mm(width), mm(height)]
    this.width = this.#size[0] - MARGIN.left - MARGIN.right
    this.newPage()
  }

  get bottom(): number {
    return this.#size[1] - MARGIN.bottom
  }

  newPage(): void {
    this.ink.doc.addPage({ size: this.#size, margin: 0 })
    this.pages++
    this.y = MARGIN.top
  }

  fits(height: number): boolean {
    return this.y + height <= this.bottom + 0.01
  }

  /** The top of a strip of this height, on a new page when this one has no room; `keep` more must fit below it. */
  take(height: number, keep = 0): number {
    if (!this.fits(height + keep) && this.y > MARGIN.top) this.newPage()
    const y = this.y
    this.y += height
    return y
  }

  space(height: number): void {
    if (this.y > MARGIN.top) this.y += height
  }
}
