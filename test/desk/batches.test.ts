import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ito, kanri, requestFor, sato } from '../domain/given.ts'
import {
  both,
  elsewhere,
  firstLabel,
  one,
  type PrintStory,
  pagesOf,
  pdfOf,
  pick,
  printStory,
  registered,
  today,
} from './print-story.ts'

let at: PrintStory
beforeAll(async () => {
  at = await printStory()
}, 60_000)
afterAll(() => at.gone())

describe('a batch', () => {
  it('is a cover, then each envelope with its letter and enclosures, in the order given', async () => {
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(at.notice), pick(at.reply)], one, sato)))
    expect(pages[0]).toContain('まとめ印刷の表紙')
    expect(pages[0]).toContain('2通')
    expect(pages[1]).toContain(`${at.notice}-L1-99-1/1`)
    expect(pages[2]).toContain(`${at.notice}-L1-0-1/`)
    const from = pages.findIndex(page => page.includes(`${at.reply}-L1-99-1/1`))
    expect(pages.slice(2, from).every(page => page.includes(`${at.notice}-L1-`))).toBe(true)
    const codes = pages.slice(from).map(page => /L1-(\d+)-(\d+)\/\d+-/.exec(page)?.slice(1).join('.'))
    expect(codes).toEqual(['99.1', '0.1', '1.1', '1.2', '2.1', '2.2'])
  })

  it('printed on both sides begins every paper on a new sheet', async () => {
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(at.notice), pick(at.reply)], both, sato)))
    expect(pages.length % 2).toBe(0)
    for (const [index, page] of pages.entries()) if (/-1\/\d+-\d\d/.test(page)) expect(index % 2).toBe(0)
    const backs = pages.filter((_, index) => index % 2 === 1)
    for (const back of backs) expect(back === '' || /-2\/\d+-\d\d/.test(back)).toBe(true)
    expect(backs).toContain('')
  })

  it('gives each envelope the size that its sheets fit into, and never a small one to a thick letter', async () => {
    const number = await at.answered()
    await at.do(number, 'writeLetter', { form: 'acknowledgement' })
    await at.do(number, 'writeLetter', { form: 'fee-receipt' }, ito)
    const picks = ['l1', 'l2', 'l3'].map(letter => pick(number, letter))
    const thick = { number, letter: 'l1', why: 'too_thick', sheets: 7 }
    expect(await at.desk.batchFaults(picks, one, sato)).toMatchObject([thick])
    expect(await at.desk.batch(picks, one, sato)).toMatchObject({ ok: false, faults: [thick] })
    expect(await at.desk.batchFaults(picks, both, sato)).toEqual([])
    const faces = async (how: object) => {
      const [cover = ''] = await pagesOf(
        pdfOf(await at.desk.batch([pick(at.notice), ...picks], { ...one, ...how, envelope: 'fit' }, sato)),
      )
      return cover.match(/封筒（[^）]*）/g)
    }
    expect(await faces({})).toEqual(['封筒（長形3号）', '封筒（角形2号）'])
    expect(await faces({ bothSides: true })).toEqual(['封筒（長形3号）', '封筒（長形3号）'])
  })

  it('counts sheets and sides on its cover', async () => {
    const [single = ''] = await pagesOf(pdfOf(await at.desk.batch([pick(at.reply)], one, sato)))
    expect(single).toContain('用紙6枚')
    expect(single).toContain('訂正等請求書2面')
    const [double = ''] = await pagesOf(pdfOf(await at.desk.batch([pick(at.reply)], both, sato)))
    expect(double).toContain('用紙4枚')
    expect(double).toContain('6面')
  })

  it('is the same bytes again, and without envelopes when none are wanted', async () => {
    const first = pdfOf(await at.desk.batch([pick(at.reply)], both, sato))
    expect(pdfOf(await at.desk.batch([pick(at.reply), pick(at.reply)], both, sato))).toEqual(first)
    const bare = await pagesOf(pdfOf(await at.desk.batch([pick(at.reply)], { ...one, envelope: null }, sato)))
    expect(bare).toHaveLength(6)
    expect(bare.join('')).not.toContain('-99-')
  })

  it('stops at a cover whose list is no longer right', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.do(number, 'writeLetter', { form: 'acknowledgement' })
    await at.do(number, 'writeLetter', { form: 'cover-letter' })
    await at.do(number, 'discardLetter', { letter: 'l1' })
    expect(await at.desk.batchFaults([pick(number, 'l2')], one, sato)).toMatchObject([{ number, why: 'outdated' }])
  })

  it('takes slips of the house without an envelope', async () => {
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(at.nameless)], one, sato)))
    expect(pages[0]).toContain('（社内で保管）')
    expect(pages.join('')).not.toContain('-99-')
  })

  it('puts the finished package in place of the letter', async () => {
    const finished = async () => pdfOf(await at.desk.envelope(at.notice, 'l1', sato, '角2'))
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(at.reply)], { ...one, finished }, sato)))
    expect(pages[2]).toContain(`${at.notice}-L1-99`)
    expect(pages).toHaveLength(3)
    expect(pages.join('')).not.toMatch(new RegExp(`${at.reply}-L1-[012]-`))
  })

  it('refuses the whole of it for one letter that is not there, of another operator or discarded', async () => {
    expect(await at.desk.batch([pick(at.reply), pick(at.reply, 'l7')], both, sato)).toEqual({
      ok: false,
      faults: [{ number: at.reply, letter: 'l7', name: null, why: 'not_there' }],
    })
    expect(await at.desk.batchFaults([pick(at.reply)], both, elsewhere)).toMatchObject([{ why: 'not_there' }])
    expect(await at.desk.batch([], both, sato)).toEqual({ ok: false, faults: [] })
    const number = await at.answered()
    await at.do(number, 'discardLetter', { letter: 'l1' })
    expect(await at.desk.batchFaults([pick(number)], both, sato)).toMatchObject([{ why: 'discarded' }])
  })
})

describe('an erased case', () => {
  it('has neither envelope, label, line nor batch any more', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.do(number, 'requestFee', {}, ito)
    await at.do(number, 'writeLetter', { form: 'fee-notice' }, ito)
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone', memo: '電話' })
    await at.do(number, 'close', {})
    at.at('2032-11-22')
    await at.do(number, 'erase', {}, kanri)
    at.at('2026-11-21')
    expect(await at.desk.batch([pick(at.reply), pick(number)], one, sato)).toEqual({
      ok: false,
      faults: [{ number, letter: 'l1', name: null, why: 'erased' }],
    })
    expect(await at.desk.envelope(number, 'l1', sato, '長3')).toBeNull()
    expect(await at.desk.faceValues(number, 'l1', sato)).toBeNull()
    expect(await at.desk.labels([pick(number)], firstLabel, sato)).toMatchObject({ ok: false })
    expect(await at.desk.counterRows([registered(number)], today, sato)).toMatchObject([{ name: null, sender: null }])
  })
})
