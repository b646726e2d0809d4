import type { Face } from './fonts.ts'
import { closedUp, widened } from './justify.ts'
import { breakLines, type Line, singleLine } from './lines.ts'
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
    this.doc.fillColor(color)
    this.#runs.show(line.glyphs, gaps, start - line.lead, base, size)
  }

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.tags.artifact()
    this.doc.rect(x, y, width, height).fill(fill)
  }

  rule(x1: number, y1: number, x2: number, y2: number, line: { width?: number; color?: string; dash?: number } = {}) {
    this.tags.artifact()
    this.doc
      .lineWidth(line.width ?? 0.5)
      .strokeColor(line.color ?? BLACK)
      .moveTo(x1, y1)
      .lineTo(x2, y2)
    this.#stroke(line.dash)
  }

  frame(x: number, y: number, width: number, height: number, line: { width?: number; color?: string; dash?: number }) {
    this.tags.artifact()
    this.doc
      .lineWidth(line.width ?? 0.5)
      .strokeColor(line.color ?? BLACK)
      .rect(x, y, width, height)
    this.#stroke(line.dash)
  }

  circle(x: number, y: number, radius: number, line: { width?: number; color?: string; dash?: number }) {
    this.tags.artifact()
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
}
