import type { PagePicture } from '../disclosure/page-picture.ts'
import { pageOf } from '../disclosure/page-thread.ts'
import type { Actor } from '../domain/rule.ts'
import type { Files } from './files.ts'

interface Place {
  readonly number: string
  readonly file: string
  readonly page: number
}

const DPI = 100

/** Millimetres of a page of a case's file as it is seen; null where it cannot be seen. */
export const sizeOf = async (
  files: Files,
  place: Place,
  by: Actor,
): Promise<{ width: number; height: number } | null> => {
  const seen = await sight(files, place, null, by)
  return seen && { width: seen.width, height: seen.height }
}

/** The same as a JPEG to look at. */
export const previewOf = async (files: Files, place: Place, by: Actor): Promise<Buffer | null> => {
  const jpeg = (await sight(files, place, DPI, by))?.jpeg
  return jpeg ? Buffer.from(jpeg) : null
}

/** null where there is no such page for this person. */
const sight = async (
  files: Files,
  { number, file, page }: Place,
  dpi: number | null,
  by: Actor,
): Promise<PagePicture | null> => {
  const found = await files.read(file, by)
  if (found === null || found.file.caseNumber !== number) return null
  if (!Number.isInteger(page) || page < 1 || page > found.file.pages) return null
  return pageOf({ bytes: found.bytes, type: found.file.type, page, dpi })
}
