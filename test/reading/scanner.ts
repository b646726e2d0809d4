import { PDFDocument } from 'pdf-lib'
import qrcode from 'qrcode'
import sharp from 'sharp'
import type { PageCode } from '../../src/domain/page-code.ts'
import { pdfPages } from '../../src/reading/pdf-pages.ts'
import { definitionOf, fixtureOf, print } from '../documents/sheets.ts'

const MM = 72 / 25.4
const CODE = 15 * MM

/** Our own form as the print room gives it, with its code at the foot of every page. */
export const printed = ({ number, letter, sheet, form }: Omit<PageCode, 'page' | 'pages'>): Promise<Buffer> =>
  print(definitionOf(form), fixtureOf(form), number, { letter, sheet })

/** Somebody else's paper: an A4 page with a code of 15 mm at its foot. */
export const foreign = async (text: string): Promise<Buffer> => {
  const document = await PDFDocument.create()
  const page = document.addPage([595.28, 841.89])
  const code = await document.embedPng(await qrcode.toBuffer(text, { margin: 0, scale: 8 }))
  page.drawImage(code, { x: page.getWidth() - 22 * MM - CODE, y: 10 * MM, width: CODE, height: CODE })
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
export const grainy = (grey: Uint8Array, noise: number): Uint8Array => {
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

const paper = () => sharp({ create: { width: 420, height: 594, channels: 3, background: '#ffffff' } })

/** The back of a sheet: nothing on it. */
export const blankSlip = (): Promise<Buffer> => paper().jpeg().toBuffer()

let slips = 0
/** A small page that shows a code, or null: only something written. Quick to read where the paper does not matter; no two are the same. */
export const slip = async (text: string | null): Promise<Buffer> => {
  slips += 1
  const word = {
    create: { width: 20 + (slips % 90), height: 8 + Math.floor(slips / 90), channels: 3, background: '#202020' },
  } as const
  const page = sharp(
    await paper()
      .composite([{ input: word, left: 60, top: 60 }])
      .png()
      .toBuffer(),
  )
  if (text === null) return page.jpeg().toBuffer()
  const code = await qrcode.toBuffer(text, { errorCorrectionLevel: 'M', width: 160, margin: 4 })
  return page
    .composite([{ input: code, left: 220, top: 400 }])
    .jpeg()
    .toBuffer()
}
