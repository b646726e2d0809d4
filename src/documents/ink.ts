import type { Face } from './fonts.ts'
import { closedUp, widened } from './justify.ts'
import { breakLines, type Line, singleLine } from './lines.ts'
import { type Page, PageContent } from './page-content.ts'
import { fine, number } from './pdf-objects.ts'
import { type Picture, pictureName } from './picture.ts'
import { Tags } from './tags.ts'
import { TextRuns } from './text-runs.ts'

export const BLACK = '#000000'
export const GREY = '#595959'

export interface TextStyle {
  face: Face
  size: number
  pitch: number
  align?: 'left' | 'center' | 'right' | 'justify'
  color?: string
}

/** A line that is drawn: points. */
interface Stroke {
  width?: number
  color?: string
  dash?: number
}

/** Draws on the current page of one pdfkit document; points, from the top left. */
export class Ink {
  doc: PDFKit.PDFDocument
  tags: Tags
  #runs: TextRuns

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    this.tags = new Tags(doc)
    this.#runs = new TextRuns(doc)
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
    let gaps = line.gaps
    let start = x
    if (slack < 0) gaps = closedUp(line.glyphs, gaps, (-slack * 1000) / size)
    else if (align === 'right') start += slack
    else if (align === 'center') start += slack / 2
    else if (align === 'justify' && !line.last) gaps = widened(line.glyphs, gaps, (slack * 1000) / size) ?? gaps
    // BIZ UD and Noto set the ideographic box from -0.12 to 0.88 em around the base line.
    const base = y + (pitch - size) / 2 + size * 0.88
    this.tags.content()
    const content = this.#content
    content.fill(color)
    this.#runs.show(content, line.glyphs, gaps, start - line.lead, base, size)
  }

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.tags.artifact()
    const content = this.#content
    content.fill(fill)
    content.add(`${box(x, y, width, height)}\nf`)
  }

  /** Many grounds as one path: left, top, width, height in steps of `step` points from x, y. */
  squares(boxes: readonly (readonly [number, number, number, number])[], x: number, y: number, step: number): void {
    this.tags.artifact()
    const content = this.#content
    content.fill(BLACK)
    let path = ''
    for (const [left, top, width, height] of boxes) path += `${left} ${top} ${width} ${height} re\n`
    content.add(`q ${fine(step)} 0 0 ${fine(step)} ${number(x)} ${number(y)} cm\n${path}f\nQ`)
  }

  rule(x1: number, y1: number, x2: number, y2: number, line: Stroke = {}): void {
    this.path(
      [
        [x1, y1],
        [x2, y2],
      ],
      line,
    )
  }

  /** A line through all points. */
  path(points: readonly (readonly [number, number])[], line: Stroke): void {
    const steps = points.map(([x, y], at) => `${number(x)} ${number(y)} ${at === 0 ? 'm' : 'l'}`)
    this.#stroke(line).add(`${steps.join('\n')}\nS`)
  }

  frame(x: number, y: number, width: number, height: number, line: Stroke): void {
    this.#stroke(line).add(`${box(x, y, width, height)}\nS`)
  }

  circle(x: number, y: number, radius: number, line: Stroke): void {
    this.#stroke(line)
    this.doc.circle(x, y, radius)
    this.doc.stroke()
  }

  /** Points; whatever stands below it is hidden. */
  picture(picture: Picture, x: number, y: number, width: number, height: number): void {
    this.tags.content()
    const name = pictureName(this.doc, picture)
    const box = [width, 0, 0, -height, x, y + height].map(number)
    this.#content.add(`q\n${box.join(' ')} cm\n/${name} Do\nQ`)
  }

  get #content(): PageContent {
    return PageContent.of((this.doc as unknown as { page: Page }).page)
  }

  #stroke({ width = 0.5, color = BLACK, dash = 0 }: Stroke): PageContent {
    this.tags.artifact()
    const content = this.#content
    content.lineWidth(width)
    content.stroke(color)
    content.dash(dash)
    return content
  }
}

const box = (x: number, y: number, width: number, height: number): string =>
  `${number(x)} ${number(y)} ${number(width)} ${number(height)} re`
