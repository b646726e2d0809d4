import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Sqlite, { type Database } from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { type Transaction, writing } from './transaction.ts'

export type Db = BetterSQLite3Database

/** `write` only inside `transaction`; `read` sees committed state only (for ':memory:' both are one connection). */
export interface Store {
  readonly file: string
  readonly write: Db
  readonly read: Db
  readonly sqlite: { readonly write: Database; readonly read: Database }
  readonly transaction: Transaction
  /** True once after another process (the shell beside the server) has committed something. */
  changedElsewhere(): boolean
  /** Truncates the write-ahead log, so that no erased page stays in it. */
  checkpoint(): Promise<void>
  close(): Promise<void>
}

export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError'
}

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url))

/**
 * Opens or creates the store and brings its tables up to date. `key`: 32 bytes as 64 hex digits, taken raw (no key derivation);
 * null leaves the file readable by anyone. Throws WrongKeyError where the key does not open the file.
 */
export const openStore = async ({ file, key }: { file: string; key: string | null }): Promise<Store> => {
  const writer = connect(file, key, false)
  // The log and its index take the mode of the file.
  if (file !== ':memory:') chmodSync(file, 0o600)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('secure_delete = ON')
  const write = drizzle({ client: writer })
  migrate(write, { migrationsFolder: migrations })
  const reader = file === ':memory:' ? writer : connect(file, key, true)
  const turns = writing(writer)
  // Counts what other connections commit; the reader of this process commits nothing.
  const version = writer.prepare('PRAGMA data_version').pluck()
  let seen = version.get()
  return {
    file,
    write,
    read: drizzle({ client: reader }),
    sqlite: { write: writer, read: reader },
    transaction: turns.transaction,
    changedElsewhere: () => {
      const before = seen
      seen = version.get()
      return seen !== before
    },
    checkpoint: async () => {
      await turns.between(() => writer.pragma('wal_checkpoint(TRUNCATE)'))
    },
    close: () =>
      turns.between(() => {
        if (reader !== writer) reader.close()
        writer.close()
      }),
  }
}

const connect = (file: string, key: string | null, readonly: boolean): Database => {
  const sqlite = new Sqlite(file, { readonly })
  if (key !== null) {
    if (!/^[0-9a-f]{64}$/i.test(key)) throw new RangeError('a store key is 64 hex digits')
    sqlite.pragma("cipher = 'sqlcipher'")
    sqlite.pragma('legacy = 4')
    sqlite.pragma(`key = "x'${key}'"`)
  }
  try {
    sqlite.pragma('schema_version')
  } catch (error) {
    sqlite.close()
    throw new WrongKeyError(`${file}: the key does not open this store`, { cause: error })
  }
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  return sqlite
}
