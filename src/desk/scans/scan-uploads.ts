import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../open-store.ts'
import { scanTray } from '../tables.ts'

/** A file on its way into the tray; its pages are named by its bytes, so that the same file is known again. */
export interface Upload {
  readonly sha256: string
  /** page from 1; a uuid */
  idOf(page: number): string
}

/** How often one file may have been discarded and read in again. */
const MOST_ROUNDS = 50

/** Null: the same bytes are here already, in a case or waiting. What was discarded, or is gone from its case, may come again. */
export const uploadOf = async (db: Db, bytes: Uint8Array): Promise<Upload | null> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const idOf = (page: number) => uuidOf(`${sha256}:${round}:${page}`)
    const first = await db
      .select()
      .from(scanTray)
      .where(eq(scanTray.id, idOf(1)))
      .get()
    if (first === undefined) return { sha256, idOf }
    const ofFile = and(eq(scanTray.batch, first.batch), eq(scanTray.nth, first.nth))
    const pages = await db.select({ state: scanTray.state, file: scanTray.file }).from(scanTray).where(ofFile)
    if (pages.some(({ state, file }) => state === 'waiting' || (state === 'filed' && file !== null))) return null
  }
  return null
}

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
