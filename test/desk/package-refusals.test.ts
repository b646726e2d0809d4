import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, openFiles } from '../../src/desk/files.ts'
import { openPackages, type Packages } from '../../src/desk/packages.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { page, plainPdf } from '../disclosure/sources.ts'
import { requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

/** Serves another operator only. */
const tanaka: Actor = { id: 'tanaka', roles: ['reception'], operators: ['iij'] }
/** The only words of the first page. */
const overTitle = { x: 5, y: 5, w: 100, h: 15 }
let at: DeskIn
let files: Files
let packages: Packages

beforeAll(async () => {
  at = await deskIn()
  files = await openFiles(at.store, { folder: join(at.dir, 'files'), key: Buffer.alloc(32, 7), now: at.now })
  packages = openPackages({ desk: at.desk, files })
})
afterAll(() => at.gone())

const asked = () => at.do(null, 'logRequest', requestFor('ims'))
const answered = async (): Promise<string> => {
  const number = await asked()
  await at.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content: '契約者情報' })
  await at.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
  await at.do(number, 'writeReply', { decision: 'd1' })
  return number
}
const kept = async (number: string, bytes: Buffer): Promise<string> => {
  const done = await files.add(number, '契約書.pdf', bytes, sato)
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.file.id
}
const choose = (number: string, file: string, hidden: readonly string[] = []) =>
  at.do(number, 'choosePackage', {
    letter: 'l1',
    choice: { parts: [{ file, pages: [page(1, [overTitle])] }], hidden: [...hidden], allowed: [] },
  })
const eventsOf = async (number: string) => (await at.desk.history(number, sato)).map(({ event }) => event.type)
const madeOf = async (number: string) =>
  (await eventsOf(number)).filter(type => /^Package(Recorded|Made|Locked)/.test(type))

describe('there is no package', () => {
  test('of a case without an answer', async () => {
    const number = await asked()
    const no = { ok: false, refusal: { refused: 'reply_missing' } }
    expect([await packages.make(number, sato), await packages.lock(number, sato)]).toMatchObject([no, no])
    expect([await packages.choice(number, sato), await packages.read(number, sato)]).toEqual([null, null])
  })

  test('of a case that is not there, nor for whom it is not', async () => {
    const number = await answered()
    for (const [of, by] of [
      ['26999994', sato],
      [number, tanaka],
    ] as const) {
      const no = { ok: false, refusal: { refused: 'reply_missing' } }
      expect([await packages.make(of, by), await packages.lock(of, by)]).toMatchObject([no, no])
      expect([await packages.choice(of, by), await packages.rows(of, by), await packages.read(of, by)]).toEqual([
        null,
        null,
        null,
      ])
    }
  })

  test('to lock before one is made', async () => {
    const number = await answered()
    await choose(number, await kept(number, await plainPdf(2)))
    expect(await packages.lock(number, sato)).toMatchObject({ ok: false })
    expect(await madeOf(number)).toEqual([])
  })
})

describe('a package is not made, and nothing of it is kept,', () => {
  test('with a file of another case', async () => {
    const [mine, theirs] = [await answered(), await answered()]
    await choose(mine, await kept(theirs, await plainPdf(2)))
    expect(await packages.make(mine, sato)).toEqual({ ok: false, fault: { fault: 'file_gone' } })
    expect([await packages.read(mine, sato), await madeOf(mine)]).toEqual([null, []])
  })

  test('with a word that is left on the page', async () => {
    const number = await answered()
    await choose(number, await kept(number, await plainPdf(2)), ['受付番号'])
    expect(await packages.make(number, sato)).toMatchObject({ ok: false, fault: { fault: 'word_left' } })
    expect([await packages.read(number, sato), await madeOf(number)]).toEqual([null, []])
  })

  test('where another choice was made while it was drawn', async () => {
    const number = await answered()
    const [first, second] = [await kept(number, await plainPdf(2)), await kept(number, await plainPdf(1))]
    await choose(number, first)
    const making = packages.make(number, sato)
    await choose(number, second)
    expect(await making).toMatchObject({ ok: false, refusal: { refused: 'stale' } })
    expect([await packages.read(number, sato), await madeOf(number)]).toEqual([null, []])
    expect(await packages.make(number, sato)).toMatchObject({ ok: true })
  })
})

describe('a package that was made', () => {
  let number: string
  beforeAll(async () => {
    number = await answered()
    await choose(number, await kept(number, await plainPdf(2)))
    expect(await packages.make(number, sato)).toMatchObject({ ok: true })
  })

  test('is read by those of its operator, without what was masked, and by no other', async () => {
    const pdf = await packages.read(number, sato)
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf?.includes('Sheet 1')).toBe(false)
    expect(await packages.read(number, tanaka)).toBeNull()
  })

  test('whose kept bytes were changed on the disk is neither read nor locked', async () => {
    const folder = join(at.dir, 'files')
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(each => each.isFile())
      .map(each => join(each.parentPath, each.name))
    const whole = names.map(name => [name, readFileSync(name)] as const)
    for (const [name, bytes] of whole) {
      const spoilt = Buffer.from(bytes)
      spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 1
      writeFileSync(name, spoilt)
    }
    const found = await packages.read(number, sato).catch(() => null)
    const locked = await packages.lock(number, sato).catch(() => ({ ok: false }))
    for (const [name, bytes] of whole) writeFileSync(name, bytes)
    expect([found, locked.ok]).toEqual([null, false])
    expect(await packages.read(number, sato)).not.toBeNull()
  })
})

describe('a page to look at', () => {
  let number: string
  let file: string
  beforeAll(async () => {
    number = await asked()
    file = await kept(number, await plainPdf(1, [842, 595]))
  })

  test('has the measures of the paper, and is a JPEG', async () => {
    const size = await packages.size(number, file, 1, sato)
    expect([Math.round(size?.width ?? 0), Math.round(size?.height ?? 0)]).toEqual([297, 210])
    const picture = await packages.picture(number, file, 1, sato)
    expect(picture?.subarray(0, 3).toString('hex')).toBe('ffd8ff')
  })

  test.each([0, -1, 2, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is none at the number %d', async nth => {
    expect(await packages.size(number, file, nth, sato)).toBeNull()
    expect(await packages.picture(number, file, nth, sato)).toBeNull()
  })

  test('is none of another case, for another operator’s people, or of a file that is not there', async () => {
    const other = await asked()
    for (const [of, what, by] of [
      [other, file, sato],
      [number, file, tanaka],
      [number, 'f999', sato],
    ] as const)
      expect([await packages.size(of, what, 1, by), await packages.picture(of, what, 1, by)]).toEqual([null, null])
  })
})
