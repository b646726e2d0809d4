import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runsOf, squeeze } from '../documents/pdf.ts'
import { ito, kanri, requestFor, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'
import { afterUpgrade, drafted, filesIn, folderOf, posted, printed, rowsOf, sha256 } from './printed-letters.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const letter = async (number: string) => (await at.desk.kase(number, sato))?.kase.letters[0]
const again = { letter: 'l1', why: 'faulty' } as const
const batchOf = async (number: string, bothSides = false) => {
  const how = { bothSides, envelope: null, on: '2026-11-21' } as const
  return at.desk.batch([{ number, letter: 'l1' }], how as never, sato)
}
const placed = async (pdf: Buffer) =>
  (await runsOf(pdf)).map(runs => runs.map(({ text, x, y }) => `${squeeze(text)} ${x.toFixed(1)} ${y.toFixed(1)}`))

describe('a first print', () => {
  it('keeps the file that it gives, and its hash and pages stand in the journal', async () => {
    const number = await drafted(at)
    const before = await at.desk.pdf(number, 'l1', sato)
    expect(await rowsOf(at)).toEqual([])
    await at.do(number, 'printLetter', { letter: 'l1' }, ito)
    const kept = await at.desk.pdf(number, 'l1', sato)
    expect(kept).toEqual(before)
    const event = (await at.desk.history(number, sato)).at(-1)?.event
    expect(event).toEqual({ type: 'LetterPrinted', letter: 'l1', pages: [1], sha256: sha256(kept) })
    expect(await rowsOf(at)).toMatchObject([{ sha256: sha256(kept), bytes: kept?.length, pages: '[1]' }])
    expect(filesIn(at)).toHaveLength(1)
    expect(readFileSync(join(folderOf(at), filesIn(at)[0] ?? '')).includes('%PDF')).toBe(false)
  })

  it.each([
    ['who may not print', { roles: ['auditor' as const] }, 'not_allowed'],
    ['of another operator', { operators: ['iij'] }, 'not_this_operator'],
  ])('by one %s is refused before a file is set or sealed', async (_who, less, refused) => {
    const number = await drafted(at)
    expect(await at.desk.perform(number, 'printLetter', { letter: 'l1' }, { ...sato, ...less })).toEqual({
      ok: false,
      refusal: { refused },
    })
    expect(await rowsOf(at)).toEqual([])
    // The vault makes its folder with the first file that it seals.
    expect(existsSync(folderOf(at))).toBe(false)
  })

  it('of two people at once is one file', async () => {
    const number = await drafted(at)
    const print = () => at.desk.perform(number, 'printLetter', again, ito)
    expect((await Promise.all([print(), print()])).map(each => each.ok)).toEqual([true, true])
    expect(await rowsOf(at)).toHaveLength(1)
    expect(filesIn(at)).toHaveLength(1)
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 1, later: 0, unkept: 0 }, faults: [] })
  })

  it('cannot be changed afterwards, nor removed', async () => {
    await printed(at)
    const run = (sql: string) => () => at.store.sqlite.write.exec(sql)
    expect(run("UPDATE letter_files SET sha256 = 'f'")).toThrow(/frozen/)
    expect(run('DELETE FROM letter_files')).toThrow(/frozen/)
  })
})

describe('a letter that was posted', () => {
  it('comes out byte for byte as it was sent when the program sets it otherwise since', async () => {
    const number = await posted(at)
    const sent = await at.desk.pdf(number, 'l1', sato)
    at = await afterUpgrade(at)
    await at.do(number, 'printLetter', { letter: 'l1', why: 'copy' }, ito)
    expect(await at.desk.pdf(number, 'l1', sato)).toEqual(sent)
    const prints = (await at.desk.history(number, sato))
      .map(row => row.event)
      .filter(one => one.type === 'LetterPrinted')
    expect(prints.map(({ sha256: hash, why }) => [hash, why])).toEqual([
      [sha256(sent), undefined],
      [sha256(sent), 'copy'],
    ])
    // Another letter of the same form shows that the program does set it otherwise.
    const edge = async (pdf: Buffer | null) => Math.min(...((await runsOf(pdf as Buffer))[0] ?? []).map(run => run.x))
    expect(await edge(await at.desk.pdf(await drafted(at), 'l1', sato))).toBeGreaterThan((await edge(sent)) + 5)
  })

  it('lies in a batch with the pages that were sent, on sheets of its own', async () => {
    const number = await posted(at)
    const sent = await placed((await at.desk.pdf(number, 'l1', sato)) as Buffer)
    at = await afterUpgrade(at)
    const made = await batchOf(number)
    if (!made.ok) throw new Error(JSON.stringify(made.faults))
    expect((await placed(made.pdf)).slice(1)).toEqual(sent)
    const both = await batchOf(number, true)
    if (!both.ok) throw new Error(JSON.stringify(both.faults))
    expect((await placed(both.pdf)).map(page => page.length > 0)).toEqual([true, false, true, false])
  })

  it('is not printed at all rather than otherwise when its file is lost as well', async () => {
    const number = await posted(at)
    writeFileSync(join(folderOf(at), filesIn(at)[0] ?? ''), 'ruined')
    at = await afterUpgrade(at)
    expect(await at.desk.perform(number, 'printLetter', again, ito)).toMatchObject({
      refusal: { refused: 'print_lost' },
    })
    await expect(at.desk.pdf(number, 'l1', sato)).rejects.toThrow(/lost/)
    expect(await batchOf(number)).toMatchObject({ ok: false, faults: [{ number, why: 'print_lost' }] })
    expect(await rowsOf(at)).toHaveLength(1)
  })
})

