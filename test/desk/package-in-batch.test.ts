import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Files, openFiles } from '../../src/desk/files.ts'
import { packageData } from '../../src/desk/package-data.ts'
import { openPackages, type Packages } from '../../src/desk/packages.ts'
import { letterFiles } from '../../src/desk/print/tables-print.ts'
import { dataFiles } from '../../src/disclosure/data-files.ts'
import type { PlainDate } from '../../src/domain/day.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import { readPages } from '../../src/reading/read-pages.ts'
import { overSecret, page, SECRET, talkativePdf } from '../disclosure/sources.ts'
import { runsOf, squeeze } from '../documents/pdf.ts'
import { hanako, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'
import { plantedPaper } from './planted-paper.ts'

let at: DeskIn
let files: Files
let packages: Packages
let number: string
let file: string

/** An answer with a masked and a plain page of a contract, made by the desk and not yet posted. */
beforeAll(async () => {
  at = await deskIn()
  files = await openFiles(at.store, { folder: join(at.dir, 'files'), key: Buffer.alloc(32, 7), now: at.now })
  packages = openPackages({ desk: at.desk, files })
  number = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(number, 'receivePaper', { kind: 'driver_license', receivedOn: '2026-11-21', expiresOn: '2028-01-01' })
  await at.do(number, 'checkIdentity', { sendTo: 'papers', address: hanako.address, nameOnPaper: '山田 花子' })
  await at.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content: '契約者情報' })
  await at.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
  await at.do(number, 'writeReply', { decision: 'd1' })
  file = await plantedPaper(
    { files, store: at.store },
    { number, name: '契約書.pdf', bytes: await talkativePdf() },
    sato,
  )
  const parts = [{ file, pages: [page(1, [overSecret]), page(2)] }]
  await at.do(number, 'choosePackage', { letter: 'l1', choice: { parts, hidden: [], allowed: [] } })
  const made = await packages.make(number, sato)
  if (!made.ok) throw new Error(JSON.stringify(made))
}, 120_000)
afterAll(() => at.gone())

const batch = async (bothSides: boolean): Promise<Buffer> => {
  const finished = (of: string, letter: string) => (letter === 'l1' ? packages.read(of, sato) : Promise.resolve(null))
  const how = { bothSides, envelope: '角2' as const, on: '2026-11-21' as PlainDate, finished }
  const made = await at.desk.batch([{ number, letter: 'l1' }], how, sato)
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  return made.pdf
}
const textsOf = async (pdf: Buffer) => (await runsOf(pdf)).map(each => squeeze(each.map(run => run.text).join('')))

test('making a package keeps the letter that is in it', async () => {
  expect(await at.store.read.select().from(letterFiles)).toMatchObject([{ caseNumber: number, letter: 'l1', nth: 1 }])
})

test('a finished package lies in its envelope: every page that packing asks for, in order, and no other', async () => {
  const read = await readPages(await batch(false), 'application/pdf')
  if (typeof read === 'string') throw new Error(read)
  const codes = read.flatMap(({ code }) => (code ? [pageCode(code)] : []))
  // The cover of the batch has no code: it goes into no envelope.
  expect(read.findIndex(each => each.code !== null)).toBe(1)
  const sheets = read.map(({ code }) => code && `${code.sheet}.${code.page}/${code.pages}`)
  expect(sheets.slice(1)).toEqual(['99.1/1', '0.1/1', '1.1/2', '1.2/2', '2.1/2', '2.2/2', '3.1/2', '3.2/2'])
  await at.do(number, 'printLetter', { letter: 'l1' })
  const packed = async (scans: string[]) => at.desk.perform(number, 'packEnvelope', { letters: ['l1'], scans }, sato)
  expect(await packed(codes.slice(0, -1))).toMatchObject({ refusal: { refused: 'page_missing' } })
  expect(await packed(codes)).toMatchObject({ ok: true })
})

test('its masked page stays masked in print, and the letter is in it once', async () => {
  const pdf = await batch(false)
  const texts = await textsOf(pdf)
  expect(texts.join('')).not.toContain(squeeze(SECRET))
  expect(pdf.includes(SECRET)).toBe(false)
  expect(texts.filter(text => text.includes(`${number}-L1-0-1/`))).toHaveLength(1)
})

