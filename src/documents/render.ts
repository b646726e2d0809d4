import { Book } from './book.ts'
import { DocumentError } from './document-error.ts'
import { drawSheet, refuseUnprintable, type Sheet } from './draw-sheet.ts'
import { Ink } from './ink.ts'
import { emptyPdf } from './pdf-file.ts'

export { DocumentError } from './document-error.ts'
export type { Sheet } from './draw-sheet.ts'
export { checkText } from './glyph-check.ts'
export { checkValues, type Values } from './values.ts'

/** One PDF of all sheets, each from a new page with its own n/N. Throws DocumentError, before anything is written. */
export async function renderSheets(sheets: Sheet[]): Promise<Buffer> {
  const first = sheets[0]
  if (!first) throw new RangeError('no sheet to print')
  const book = new Book({ title: first.definition.title, createdAt: first.createdAt })
  book.add(sheets)
  return book.bytes()
}

/** Sets a sheet once without its feet and writes no file: the pages it takes, or why it cannot be printed. */
export function trySheet(sheet: Sheet): number | DocumentError {
  try {
    refuseUnprintable(sheet)
    const doc = emptyPdf({ title: sheet.definition.title, createdAt: sheet.createdAt })
    return drawSheet(new Ink(doc), sheet, 0, false)
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
}

/** Why a sheet cannot be printed; null when it can. */
export function printingFault(sheet: Sheet): DocumentError | null {
  const tried = trySheet(sheet)
  return typeof tried === 'number' ? null : tried
}
