import { join } from 'node:path'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Print } from '../../domain/letter.ts'
import type { Db, Store } from '../open-store.ts'
import { openVault, type Vault } from '../vault.ts'
import { sha256Of } from './set-letter.ts'
import { letterFiles as table } from './tables-print.ts'

export type LetterFileRow = typeof table.$inferSelect

/** `bytes`: null where they are erased, gone or no longer those of the row's hash. */
export interface KeptLetter {
  readonly row: LetterFileRow
  readonly bytes: Buffer | null
}

export const printOfRow = ({ sha256, pages }: LetterFileRow): Required<Print> => ({
  sha256,
  pages: JSON.parse(pages) as number[],
})

/** `folder` of all sealed files and the key that seals them. */
export interface SealedFolder {
  readonly folder: string
  readonly key: Buffer
}

/** The vault of letters; null for a desk without files (terms alone). Mends what a crash left behind. */
export const openLetterVault = async (
  store: Store,
  at: SealedFolder | undefined,
  now: string,
): Promise<Vault | null> => {
  if (at === undefined) return null
  const vault = openVault(join(at.folder, 'letters'), at.key)
  const committed = await store.read.select({ id: table.storedAs }).from(table).where(isNotNull(table.storedAs))
  await vault.mend(new Set(committed.flatMap(({ id }) => id ?? [])), Date.parse(now))
  return vault
}

/** Latest row of a letter, on one connection. */
export const latestRow = (db: Db) => {
  const latest = db
    .select()
    .from(table)
    .where(and(eq(table.caseNumber, sql.placeholder('number')), eq(table.letter, sql.placeholder('letter'))))
    .orderBy(desc(table.nth))
    .limit(1)
    .prepare()
  return async (number: string, letter: string): Promise<LetterFileRow | undefined> => latest.get({ number, letter })
}

export const letterFilesOf = ({ read }: Pick<Store, 'read'>, vault: Vault | null) => {
  const latest = latestRow(read)
  const bytesOf = async ({ storedAs, sha256 }: LetterFileRow): Promise<Buffer | null> => {
    if (vault === null || storedAs === null) return null
    // Changed, exchanged or unreadable is all the same to whom wants these bytes and no others.
    const bytes = await vault.read(storedAs).catch(() => null)
    return bytes !== null && sha256Of(bytes) === sha256 ? bytes : null
  }
  return {
    bytesOf,
    latest,
    find: async (number: string, letter: string): Promise<KeptLetter | null> => {
      const row = await latest(number, letter)
      return row === undefined ? null : { row, bytes: await bytesOf(row) }
    },
  }
}
export type LetterFiles = ReturnType<typeof letterFilesOf>

/** In the transaction of an erasure: the hashes stay; gives the stored files that are now nobody's. */
export const eraseLetterFiles = async (db: Db, number: string): Promise<string[]> => {
  const ofCase = and(eq(table.caseNumber, number), isNotNull(table.storedAs))
  const gone = await db.select({ id: table.storedAs }).from(table).where(ofCase)
  await db.update(table).set({ storedAs: null }).where(ofCase)
  return gone.flatMap(({ id }) => id ?? [])
}
