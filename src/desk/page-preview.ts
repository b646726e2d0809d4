import type { OpenPdf } from '../disclosure/open-pdf.ts'
import type { Actor } from '../domain/rule.ts'
import type { SolePicture } from '../reading/sole-picture.ts'
import type { Files } from './files.ts'

interface Place {
  readonly number: string
  readonly file: string
  readonly page: number
}

const DPI = 100
const POINTS = 72 / 25.4

/** Millimetres of a page of a case's file as it is seen; null where it cannot be seen. */
export const sizeOf = async (
  files: Files,
  place: Place,
  by: Actor,
): Promise<{ width: number; height: number } | null> => {
  const sheet = await sheetAt(files, place, by)
  const sole = sheet && (await soleAt(sheet, place.page))
  if (sole) return { width: sole.width / POINTS, height: sole.height / POINTS }
  return (
    sheet &&
    drawn(sheet, async pdf => {
      const { width, height } = await pdf.page(place.page)
      return { width, height }
    })
  )
}

/** The same as a JPEG to look at. */
export const previewOf = async (files: Files, place: Place, by: Actor): Promise<Buffer | null> => {
  const sheet = await sheetAt(files, place, by)
  const sole = sheet && (await soleAt(sheet, place.page))
  const taken = sole && (await (await import('../disclosure/pixels.ts')).solePreview(sole, DPI))
  if (taken) return taken
  return sheet && drawn(sheet, async pdf => (await (await pdf.page(place.page)).draw(DPI)).encode('jpeg', 80))
}

// What draws pages is large and seldom needed: it is loaded with the first of them, not with the server.

/** The file as a PDF; null where there is no such page for this person. */
const sheetAt = async (files: Files, { number, file, page }: Place, by: Actor): Promise<Uint8Array | null> => {
  const found = await files.read(file, by)
  if (found === null || found.file.caseNumber !== number) return null
  if (!Number.isInteger(page) || page < 1 || page > found.file.pages) return null
  return (await import('../disclosure/sheet-of.ts')).sheetOf(found.bytes, found.file.type)
}

/** A scanned page is one JPEG, which other threads decode; drawing it would keep this one for half a second. */
const soleAt = async (sheet: Uint8Array, page: number): Promise<SolePicture | null> => {
  const { PDFDocument } = await import('pdf-lib')
  const { solePicture } = await import('../reading/sole-picture.ts')
  const pdf = await PDFDocument.load(sheet, { updateMetadata: false }).catch(() => null)
  const own = pdf?.getPages()[page - 1]
  return own ? solePicture(own) : null
}

const drawn = async <T>(sheet: Uint8Array, work: (pdf: OpenPdf) => Promise<T>): Promise<T | null> => {
  const { openPdf } = await import('../disclosure/open-pdf.ts')
  const pdf = await openPdf(sheet).catch(() => null)
  if (pdf === null) return null
  try {
    return await work(pdf)
  } finally {
    await pdf.close()
  }
}