describe('a letter on the packing table', () => {
  it('is packed as it was printed although the program sets it otherwise since', async () => {
    const number = await printed(at)
    const before = await at.desk.pageSet(number, ['l1'], sato)
    at = await afterUpgrade(at, 200)
    expect((await letter(await printed(at)))?.pages?.[0]).toBeGreaterThan(1)
    expect(await at.desk.pageSet(number, ['l1'], sato)).toEqual(before)
    await at.pack(number, ['l1'])
    expect((await at.desk.kase(number, sato))?.kase.envelopes).toHaveLength(1)
  })

  it('must be printed again when its file is lost and the program sets it otherwise', async () => {
    const number = await printed(at)
    const first = (await letter(number))?.sha256
    writeFileSync(join(folderOf(at), filesIn(at)[0] ?? ''), 'ruined')
    at = await afterUpgrade(at)
    await expect(at.pack(number, ['l1'])).rejects.toThrow('print_changed')
    expect((await at.desk.prints(number, ['l1'], sato)).get('l1')?.sha256).not.toBe(first)
    await at.do(number, 'printLetter', { letter: 'l1', why: 'set_anew' }, ito)
    await at.pack(number, ['l1'])
    const kept = await at.desk.pdf(number, 'l1', sato)
    expect((await letter(number))?.sha256).toBe(sha256(kept))
    expect((await rowsOf(at)).map(({ nth, storedAs }) => [nth, storedAs !== null])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 1, unkept: 0 }, faults: [] })
  })

  it('gets its lost file back where the program still sets it so', async () => {
    const number = await printed(at)
    const [before] = filesIn(at)
    writeFileSync(join(folderOf(at), before ?? ''), 'ruined')
    await at.pack(number, ['l1'])
    await at.do(number, 'printLetter', again, ito)
    expect(await rowsOf(at)).toHaveLength(1)
    expect(filesIn(at)).toHaveLength(1)
    expect(filesIn(at)).not.toEqual([before])
    expect((await at.desk.verify()).faults).toEqual([])
  })
})

describe('verify', () => {
  it('finds a kept file that was changed, exchanged or is gone', async () => {
    const [one, two] = [await printed(at), await printed(at)]
    const [first, second] = (await rowsOf(at)).map(row => join(folderOf(at), row.storedAs ?? '')) as [string, string]
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 2, later: 0, unkept: 0 }, faults: [] })
    const sealed = readFileSync(first)
    sealed[200] = (sealed[200] ?? 0) ^ 1
    writeFileSync(first, sealed)
    const faultOf = (number: string) => `${number}: letter l1: the kept file is gone or damaged`
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 1 }, faults: [faultOf(one)] })
    sealed[200] = (sealed[200] ?? 0) ^ 1
    writeFileSync(first, readFileSync(second))
    expect((await at.desk.verify()).faults).toEqual([faultOf(one)])
    writeFileSync(first, sealed)
    expect((await at.desk.verify()).faults).toEqual([])
    expect(two).not.toBe(one)
  })

  it('finds a row that is not what the journal says was printed', async () => {
    const number = await printed(at)
    const { write } = at.store.sqlite
    write.exec('DROP TRIGGER letter_files_are_never_deleted; DELETE FROM letter_files')
    expect((await at.desk.verify()).faults).toEqual([`${number}: letter l1 was printed, but its file was never kept`])
  })
})

describe('erasure', () => {
  it('takes the file and leaves its hash', async () => {
    const number = await posted(at)
    const other = await printed(at)
    const hash = (await letter(number))?.sha256
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone', memo: '電話' })
    await at.do(number, 'recordDelivery', { posting: 's1', on: '2026-11-21' })
    await at.do(number, 'close', {})
    at.at('2032-11-22')
    await at.do(number, 'erase', {}, kanri)
    expect(await at.desk.pdf(number, 'l1', sato)).toBeNull()
    expect((await rowsOf(at)).map(row => [row.caseNumber, row.storedAs === null])).toEqual([
      [number, true],
      [other, false],
    ])
    expect(filesIn(at)).toHaveLength(1)
    expect(await letter(number)).toMatchObject({ sha256: hash })
    expect((await rowsOf(at))[0]?.sha256).toBe(hash)
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 1, unkept: 0 }, faults: [] })
  })
})

describe('a batch', () => {
  it('shows each letter as its kept file does', async () => {
    const number = await printed(at)
    const made = await batchOf(number)
    if (!made.ok) throw new Error(JSON.stringify(made.faults))
    expect((await placed(made.pdf)).slice(1)).toEqual(await placed((await at.desk.pdf(number, 'l1', sato)) as Buffer))
  })
})

describe('forms that go by mail', () => {
  it('are kept as they are sent', async () => {
    const requester = { ...requestFor('ims').subject, email: 'hanako@example.jp' }
    const asked = { operator: 'ims', channel: 'email', receivedOn: '2026-11-20', requester } as const
    const number = await at.do(null, 'logFormRequest', asked as never)
    await at.do(number, 'writeLetter', { form: 'form-cover' })
    await at.do(number, 'sendForms', { on: '2026-11-21', by: 'email' })
    const attached = await at.desk.pdf(number, 'l1', sato)
    expect(await rowsOf(at)).toMatchObject([{ letter: 'l1', sha256: sha256(attached) }])
    at = await afterUpgrade(at)
    expect(await at.desk.pdf(number, 'l1', sato)).toEqual(attached)
    expect(await at.desk.verify()).toMatchObject({ letters: { kept: 1, later: 1, unkept: 0 }, faults: [] })
  })
})
