import { PDFDocument, rgb } from 'pdf-lib'
import qrcode from 'qrcode'
import sharp from 'sharp'
import { type PageCode, pageCode } from '../../src/domain/page-code.ts'
import { pdfPages } from '../../src/reading/pdf-pages.ts'
import { definitionOf, fixtureOf, print } from '../documents/sheets.ts'

const MM = 72 / 25.4
const CODE = 15 * MM

/** Our own form with a code of its own at the foot of every page, as large and where the print room puts it. */
export const printed = async (code: Omit<PageCode, 'page' | 'pages'>): Promise<Buffer> =>
  coded(await print(definitionOf(code.form), fixtureOf(code.form), code.number), (page, pages) =>
    pageCode({ ...code, page, pages }),
  )

/** Puts a code over whatever stands at the foot. */
export const coded = async (pdf: Buffer, textOf: (page: number, pages: number) => string): Promise<Buffer> => {
  const document = await PDFDocument.load(pdf)
  const pages = document.getPages()
  for (const [at, page] of pages.entries()) {
    const { modules } = qrcode.create(textOf(at + 1, pages.length), { errorCorrectionLevel: 'M' })
    const [left, foot] = [page.getWidth() - 22 * MM - CODE, 20 * MM - CODE]
    const side = CODE / modules.size
    page.drawRectangle({ x: left - 6, y: foot - 6, width: CODE + 12, height: CODE + 12, color: rgb(1, 1, 1) })
    for (let row = 0; row < modules.size; row++)
      for (let column = 0; column < modules.size; column++)
        if (modules.get(row, column))
          page.drawRectangle({
            x: left + column * side,
            y: foot + CODE - (row + 1) * side,
            width: side,
            height: side,
            color: rgb(0, 0, 0),
          })
  }
  return Buffer.from(await document.save())
}

export interface Scanner {
  /** degrees, clockwise */
  readonly turned?: number
  /** 1 is 200 dpi */
  readonly scale?: number
  readonly quality?: number
  readonly noise?: number
  readonly blur?: number
}

/** Every page of a PDF as an office scanner gives it: 200 dpi, a little askew, grainy, a JPEG. */
export const scanned = async (pdf: Buffer, scanner: Scanner = {}): Promise<Buffer[]> => {
  const { turned = 2, scale = 1, quality = 60, noise = 12, blur } = scanner
  const pages: Buffer[] = []
  for await (const { width, height, grey } of pdfPages(pdf)) {
    const flat = sharp(grainy(grey, noise), { raw: { width, height, channels: 1 } }).toColourspace('b-w')
    const png = await flat
      .rotate(turned, { background: '#ffffff' })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
    let page = sharp(png.data).resize({ width: Math.round(png.info.width * scale) })
    if (blur !== undefined) page = page.blur(blur)
    pages.push(await page.jpeg({ quality }).toBuffer())
  }
  return pages
}

/** The same grain every time. */
const grainy = (grey: Uint8Array, noise: number): Uint8Array => {
  let seed = 20261121
  return grey.map(light => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.max(0, Math.min(255, light + (seed / 2 ** 32 - 0.5) * 4 * noise))
  })
}

/** What a scanner with a feeder writes: one picture a page. */
export const bundled = async (pages: readonly Buffer[]): Promise<Buffer> => {
  const document = await PDFDocument.create()
  for (const jpeg of pages) {
    const picture = await document.embedJpg(jpeg)
    document.addPage([595.28, 841.89]).drawImage(picture, { x: 0, y: 0, width: 595.28, height: 841.89 })
  }
  return Buffer.from(await document.save())
}

/** A small page that shows a code and nothing else; null: nothing at all. Quick to read where the paper does not matter. */
export const slip = async (text: string | null): Promise<Buffer> => {
  const page = sharp({ create: { width: 420, height: 594, channels: 3, background: '#ffffff' } })
  if (text === null) return page.jpeg().toBuffer()
  const code = await qrcode.toBuffer(text, { errorCorrectionLevel: 'M', width: 160, margin: 4 })
  return page
    .composite([{ input: code, left: 220, top: 400 }])
    .jpeg()
    .toBuffer()
}
