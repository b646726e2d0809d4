import PDFDocument from 'pdfkit'
import { codeSquares } from '../documents/code-squares.ts'
import { Ink } from '../documents/ink.ts'
import { mm } from '../documents/millimetres.ts'
import { type PageCode, pageCode, shortPageCode } from '../domain/page-code.ts'

/** The foot of a page added to a letter: millimetres from the lower edge. */
export const FOOT = 24
const SIDE = 10
const CODE = 15
const LINE = { face: 'gothic', size: 8.5, pitch: 12 } as const

export interface Stamp {
  readonly code: PageCode
  /** millimetres */
  readonly width: number
  readonly height: number
}

export const stampText = ({ code }: Stamp): string =>
  `受付番号 ${code.number}　資料 ${code.page}/${code.pages}${shortPageCode(code)}`

/** One PDF, a page for each stamp, with nothing on it but the foot. */
export const stampPages = (stamps: readonly Stamp[]): Promise<Buffer> => {
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', chunk => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  const ink = new Ink(doc)
  for (const stamp of stamps) draw(ink, stamp)
  doc.end()
  return done
}

const draw = (ink: Ink, { code, width, height }: Stamp): void => {
  ink.doc.addPage({ size: [mm(width), mm(height)], margin: 0 })
  const top = height - FOOT + 4
  const line = mm(width - 2 * SIDE - CODE - 3)
  ink.rule(mm(SIDE), mm(top - 2), mm(width - SIDE), mm(top - 2), { width: 0.4, color: '#808080' })
  ink.single(`受付番号 ${code.number}　資料 ${code.page}/${code.pages}`, mm(SIDE), mm(top), line, LINE)
  ink.single(shortPageCode(code), mm(SIDE), mm(top) + LINE.pitch, line, LINE)
  codeSquares(ink, pageCode(code), mm(width - SIDE - CODE), mm(top), mm(CODE))
}
