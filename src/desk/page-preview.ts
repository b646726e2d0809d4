import type { OpenPage } from '../disclosure/open-pdf.ts'
import type { Actor } from '../domain/rule.ts'
import type { Files } from './files.ts'

interface Place {
  readonly number: string
  readonly file: string
  readonly page: number
}

const DPI = 100

/** Millimetres of a page of a case's file as it is seen; null where it cannot be seen. */
export const sizeOf = (files: Files, place: Place, by: Actor): Promise<{ width: number; height: number } | null> =>
  look(files, place, by, async ({ width, height }) => ({ width, height }))

/** The same as a JPEG to look at. */
export const previewOf = (files: Files, place: Place, by: Actor): Promise<Buffer | null> =>
  look(files, place, by, async seen => (await seen.draw(DPI)).encode('jpeg', 80))

const look = async <T>(
  files: Files,
  { number, file, page }: Place,
  by: Actor,
  work: (page: OpenPage) => Promise<T>,
): Promise<T | null> => {
  const found = await files.read(file, by)
  if (found === null || found.file.caseNumber !== number) return null
  if (!Number.isInteger(page) || page < 1 || page > found.file.pages) return null
  // What draws pages is large and seldom needed: it is loaded with the first of them, not with the server.
  const { openPdf } = await import('../disclosure/open-pdf.ts')
  const { sheetOf } = await import('../disclosure/sheet-of.ts')
  const pdf = await openPdf(await sheetOf(found.bytes, found.file.type)).catch(() => null)
  if (pdf === null) return null
  try {
    return await work(await pdf.page(page))
  } finally {
    await pdf.close()
  }
}