test('printed on both sides it shares no sheet with the envelope before it, and comes out the same again', async () => {
  const pdf = await batch(true)
  const texts = await textsOf(pdf)
  expect(texts.findIndex(text => text.includes(`${number}-L1-0-1/`)) % 2).toBe(0)
  expect(texts.length % 2).toBe(0)
  expect(await batch(true)).toEqual(pdf)
})

test('is told as data, its answer and pages, though there is no 別紙', async () => {
  const kase = (await at.desk.kase(number, sato))?.kase
  if (kase === undefined) throw new Error('no case')
  const data = await packageData({ desk: at.desk, by: sato }, { number, kase, letter: 'l1' })
  expect(data).toMatchObject({
    answer: { kind: expect.stringContaining('開示'), text: '契約者情報' },
    rows: [],
    made: { edition: 1, attached: 2, masked: 1 },
    parts: [{ file, pages: [{ page: 1 }, { page: 2 }] }],
  })
  expect(data && dataFiles(data).map(each => each.name)).toEqual([`disclosure-${number}.json`])
})

test('made anew with a page masked, the print of before is refused at packing, whole and page by page', async () => {
  const parts = (boxes: { x: number; y: number; w: number; h: number }[]) => [
    { file, pages: [page(1, [overSecret]), page(2, boxes)] },
  ]
  const codesOf = async () => {
    const read = await readPages(await batch(false), 'application/pdf')
    if (typeof read === 'string') throw new Error(read)
    return read.flatMap(({ code }) => (code ? [pageCode(code)] : []))
  }
  const pack = (scans: readonly string[]) =>
    at.desk.perform(number, 'packEnvelope', { letters: ['l1'], scans: [...scans] }, sato)
  const plain = await codesOf()
  expect(await pack(plain)).toMatchObject({ ok: true })
  const hidden = { parts: parts([{ x: 10, y: 30, w: 60, h: 60 }]), hidden: [], allowed: [] }
  await at.do(number, 'choosePackage', { letter: 'l1', choice: hidden })
  expect(await pack(plain)).toMatchObject({ refusal: { refused: 'letter_missing' } })
  expect(await packages.make(number, sato)).toMatchObject({ ok: true })
  expect(await pack(plain)).toMatchObject({ refusal: { refused: 'letter_missing' } })
  await at.do(number, 'printLetter', { letter: 'l1' })
  expect(await pack(plain)).toMatchObject({ refusal: { refused: 'wrong_page', about: { what: 'outdated_page' } } })
  const masked = await codesOf()
  const last = (codes: readonly string[]) => codes.at(-1) ?? ''
  expect(last(masked)).not.toBe(last(plain))
  expect(await pack([...masked.slice(0, -1), last(plain)])).toMatchObject({
    refusal: { refused: 'wrong_page', about: { what: 'outdated_page', which: `${number}-L1-3.1-2/2` } },
  })
  expect(await pack(masked)).toMatchObject({ ok: true })
}, 60_000)

test('nothing that the desk has made before is material of the next: it may show what is masked since', async () => {
  // All of one instant: the list has no order of its own.
  const made = (await files.list(number, sato)).filter(each => each.id !== file)
  expect(made.map(each => each.origin)).toEqual(['made', 'made'])
  const parts = [{ file: made[0]?.id ?? '', pages: [page(1)] }]
  await at.do(number, 'choosePackage', { letter: 'l1', choice: { parts, hidden: [], allowed: [] } })
  expect(await packages.make(number, sato)).toMatchObject({ ok: false, fault: { fault: 'file_gone' } })
})

test('a document that no case has come to know goes again, and no paper of a case by that way', async () => {
  const before = (await files.list(number, sato)).map(each => each.id)
  const kept = await files.keepMade(number, '開示資料.pdf', { bytes: await talkativePdf(), pages: 2 }, sato)
  if (!kept.ok) throw new Error('not kept')
  await files.dropMade(kept.file.id)
  await files.dropMade(file)
  expect((await files.list(number, sato)).map(each => each.id)).toEqual(before)
  expect(await files.read(kept.file.id, sato)).toBeNull()
})
