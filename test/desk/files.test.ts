import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileName } from '../../src/desk/file-name.ts'
import { type Added, type Files, openFiles } from '../../src/desk/files.ts'
import { cases, files as table } from '../../src/desk/tables.ts'
import { CANARY, jpeg, pdf } from './papers.ts'
import { auditor, clerk, type StoreIn, storeIn, stranger } from './store-in.ts'

const number = '26000017'
const key = Buffer.alloc(32, 7)
let at: StoreIn
let files: Files
const folder = () => join(at.dir, 'files')
const onDisk = () => (existsSync(folder()) ? readdirSync(folder()) : [])

beforeEach(async () => {
  at = await storeIn()
  await at.addCase(number)
  files = await openFiles(at.store, { folder: folder(), key, now: at.now })
})
afterEach(() => at.gone())

const file = (added: Added) => {
  if (added.ok) return added.file
  throw new Error(JSON.stringify(added))
}

describe('a scan', () => {
  it('is kept with its case, and read again', async () => {
    const added = file(await files.add(number, '運転免許証 𠮷野.pdf', await pdf(), clerk))
    expect(added).toMatchObject({
      caseNumber: number,
      name: '運転免許証 𠮷野.pdf',
      type: 'application/pdf',
      pages: 2,
      uploadedBy: 'clerk',
    })
    expect(await files.list(number, clerk)).toEqual([added])
    const read = await files.read(added.id, clerk)
    expect(read?.file).toEqual(added)
    expect(read?.bytes).toHaveLength(added.bytes)
    expect(read?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('lies on disk without a word of it, beside an encrypted store', async () => {
    const scan = Buffer.concat([await jpeg(), Buffer.from(CANARY)])
    await files.add(number, `${CANARY}.jpg`, scan, clerk)
    await at.store.checkpoint()
    const all = [...onDisk().map(name => join(folder(), name)), join(at.dir, 'desk.db')].map(path => readFileSync(path))
    expect(all).toHaveLength(2)
    for (const bytes of all) {
      expect(bytes.includes(CANARY)).toBe(false)
      expect(bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
    }
  })

  it('that is refused leaves nothing behind', async () => {
    const added = await files.add(number, 'fake.pdf', Buffer.from('<html>'), clerk)
    expect(added).toEqual({ ok: false, issues: [{ path: 'file', code: 'file_not_accepted' }] })
    expect(onDisk()).toEqual([])
    expect(await at.store.read.select().from(table)).toEqual([])
  })

  it.each([
    ['of another operator', number, stranger, 'not_this_operator'],
    ['that is not there', '26000025', clerk, 'not_this_operator'],
    ['one may only look at', number, auditor, 'not_allowed'],
  ])('does not come into a case %s', async (_what, to, by, refused) => {
    expect(await files.add(to, 'a.pdf', await pdf(), by)).toEqual({ ok: false, refusal: { refused } })
    expect(onDisk()).toEqual([])
  })

  it('is not shown to those of another operator, but to the auditor', async () => {
    const { id } = file(await files.add(number, 'a.pdf', await pdf(), clerk))
    expect(await files.list(number, stranger)).toEqual([])
    expect(await files.read(id, stranger)).toBeNull()
    expect(await files.read(id, auditor)).not.toBeNull()
    expect(await files.read('nothing', clerk)).toBeNull()
  })

  it('does not come into a case that is erased meanwhile', async () => {
    const scan = await pdf()
    const [added] = await Promise.all([
      files.add(number, 'a.pdf', scan, clerk),
      at.store.transaction(async () => {
        await at.store.write.update(cases).set({ erasedOn: '2026-11-21' }).where(eq(cases.number, number))
      }),
    ])
    expect(added).toEqual({ ok: false, refusal: { refused: 'already_erased' } })
    expect(onDisk()).toEqual([])
  })

  it('that the store cannot note leaves no bytes behind', async () => {
    at.store.sqlite.write.exec("CREATE TRIGGER full BEFORE INSERT ON files BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    await expect(files.add(number, 'a.pdf', await pdf(), clerk)).rejects.toThrow()
    expect(onDisk()).toEqual([])
  })

  it('goes from the disk when its row has gone', async () => {
    const { id } = file(await files.add(number, 'a.pdf', await pdf(), clerk))
    await files.forget([id])
    expect(onDisk()).toEqual([])
    expect(await files.read(id, clerk)).toBeNull()
  })
})

describe('the name of a file', () => {
  it.each([
    ['免許証.PDF', '免許証.pdf'],
    ['C:\\Users\\hanako\\scan 1.jpeg', 'scan 1.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['evil\u202Efdp.exe', 'evilfdp.pdf'],
    ['a"b\r\nSet-Cookie: x.pdf', 'abSet-Cookie x.pdf'],
    ['', 'scan.pdf'],
    ['...', 'scan.pdf'],
    ['𠮷'.repeat(300), `${'𠮷'.repeat(100)}.pdf`],
    ['half \ud842', 'half \ufffd.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given, 'application/pdf')).toBe(kept)
  })
})
