import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Encrypted files. `prepare` writes out of sight; `keep` makes it visible once its row is committed, `drop` takes it back. */
export interface Vault {
  prepare(id: string, bytes: Buffer): Promise<void>
  keep(id: string): Promise<void>
  drop(id: string): Promise<void>
  /** null where there is no such file; throws when it was changed, exchanged or sealed with another key */
  read(id: string): Promise<Buffer | null>
  /** After a crash: keeps what was committed, removes what was not and is older than an hour (another process may be writing). */
  mend(committed: ReadonlySet<string>, now: number): Promise<void>
}

const VERSION = 1
const NONCE = 12
const TAG = 16
const HOUR_MS = 3_600_000
const ID = /^[0-9a-f-]{36}$/

/** AES-256-GCM; the id is authenticated too, so that one file cannot stand in for another. `key`: 32 bytes. */
export const openVault = (folder: string, key: Buffer): Vault => {
  const kept = (id: string) => {
    if (!ID.test(id)) throw new TypeError('not a file id')
    return join(folder, id)
  }
  const prepared = (id: string) => `${kept(id)}.part`
  return {
    async prepare(id, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeDurably(prepared(id), seal(key, id, bytes))
    },
    async keep(id) {
      // Another process that starts just now may have mended it already.
      const shown = await rename(prepared(id), kept(id)).catch(unlessMissing('missing' as const))
      if (shown === 'missing') await stat(kept(id))
      await sync(folder)
    },
    async drop(id) {
      await rm(prepared(id), { force: true })
      await rm(kept(id), { force: true })
    },
    async read(id) {
      const sealed = (await bytesOf(kept(id))) ?? (await bytesOf(prepared(id)))
      return sealed === null ? null : unseal(key, id, sealed)
    },
    async mend(committed, now) {
      for (const name of await readdir(folder).catch(unlessMissing([]))) {
        const id = name.replace(/\.part$/, '')
        if (!ID.test(id)) continue
        if (committed.has(id)) {
          if (name.endsWith('.part')) await rename(prepared(id), kept(id)).catch(unlessMissing(undefined))
        } else {
          const { mtimeMs = now } = (await stat(join(folder, name)).catch(unlessMissing(undefined))) ?? {}
          if (mtimeMs < now - HOUR_MS) await rm(join(folder, name), { force: true })
        }
      }
    },
  }
}

const seal = (key: Buffer, id: string, bytes: Buffer): Buffer => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
}

const unseal = (key: Buffer, id: string, sealed: Buffer): Buffer => {
  if (sealed[0] !== VERSION) throw new TypeError('unknown version of a stored file')
  const body = 1 + NONCE + TAG
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(1 + NONCE, body))
  return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()])
}

const writeDurably = async (path: string, bytes: Buffer) => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the new name itself durable; not every system lets a folder be opened. */
const sync = async (folder: string) => {
  const directory = await open(folder, 'r').catch(() => null)
  if (directory === null) return
  await directory.sync().catch(() => undefined)
  await directory.close()
}

const bytesOf = (path: string): Promise<Buffer | null> => readFile(path).catch(unlessMissing(null))

const unlessMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead
    throw error
  }
