import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageCode } from '../../src/domain/page-code.ts'
import { hanako, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeAll(async () => {
  at = await deskIn()
})
afterAll(() => at.gone())

/** A disclosure by IMS with so much to tell, its reply written. */
const written = async (content = '契約者情報：山田花子') => {
  const number = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(number, 'receivePaper', { kind: 'driver_license', receivedOn: '2026-11-21', expiresOn: '2028-01-01' })
  await at.do(number, 'checkIdentity', { sendTo: 'papers', address: hanako.address, nameOnPaper: '山田花子' })
  await at.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content })
  await at.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
  await at.do(number, 'writeReply', { decision: 'd1' })
  return number
}
const pagesOf = (pdf: Buffer | null) => pdf?.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

describe('the set of an envelope', () => {
  it('has as many pages as are printed, and one for the envelope', async () => {
    const number = await written()
    const set = await at.desk.pageSet(number, ['l1'], sato)
    expect(set.map(code => code.form)).toEqual(
      expect.arrayContaining(['reply-disclosure-full', 'request-correction', 'request-suspension', 'envelope-face']),
    )
    expect(set.length - 1).toBe(pagesOf(await at.desk.pdf(number, 'l1', sato)))
  })

  it('grows with what the letter has to tell, sheet by sheet', async () => {
    const [short, long] = [await written(), await written('契約者情報：山田花子。'.repeat(250))]
    const first = async (number: string) =>
      (await at.desk.pageSet(number, ['l1'], sato)).filter(code => code.sheet === 0).length
    expect(await first(long)).toBeGreaterThan(await first(short))
    const second = (await at.desk.pageSet(long, ['l1'], sato)).find(code => code.sheet === 1)
    expect(second).toMatchObject({ form: 'request-correction', page: 1 })
  })

  it('is told by the journal once the letter is printed', async () => {
    const number = await written()
    const before = await at.desk.pageSet(number, ['l1'], sato)
    await at.do(number, 'printLetter', { letter: 'l1' })
    const printed = (await at.desk.history(number, sato))
      .map(row => row.event)
      .find(event => event.type === 'LetterPrinted')
    expect(printed?.type === 'LetterPrinted' && printed.pages).toHaveLength(3)
    expect(await at.desk.pageSet(number, ['l1'], sato)).toEqual(before)
  })

  it('packs the envelope on the desk, and one page less does not', async () => {
    const number = await written()
    await at.do(number, 'printLetter', { letter: 'l1' })
    const scans = (await at.desk.pageSet(number, ['l1'], sato)).map(pageCode)
    expect(await at.desk.perform(number, 'packEnvelope', { letters: 'l1', scans: scans.slice(1) }, sato)).toMatchObject(
      {
        ok: false,
        refusal: { refused: 'page_missing', field: 'scans' },
      },
    )
    expect(await at.desk.perform(number, 'packEnvelope', { letters: 'l1', scans }, sato)).toMatchObject({
      ok: true,
      kase: { envelopes: [{ id: 'e1', pages: scans.length, packedBy: sato.id, packedOn: '2026-11-21' }] },
    })
  })

  it('is empty for letters that are not there and for people who do not serve the operator', async () => {
    const number = await written()
    expect(await at.desk.pageSet(number, ['l9'], sato)).toEqual([])
    expect(await at.desk.pageSet('26000992', ['l1'], sato)).toEqual([])
    expect(await at.desk.pageSet(number, ['l1'], { ...sato, operators: ['iij'] })).toEqual([])
  })
})
