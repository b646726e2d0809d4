import { PDFDocument } from 'pdf-lib'
import { type SolePicture, solePicture } from '../reading/sole-picture.ts'
import { openPdf } from './open-pdf.ts'
import { solePreview } from './pixels.ts'
import { sheetOf } from './sheet-of.ts'

/** A page of a file to look at, from 1; plain values only, for they are copied to the thread. */
export interface PageWork {
  readonly bytes: Uint8Array
  readonly type: Parameters<typeof sheetOf>[1]
  readonly page: number
  /** of the picture; null where only the size is asked */
  readonly dpi: number | null
}

/** Millimetres as the page is seen; `jpeg` where a picture was asked. */
export interface PagePicture {
  readonly width: number
  readonly height: number
  readonly jpeg?: Uint8Array
}

const POINTS = 72 / 25.4

/** null where the file cannot be read or has no such page. Runs in page-worker.ts, never in the server's own thread. */
export const picturePage = async ({ bytes, type, page, dpi }: PageWork): Promise<PagePicture | null> => {
  const sheet = await sheetOf(bytes, type)
  const sole = sheet && (await soleAt(sheet, page))
  if (sole) {
    const size = { width: sole.width / POINTS, height: sole.height / POINTS }
    if (dpi === null) return size
    const jpeg = await solePreview(sole, dpi)
    if (jpeg) return { ...size, jpeg }
  }
  const pdf = sheet && (await openPdf(sheet).catch(() => null))
  if (!pdf) return null
  try {
    const seen = await pdf.page(page)
    const size = { width: seen.width, height: seen.height }
    return dpi === null ? size : { ...size, jpeg: (await seen.draw(dpi)).toBuffer('image/jpeg', 80) }
  } finally {
    await pdf.close()
  }
}

/** A scanned page is one JPEG, which is decoded in a tenth of the time that drawing it takes. */
const soleAt = async (sheet: Uint8Array, page: number): Promise<SolePicture | null> => {
  const pdf = await PDFDocument.load(sheet, { updateMetadata: false }).catch(() => null)
  const own = pdf?.getPages()[page - 1]
  return own ? solePicture(own) : null
}
