import { randomUUID } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openVault } from '../vault.ts'

/** A bank's file on its way in: nobody's but that person's until it is taken. */
export interface TrayFile {
  readonly name: string
  readonly by: string
  /** ISO instant */
  readonly at: string
  readonly bytes: Buffer
}

/** Sealed uploads that wait for a decision; gone when taken, discarded or a day old. */
export interface StatementTray {
  put(name: string, bytes: Buffer, by: string): Promise<string>
  read(id: string): Promise<TrayFile | null>
  drop(id: string): Promise<void>
}

const DAY_MS = 86_400_000
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const BREAK = 0x0a

/** `folder` of its own; `key`: 32 bytes. What lay there for a day is removed now and at every upload. */
export const openStatementTray = async (
  folder: string,
  { key, now }: { key: Buffer; now: () => string },
): Promise<StatementTray> => {
  const vault = openVault(folder, key)
  const sweep = async (): Promise<void> => {
    for (const name of await readdir(folder).catch(() => [])) {
      const id = name.replace(/\.part$/, '')
      const age = Date.parse(now()) - ((await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0)
      if (ID.test(id) && age > DAY_MS) await vault.drop(id)
    }
  }
  await sweep()
  return {
    async put(name, bytes, by) {
      await sweep()
      const id = randomUUID()
      const head = Buffer.from(`${JSON.stringify({ name, by, at: now() })}\n`)
      await vault.prepare(id, Buffer.concat([head, bytes]))
      await vault.keep(id)
      return id
    },
    async read(id) {
      const kept = ID.test(id) ? await vault.read(id) : null
      if (kept === null) return null
      const end = kept.indexOf(BREAK)
      const head = JSON.parse(kept.subarray(0, end).toString()) as Omit<TrayFile, 'bytes'>
      return { ...head, bytes: kept.subarray(end + 1) }
    },
    drop: id => vault.drop(id),
  }
}
