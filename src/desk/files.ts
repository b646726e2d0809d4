import { createHash, randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { type Actor, cashiers } from '../domain/rule.ts'
import { fileName } from './file-name.ts'
import type { FieldIssue } from './issues.ts'
import type { Db, Store } from './open-store.ts'
import { checkScan, type Scan, type ScanType } from './scans/scan.ts'
import { cases, files } from './tables.ts'
import { openVault } from './vault.ts'
import { serves } from './world.ts'

export interface FileRow {
  readonly id: string
  readonly caseNumber: string
  readonly name: string
  readonly type: ScanType
  /** size and hash of what is kept, which is not byte for byte what came (see scan.ts) */
  readonly bytes: number
  readonly sha256: string
  readonly pages: number
  /** made: a document of the desk's own, e.g. a 開示資料 of before something was masked */
  readonly origin: 'uploaded' | 'made'
  readonly uploadedBy: string
  readonly at: string
}

export type Added =
  | { ok: true; file: FileRow; repeated?: true }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly FieldIssue[] }

/** Scans of a case's papers. A case of an operator that `by` does not serve has none. */
export interface Files {
  /** Issue codes at path 'file': see `scanFaults`. `once`: the same key of the same person again gives the first file. */
  add(number: string, name: string, bytes: Buffer, by: Actor, how?: { once?: string }): Promise<Added>
  /** A document that the desk has made itself, byte for byte. */
  keepMade(number: string, name: string, made: { bytes: Buffer; pages: number }, by: Actor): Promise<Added>
  /** Lets a made document go that no case has come to know. */
  dropMade(id: string): Promise<void>
  list(number: string, by: Actor): Promise<FileRow[]>
  read(id: string, by: Actor): Promise<{ file: FileRow; bytes: Buffer } | null>
  /** For `openDesk`: removes the stored bytes of rows that an erasure has removed. */
  forget(storedAs: readonly string[]): Promise<void>
}

/** `folder`: DATA_DIR/files; `key`: `Keys.files`. Mends what a crash left behind. */
export const openFiles = async (
  store: Store,
  { folder, key, now }: { folder: string; key: Buffer; now: () => string },
): Promise<Files> => {
  const vault = openVault(folder, key)
  const committed = await store.read.select({ storedAs: files.storedAs }).from(files)
  await vault.mend(new Set(committed.map(row => row.storedAs)), Date.parse(now()))

  const put = async (
    number: string,
    name: string,
    { type, bytes, pages }: Scan,
    by: Actor,
    { once, origin = 'uploaded' }: { once?: string | undefined; origin?: FileRow['origin'] } = {},
  ): Promise<Added> => {
    const storedAs = randomUUID()
    const file: FileRow = {
      id: once === undefined ? storedAs : idOfKey(`${by.id}:${number}:${once}`),
      caseNumber: number,
      name: fileName(name, type),
      type,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages,
      origin,
      uploadedBy: by.id,
      at: now(),
    }
    await vault.prepare(storedAs, bytes)
    try {
      const late = await store.transaction(async (): Promise<Added | null> => {
        // The case may have been erased while the scan was looked at.
        const why = await barred(store.write, number, by)
        if (why !== null) return { ok: false, refusal: why }
        const before = once === undefined ? undefined : await found(store.write, file.id)
        if (before !== undefined) return { ok: true, file: fileOf(before), repeated: true }
        await store.write.insert(files).values({ ...file, storedAs })
        return null
      })
      if (late !== null) {
        await vault.drop(storedAs)
        return late
      }
    } catch (error) {
      await vault.drop(storedAs)
      throw error
    }
    await vault.keep(storedAs)
    return { ok: true, file }
  }

  return {
    async add(number, name, bytes, by, { once } = {}) {
      const no = await barred(store.read, number, by)
      if (no !== null) return { ok: false, refusal: no }
      const scan = await checkScan(bytes)
      if (typeof scan === 'string') return { ok: false, issues: [{ path: 'file', code: scan }] }
      return put(number, name, scan, by, { once })
    },
    keepMade: (number, name, made, by) =>
      put(number, name, { type: 'application/pdf', ...made }, by, { origin: 'made' }),
    async dropMade(id) {
      const gone = await store.transaction(() =>
        store.write
          .delete(files)
          .where(and(eq(files.id, id), eq(files.origin, 'made')))
          .returning({ storedAs: files.storedAs }),
      )
      for (const { storedAs } of gone) await vault.drop(storedAs)
    },
    async list(number, by) {
      const rows = await store.read
        .select(shown)
        .from(files)
        .innerJoin(cases, eq(cases.number, files.caseNumber))
        .where(eq(files.caseNumber, number))
        .orderBy(asc(files.at), asc(files.id))
      return rows.filter(row => serves(by, row.operator)).map(fileOf)
    },
    async read(id, by) {
      const [row] = await store.read
        .select(shown)
        .from(files)
        .innerJoin(cases, eq(cases.number, files.caseNumber))
        .where(eq(files.id, id))
      if (row === undefined || !serves(by, row.operator)) return null
      const bytes = await vault.read(row.file.storedAs)
      return bytes === null ? null : { file: fileOf(row), bytes }
    },
    async forget(storedAs) {
      for (const id of storedAs) await vault.drop(id)
    },
  }
}

/** The same id for the same Idempotency-Key: shaped like the others, and nobody can guess one from it. */
const idOfKey = (key: string): string => {
  const hex = createHash('sha256').update(`file:${key}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

const found = async (db: Db, id: string) => {
  const file = await db.select().from(files).where(eq(files.id, id)).get()
  return file && { file }
}

const shown = { file: files, operator: cases.operator }

const fileOf = ({
  file: { storedAs: _, pages, type, origin, ...file },
}: {
  file: typeof files.$inferSelect
}): FileRow => ({
  ...file,
  origin: origin === 'made' ? 'made' : 'uploaded',
  type: type as ScanType,
  pages: pages ?? 1,
})

const barred = async (db: Db, number: string, by: Actor): Promise<Refusal | null> => {
  if (!by.roles.some(role => cashiers.some(may => may === role))) return refuse('not_allowed')
  const [row] = await db
    .select({ operator: cases.operator, erasedOn: cases.erasedOn })
    .from(cases)
    .where(eq(cases.number, number))
  if (row === undefined || !serves(by, row.operator)) return refuse('not_this_operator')
  return row.erasedOn === null ? null : refuse('already_erased')
}
