import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store, WrongKeyError } from '../../src/desk/open-store.ts'
import { counters } from '../../src/desk/tables.ts'

const key = 'ab'.repeat(32)
let dir: string
let stores: Store[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaiji-store-'))
  stores = []
})
afterEach(async () => {
  for (const store of stores) await store.close()
  rmSync(dir, { recursive: true, force: true })
})

const open = async (given: string | null, name = 'desk.db'): Promise<Store> => {
  const store = await openStore({ file: join(dir, name), key: given })
  stores.push(store)
  return store
}
const years = async (store: Store) =>
  (await store.read.select().from(counters)).map(row => row.year).sort((a, b) => a - b)

describe('openStore', () => {
  it('keeps nothing readable in the file when it has a key', async () => {
    const store = await open(key)
    await store.transaction(async () => {
      await store.write.insert(counters).values({ year: 2026, last: 1 })
    })
    await store.checkpoint()
    const bytes = readFileSync(store.file)
    expect(bytes.includes('SQLite format 3')).toBe(false)
    expect(bytes.includes('journal_is_never_updated')).toBe(false)
  })

  it('opens again with the same key and with no other', async () => {
    await (await open(key)).close()
    stores.pop()
    await expect(openStore({ file: join(dir, 'desk.db'), key: 'cd'.repeat(32) })).rejects.toThrow(WrongKeyError)
    await expect(openStore({ file: join(dir, 'desk.db'), key: null })).rejects.toThrow(WrongKeyError)
    expect(await years(await open(key))).toEqual([])
  })

  it('takes no key that is not 32 bytes', async () => {
    await expect(openStore({ file: join(dir, 'x.db'), key: 'secret' })).rejects.toThrow(RangeError)
  })

  it('writes with full durability and forgets what it deletes', async () => {
    const { sqlite } = await open(null)
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete']
    expect(pragmas.map(name => sqlite.write.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1])
  })

  it.skipIf(process.platform === 'win32')('is for its owner alone', async () => {
    const { file } = await open(null)
    expect([file, `${file}-wal`].map(path => statSync(path).mode & 0o777)).toEqual([0o600, 0o600])
  })

  it('cannot be written through its reading connection', async () => {
    const store = await open(null)
    expect(() => store.sqlite.read.exec('DELETE FROM counters')).toThrow(/readonly/)
  })

  it('works in memory on one connection', async () => {
    const store = await openStore({ file: ':memory:', key: null })
    stores.push(store)
    await store.transaction(async () => {
      await store.write.insert(counters).values({ year: 2026, last: 7 })
    })
    expect(await years(store)).toEqual([2026])
  })
})

describe('transaction', () => {
  it('leaves nothing of work that throws, and goes on with the next', async () => {
    const store = await open(null)
    const failing = store.transaction(async () => {
      await store.write.insert(counters).values({ year: 2026, last: 1 })
      throw new Error('half way')
    })
    const next = store.transaction(async () => {
      await store.write.insert(counters).values({ year: 2027, last: 1 })
    })
    await expect(failing).rejects.toThrow('half way')
    await next
    expect(await years(store)).toEqual([2027])
  })

  it('runs one after another though all were asked for at once', async () => {
    const store = await open(null)
    const seen: number[] = []
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        store.transaction(async () => {
          const row = await store.write.select({ n: count() }).from(counters).get()
          await Promise.resolve()
          await store.write.insert(counters).values({ year: 2000 + n, last: row?.n ?? -1 })
          seen.push(row?.n ?? -1)
        }),
      ),
    )
    expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => n))
  })

  it('shows readers only what is committed', async () => {
    const store = await open(null)
    await store.transaction(async () => {
      await store.write.insert(counters).values({ year: 2026, last: 1 })
      expect(await years(store)).toEqual([])
    })
    expect(await years(store)).toEqual([2026])
  })
})
