import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
)
const MM = 72 / 25.4
type Doc = InstanceType<typeof PDFDocument>

/** Millimetres from the upper left, 12 pt. */
export type Draw = (doc: Doc, text: string, x: number, y: number) => void

/** The ways in which other programs set a line. */
export const ways = {
  plainly: (doc, text, x, y) => void doc.text(text, x * MM, y * MM, { lineBreak: false }),
  'letter-spaced': (doc, text, x, y) => void doc.text(text, x * MM, y * MM, { lineBreak: false, characterSpacing: 14 }),
  'a little letter-spaced': (doc, text, x, y) =>
    void doc.text(text, x * MM, y * MM, { lineBreak: false, characterSpacing: 4 }),
  'character by character, spread over a cell (均等割付)': (doc, text, x, y) => each(doc, text, x, y, { x: 12, y: 0 }),
  'character by character, not in their order': (doc, text, x, y) => {
    const characters = [...text].map((character, nth) => ({ character, nth }))
    for (const { character, nth } of characters.sort((a, b) => (a.nth % 2) - (b.nth % 2) || a.nth - b.nth))
      doc.text(character, (x + nth * 6) * MM, y * MM, { lineBreak: false })
  },
  'character by character down the page': (doc, text, x, y) => each(doc, text, x, y, { x: 0, y: 5 }),
  'in two pieces, the second of one character': (doc, text, x, y) => {
    const [head, last] = [[...text].slice(0, -1).join(''), [...text].at(-1) ?? '']
    doc.text(head, x * MM, y * MM, { lineBreak: false })
    doc.text(last, x * MM + doc.widthOfString(head) + 6, y * MM, { lineBreak: false })
  },
} as const satisfies Record<string, Draw>

const each = (doc: Doc, text: string, x: number, y: number, step: { x: number; y: number }) => {
  for (const [nth, character] of [...text].entries())
    doc.text(character, (x + nth * step.x) * MM, (y + nth * step.y) * MM, { lineBreak: false })
}

/** One page for each drawing. */
export const setPdf = (...pages: ((doc: Doc) => void)[]): Promise<Buffer> => {
  const doc = new PDFDocument({ size: 'A4', compress: false, autoFirstPage: false })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>(resolve => {
    doc.on('data', chunk => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
  })
  for (const draw of pages) {
    doc.addPage()
    doc.font(FONT).fontSize(12)
    draw(doc)
  }
  doc.end()
  return done
}

/** The same with its only font running down the page (Identity-V). */
export const downwards = (pdf: Buffer): Buffer =>
  Buffer.from(pdf.toString('latin1').replaceAll('/Identity-H', '/Identity-V'), 'latin1')
