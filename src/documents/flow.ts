import { type Layout, PAPER, type Paper } from './layout.ts'
import type { Letterhead } from './letterhead.ts'
import { mm } from './millimetres.ts'
import type { Pen } from './pen.ts'
import { type End, HOUSE, type Setting } from './setting.ts'
import { HOUSE_STYLES, type Styles, stylesOf } from './styles.ts'
import type { Values } from './values.ts'

interface Sheet {
  paper: Paper
  layout: Layout
  values: Values
  letterhead?: Letterhead | undefined
}

/** Where the next block goes: the pages of one sheet, filled from top to bottom. Points. */
export class Flow {
  ink: Pen
  values: Values
  pages = 0
  y = 0
  left: number
  width: number
  layout: Layout
  letterhead: Letterhead | null
  styles: Styles
  #size: [number, number]
  #setting: Setting
  #matter = false
  #closing = false
  #repeat: (() => void) | null = null

  constructor(ink: Pen, { paper, layout, values, letterhead }: Sheet, setting: Setting = HOUSE) {
    this.layout = layout
    this.letterhead = letterhead ?? null
    this.ink = ink
    this.values = values
    this.styles = setting.pitch === HOUSE.pitch ? HOUSE_STYLES : stylesOf(setting)
    this.#setting = setting
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
    const lift = this.pages === this.#setting.lifted ? this.#setting.lift : 0
    return this.#size[1] - mm(this.layout.margin.bottom) - lift
  }

  get end(): End {
    return { pages: this.pages, used: this.y - this.top, matter: this.#matter }
  }

  newPage(): void {
    this.ink.tags.close()
    this.ink.doc.addPage({ size: this.#size, margin: 0 })
    this.pages++
    this.y = this.top
    this.#matter = false
    this.#repeat?.()
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
    if (height > 0 && !this.#closing) this.#matter = true
    const y = this.y
    this.y += height
    return y
  }

  /** What is set here is no matter that a page could be turned for: where to ask, notes, 以上. */
  closing(draw: () => void): void {
    this.#closing = true
    draw()
    this.#closing = false
  }

  /** Draws something that goes on over pages; `repeat` is drawn at the top of each further one. */
  going(repeat: () => void, draw: () => void): void {
    this.#repeat = () => this.ink.tags.aside(repeat)
    draw()
    this.#repeat = null
  }

  space(height: number): void {
    if (this.y > this.top) this.y += this.white(height)
  }

  /** White between blocks as this setting leaves it. */
  white(height: number): number {
    return height * this.#setting.white
  }
}
