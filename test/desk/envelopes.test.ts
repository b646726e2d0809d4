import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { envelopePapers } from '../../src/desk/print/envelopes.ts'
import { runsOf } from '../documents/pdf.ts'
import { hanako, ito, requestFor, sato } from '../domain/given.ts'
import { elsewhere, type PrintStory, pagesOf, pdfOf, printStory } from './print-story.ts'

let at: PrintStory
beforeAll(async () => {
  at = await printStory()
}, 60_000)
afterAll(() => at.gone())

describe('an envelope', () => {
  it.each(envelopePapers)(
    'of %s shows reader, sender, marks and its own code, and nothing of the contents',
    async paper => {
      const [page = '', ...more] = await pagesOf(pdfOf(await at.desk.envelope(at.reply, 'l1', sato, paper)))
      expect(more).toEqual([])
      for (const words of ['髙﨑', '𠮷子', '本人限定受取', '配達証明', '親展', `${at.reply}-L1-99-1/1-`])
        expect(page).toContain(words)
      expect(page).not.toMatch(/個人情報|開示/)
    },
  )

  it('of a at.notice is marked 親展 only', async () => {
    const [page = ''] = await pagesOf(pdfOf(await at.desk.envelope(at.notice, 'l1', sato, '長3')))
    expect(page).toContain('親展')
    expect(page).not.toMatch(/本人限定|配達証明/)
  })

  it('is the same bytes again', async () => {
    const first = pdfOf(await at.desk.envelope(at.reply, 'l1', sato, '長3'))
    expect(pdfOf(await at.desk.envelope(at.reply, 'l1', sato, '長3'))).toEqual(first)
  })

  it.each(envelopePapers)('of %s moves with the printer, its code too', async paper => {
    const placesOf = async (offset?: { x: number; y: number }) => {
      const [runs = []] = await runsOf(pdfOf(await at.desk.envelope(at.reply, 'l1', sato, paper, offset)))
      return runs.map(({ text, x, y }) => ({ text, x, y }))
    }
    const before = await placesOf()
    expect(await placesOf({ x: 0, y: 0 })).toEqual(before)
    const after = await placesOf({ x: -10, y: 5 })
    for (const [nth, { text, x, y }] of before.entries()) {
      expect(after[nth]?.text).toBe(text)
      expect(after[nth]?.x).toBeCloseTo(x - 72 / 25.4, 1)
      expect(after[nth]?.y).toBeCloseTo(y - 36 / 25.4, 1)
    }
  })

  it('does not exist for papers of the house, nor for those who serve another operator', async () => {
    expect(await at.desk.envelope(at.nameless, 'l1', sato, '長3')).toMatchObject({
      ok: false,
      fault: { code: 'no_face' },
    })
    expect(await at.desk.envelope(at.reply, 'l1', elsewhere, '長3')).toBeNull()
    expect(await at.desk.envelope(at.reply, 'l9', sato, '長3')).toBeNull()
  })

  it('says what is missing while its letter can still be sent', async () => {
    const number = await at.do(
      null,
      'logRequest',
      requestFor('ims', { subject: { ...hanako, postcode: undefined } } as never),
    )
    await at.do(number, 'requestFee', {}, ito)
    const written = await at.desk.perform(number, 'writeLetter', { form: 'fee-notice' }, ito)
    if (!written.ok) return expect(written).toMatchObject({ issues: [{ about: { field: 'addressee.postcode' } }] })
    expect(await at.desk.envelope(number, 'l1', sato, '長3')).toMatchObject({ fault: { field: 'addressee.postcode' } })
  })
})
