import { and, eq, inArray } from 'drizzle-orm'
import { readPageCode } from '../../domain/page-code.ts'
import type { Db } from '../open-store.ts'
import { scanTray } from '../tables.ts'
import { openVault } from '../vault.ts'

/** Pages that wait for a case that is erased now: by their own code, or without one by the page before them. Gives the ids of their pictures. */
export const eraseWaitingPages = async (db: Db, number: string): Promise<string[]> => {
  const waiting = await db
    .select({ id: scanTray.id, code: scanTray.code, follows: scanTray.follows })
    .from(scanTray)
    .where(eq(scanTray.state, 'waiting'))
  const gone = waiting
    .filter(({ code, follows }) => (code === null ? follows : readPageCode(code)?.number) === number)
    .map(({ id }) => id)
  if (gone.length > 0) await db.delete(scanTray).where(and(inArray(scanTray.id, gone), eq(scanTray.state, 'waiting')))
  return gone
}

/** After commit. What a crash leaves here, the tray removes at its next start. `folder`, `key`: those of the tray. */
export const forgetPictures = (folder: string, key: Buffer) => {
  const vault = openVault(folder, key)
  return async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await vault.drop(id)
  }
}
