import { createHash } from 'node:crypto'
import { Book } from '../../documents/book.ts'
import { trySheet } from '../../documents/render.ts'
import type { Print } from '../../domain/letter.ts'
import type { FrozenSheet } from '../drafting.ts'

export interface SetLetter extends Required<Print> {
  readonly bytes: Buffer
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The letter and its enclosures from their frozen values, as this program sets them; null where there are none. Throws DocumentError. */
export const setLetter = (frozen: readonly FrozenSheet[] | null): SetLetter | null => {
  const sheets = frozen?.filter(sheet => !sheet.face) ?? []
  const [first] = sheets
  if (first === undefined) return null
  const book = new Book({ title: first.definition.title, createdAt: first.createdAt })
  const total = book.add(sheets)
  const bytes = book.bytes()
  return { bytes, sha256: sha256Of(bytes), pages: pagesOf(sheets, total) }
}

/** As they were counted when drafted, unless the program sets them otherwise since. */
const pagesOf = (sheets: readonly FrozenSheet[], total: number): readonly number[] => {
  const drafted = sheets.map(sheet => sheet.pages ?? 0)
  if (drafted.every(pages => pages > 0) && drafted.reduce((sum, pages) => sum + pages, 0) === total) return drafted
  return sheets.map(sheet => {
    const pages = trySheet(sheet)
    if (typeof pages !== 'number') throw pages
    return pages
  })
}
