import { afterAll, beforeAll, expect, it } from 'vitest'
import { windowOf, windowsOf } from '../../src/desk/print/window-envelopes.ts'
import { sorting } from '../../src/desk/scans/scan-tray-sorting.ts'
import { runsOf, squeeze } from '../documents/pdf.ts'
import { ito, kanri, requestFor, sato } from '../domain/given.ts'
import { operatorText } from '../operators.ts'
import { type DeskIn, definitions, deskIn } from './desk-in.ts'

const windowed = (more = '') =>
  operatorText('ims')
    .replace(/^id: ims$/m, 'id: window-house')
    .replace('envelope: printed }', `envelope: window${more} }`)

let at: DeskIn
let number: string

beforeAll(async () => {
  at = await deskIn()
  expect(await at.desk.importOperator('window.yaml', windowed(), kanri)).toMatchObject({ ok: true })
  number = await at.do(null, 'logRequest', requestFor('window-house'))
  await at.do(number, 'requestFee', {}, ito)
  await at.do(number, 'writeLetter', { form: 'fee-notice' }, ito)
}, 60_000)
afterAll(() => at.gone())

it('a letter for a window has its address higher and narrower, and no envelope in its batch', async () => {
  const pdf = await at.desk.pdf(number, 'l1', sato)
  if (pdf === null) throw new Error('no letter')
  const [runs = []] = await runsOf(pdf)
  const postcode = runs.find(({ text }) => text.includes('〒860-0047'))
  expect(297 - ((postcode?.y ?? 0) * 25.4) / 72).toBeLessThan(20)
  const how = { bothSides: false, envelope: '長3', on: '2026-11-21' as never } as const
  const batch = await at.desk.batch([{ number, letter: 'l1' }], how, sato)
  if (!batch.ok) throw new Error(JSON.stringify(batch.faults))
  const pages = (await runsOf(batch.pdf)).map(page => squeeze(page.map(run => run.text).join('')))
  expect(pages.join('')).not.toContain('-99-')
  expect(pages[1]).toContain(`${number}-L1-0-1/`)
})

it('is printed again with the same bytes', async () => {
  expect(await at.desk.pdf(number, 'l1', sato)).toEqual(await at.desk.pdf(number, 'l1', sato))
})

it('is the form of today when it comes back', async () => {
  const asked = await at.do(null, 'logRequest', requestFor('window-house', { enclosed: [], onForm: false }))
  await at.do(asked, 'requestSupplement', {})
  await at.do(asked, 'writeLetter', { form: 'supplement-request' })
  await at.do(asked, 'printLetter', { letter: 'l1' })
  const [code] = await at.desk.pageSet(asked, ['l1'], sato)
  if (code === undefined) throw new Error('no page')
  const sort = sorting(at.store.read, definitions())
  const sorted = await sort({ sight: 'ours', code }, { operator: 'window-house' } as never, sato)
  expect(sorted.remarks).not.toContain('old_form')
  const other = await sorting(at.store.read, new Map())(
    { sight: 'ours', code },
    { operator: 'window-house' } as never,
    sato,
  )
  expect(other.remarks).toContain('old_form')
})

it('names an envelope of the house, or the import says so at its field', async () => {
  const told = await at.desk.importOperator('window.yaml', windowed(', window: naga3-windo'), kanri)
  expect(told).toMatchObject({ issues: [{ path: 'policies[0].packing.value.window', code: 'window_unknown' }] })
  expect(windowOf({ packing: { value: { secondPerson: false, envelope: 'printed' }, from: 'house' } })).toBeNull()
})

const measured = (left = 20, folds = '[]') =>
  operatorText('ims')
    .replace(/^id: ims$/m, 'id: own-window')
    .replace(
      'envelope: printed }',
      `envelope: window, ownWindow: { id: our-kaku2, name: 当社の角2窓付き, width: 240, height: 332, window: { left: ${left}, top: 28, width: 116, height: 72 }, folds: ${folds} } }`,
    )

it('an envelope that the desk measured itself is used for its letters and can be tried on the printer', async () => {
  expect(await at.desk.importOperator('own.yaml', measured(), kanri)).toMatchObject({ ok: true })
  const own = await at.do(null, 'logRequest', requestFor('own-window'))
  await at.do(own, 'requestFee', {}, ito)
  await at.do(own, 'writeLetter', { form: 'fee-notice' }, ito)
  const pdf = await at.desk.pdf(own, 'l1', sato)
  if (pdf === null) throw new Error('no letter')
  const [runs = []] = await runsOf(pdf)
  const postcode = runs.find(({ text }) => text.includes('〒860-0047'))
  const top = 297 - ((postcode?.y ?? 0) * 25.4) / 72
  expect([top > 28, top < 40]).toEqual([true, true])
  const windows = windowsOf((await at.desk.operators()).map(({ operator }) => operator))
  expect(windows.map(({ id }) => id)).toEqual(['our-kaku2', 'naga3-window', 'kaku2-window'])
  const [mine] = windows
  if (mine === undefined) throw new Error('no window')
  const sheets = await runsOf(await at.desk.printerTest(mine, { x: 0, y: 0 }))
  expect(squeeze((sheets[1] ?? []).map(run => run.text).join(''))).toMatch(/当社の角2窓付き折らずに、封筒に入れて/)
})

it.each([
  [measured(60), 'window_beyond_margin'],
  [measured(20, '[200, 100]'), 'folds_order'],
])('an envelope whose window cannot show an address is refused by name', async (text, code) => {
  const taken = await at.desk.importOperator('own.yaml', text, kanri)
  expect(taken).toMatchObject({ ok: false, issues: expect.arrayContaining([expect.objectContaining({ code })]) })
})
