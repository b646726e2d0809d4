import { randomUUID } from 'node:crypto'
import { mkdtempSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ito, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'
import { killedAfter } from './killed-after.ts'
import {
  afterUpgrade,
  drafted,
  filesIn,
  folderOf,
  olderDesk,
  posted,
  printed,
  rowsOf,
  sha256,
} from './printed-letters.ts'

let at: DeskIn
afterEach(() => at.gone())

describe('a data directory of before files were kept', () => {
  let sent: string
  let onTable: string
  beforeEach(async () => {
    at = await olderDesk()
    sent = await posted(at)
    onTable = await printed(at)
    await drafted(at)
    await at.desk.close()
  })
  const upgraded = () => deskIn({ dir: at.dir })

  it('is whole, and verify says how many letters are not kept yet', async () => {
    at = await upgraded()
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 0, later: 0, unkept: 2 }, faults: [] })
  })

  it('has its letters kept as they are set now, some at a time, each once', async () => {
    at = await upgraded()
    const before = await at.desk.pdf(sent, 'l1', sato)
    expect(await at.desk.keepOlderLetters(1)).toEqual({ kept: 1, left: 1 })
    expect(await at.desk.keepOlderLetters(10)).toEqual({ kept: 1, left: 0 })
    expect(await at.desk.keepOlderLetters(10)).toEqual({ kept: 0, left: 0 })
    expect((await rowsOf(at)).map(row => row.caseNumber)).toEqual([sent, onTable])
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 2, later: 2, unkept: 0 }, faults: [] })
    at = await afterUpgrade(at)
    expect(await at.desk.keepOlderLetters(10)).toEqual({ kept: 0, left: 0 })
    expect(await at.desk.pdf(sent, 'l1', sato)).toEqual(before)
  })

  it('has a letter kept by its next print, which proves what was sent only where it was before sending', async () => {
    at = await upgraded()
    const proof = async (number: string) => (await at.desk.kase(number, sato))?.kase.letters[0]?.sha256
    await at.do(onTable, 'printLetter', { letter: 'l1', why: 'copy' }, ito)
    expect(await proof(onTable)).toBe(sha256(await at.desk.pdf(onTable, 'l1', sato)))
    await at.do(sent, 'printLetter', { letter: 'l1', why: 'copy' }, ito)
    expect((await at.desk.history(sent, sato)).at(-1)?.event).toMatchObject({
      sha256: sha256(await at.desk.pdf(sent, 'l1', sato)),
    })
    expect(await proof(sent)).toBeUndefined()
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 2, later: 1, unkept: 0 }, faults: [] })
  })

  it('lets a letter be packed that still has its pages, and keeps it when it is posted', async () => {
    at = await upgraded()
    await posted(at, async () => onTable)
    expect(await rowsOf(at)).toMatchObject([{ caseNumber: onTable, letter: 'l1' }])
  })

  it('has papers printed again that the program sets on other pages since', async () => {
    at = await upgraded()
    at = await afterUpgrade(at, 200)
    await expect(at.pack(onTable, ['l1'])).rejects.toThrow('print_changed')
    await at.do(onTable, 'printLetter', { letter: 'l1', why: 'set_anew' }, ito)
    await at.pack(onTable, ['l1'])
    // What was posted cannot come out as it was: no file was kept and its pages are others now.
    expect(await at.desk.perform(sent, 'printLetter', { letter: 'l1', why: 'copy' }, ito)).toMatchObject({
      refusal: { refused: 'print_lost' },
    })
  })
})

describe('after a crash', () => {
  it('between the record of a print and the showing of its file, the file is there', async () => {
    at = await deskIn()
    const number = await printed(at)
    const before = await at.desk.pdf(number, 'l1', sato)
    const [name = ''] = filesIn(at)
    renameSync(join(folderOf(at), name), join(folderOf(at), `${name}.part`))
    expect(await at.desk.pdf(number, 'l1', sato)).toEqual(before)
    at = await at.again()
    expect(filesIn(at)).toEqual([name])
    expect(await at.desk.pdf(number, 'l1', sato)).toEqual(before)
  })

  it('before the record of a print, its file goes away', async () => {
    at = await deskIn()
    await printed(at)
    const [kept = ''] = filesIn(at)
    const stray = join(folderOf(at), `${randomUUID()}.part`)
    writeFileSync(stray, 'sealed')
    const long = new Date(Date.parse(at.now()) - 2 * 3_600_000)
    utimesSync(stray, long, long)
    at = await at.again()
    expect(filesIn(at)).toEqual([kept])
  })

  it('in the middle of printing, every print that was told has its file', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'kaiji-crash-'))
    const told = await killedAfter(child, dir, 8)
    at = await deskIn({ dir })
    for (const line of told) {
      const [number = '', hash] = line.split(' ')
      expect(sha256(await at.desk.pdf(number, 'l1', sato))).toBe(hash)
    }
    const { letters, faults } = await at.desk.verify()
    expect(faults).toEqual([])
    expect(letters.kept).toBeGreaterThanOrEqual(told.length)
    expect(letters.unkept).toBe(0)
  }, 90_000)
})

const child = fileURLToPath(new URL('crash-print-child.ts', import.meta.url))
