import { afterAll, beforeAll, expect, it } from 'vitest'
import { windowOf } from '../../src/desk/print/window-envelopes.ts'
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
