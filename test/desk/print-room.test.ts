import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { envelopePapers } from '../../src/desk/print/envelopes.ts'
import { labelSheets } from '../../src/desk/print/label-printing.ts'
import type { CounterItem } from '../../src/domain/counter.ts'
import type { PlainDate } from '../../src/domain/day.ts'
import type { LabelSheet } from '../../src/domain/labels.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { runsOf, squeeze } from '../documents/pdf.ts'
import { hanako, ito, kanri, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

const today = '2026-11-21' as PlainDate
const elsewhere: Actor = { id: 'tanaka', roles: ['reception'], operators: ['iij'] }
const both = { bothSides: true, envelope: '長3', on: today } as const
const one = { ...both, bothSides: false } as const

let at: DeskIn
let reply: string
let notice: string
let nameless: string

const answered = async (more: Parameters<typeof requestFor>[1] = {}) => {
  const number = await at.do(null, 'logRequest', requestFor('ims', more))
  await at.do(number, 'receivePaper', { kind: 'driver_license', receivedOn: '2026-11-21', expiresOn: '2028-01-01' })
  await at.do(number, 'checkIdentity', { sendTo: 'papers', address: hanako.address, nameOnPaper: '髙﨑 𠮷子' })
  await at.do(number, 'requestFee', {}, ito)
  await at.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-21' }, ito)
  await at.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content: '契約者情報：山田花子' })
  await at.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
  await at.do(number, 'writeReply', { decision: 'd1' })
  return number
}

beforeAll(async () => {
  at = await deskIn()
  reply = await answered()
  notice = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(notice, 'requestFee', {}, ito)
  await at.do(notice, 'writeLetter', { form: 'fee-notice' }, ito)
  nameless = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(nameless, 'writeLetter', { form: 'reception-slip' })
}, 60_000)
afterAll(() => at.gone())

const pagesOf = async (pdf: Buffer): Promise<string[]> =>
  (await runsOf(pdf)).map(page => squeeze(page.map(run => run.text).join('')))
const pdfOf = (made: { ok: true; pdf: Buffer } | { ok: false } | null): Buffer => {
  if (!made?.ok) throw new Error(`not printed: ${JSON.stringify(made)}`)
  return made.pdf
}
const pick = (number: string, letter = 'l1') => ({ number, letter })

const registered = (number: string): CounterItem => ({
  number,
  letters: ['l1'],
  service: 'general_registered',
  options: ['delivery_certificate', 'addressee_only'],
  grams: 40,
  size: 'standard',
})

const firstLabel = { sheet: labelSheets[0] as LabelSheet, start: 1, offset: { x: 0, y: 0 } }

describe('an envelope', () => {
  it.each(envelopePapers)(
    'of %s shows reader, sender, marks and its own code, and nothing of the contents',
    async paper => {
      const [page = '', ...more] = await pagesOf(pdfOf(await at.desk.envelope(reply, 'l1', sato, paper)))
      expect(more).toEqual([])
      for (const words of ['髙﨑', '𠮷子', '本人限定受取', '配達証明', '親展', `${reply}-L1-99-1/1-`])
        expect(page).toContain(words)
      expect(page).not.toMatch(/個人情報|開示/)
    },
  )

  it('of a notice is marked 親展 only', async () => {
    const [page = ''] = await pagesOf(pdfOf(await at.desk.envelope(notice, 'l1', sato, '長3')))
    expect(page).toContain('親展')
    expect(page).not.toMatch(/本人限定|配達証明/)
  })

  it('is the same bytes again', async () => {
    const first = pdfOf(await at.desk.envelope(reply, 'l1', sato, '長3'))
    expect(pdfOf(await at.desk.envelope(reply, 'l1', sato, '長3'))).toEqual(first)
  })

  it.each(envelopePapers)('of %s moves with the printer, its code too', async paper => {
    const placesOf = async (offset?: { x: number; y: number }) => {
      const [runs = []] = await runsOf(pdfOf(await at.desk.envelope(reply, 'l1', sato, paper, offset)))
      return runs.map(({ text, x, y }) => ({ text, x, y }))
    }
    const before = await placesOf()
    expect(await placesOf({ x: 0, y: 0 })).toEqual(before)
    const after = await placesOf({ x: -10, y: 5 })
    for (const [at, { text, x, y }] of before.entries()) {
      expect(after[at]?.text).toBe(text)
      expect(after[at]?.x).toBeCloseTo(x - 72 / 25.4, 1)
      expect(after[at]?.y).toBeCloseTo(y - 36 / 25.4, 1)
    }
  })

  it('does not exist for papers of the house, nor for those who serve another operator', async () => {
    expect(await at.desk.envelope(nameless, 'l1', sato, '長3')).toMatchObject({ ok: false, fault: { code: 'no_face' } })
    expect(await at.desk.envelope(reply, 'l1', elsewhere, '長3')).toBeNull()
    expect(await at.desk.envelope(reply, 'l9', sato, '長3')).toBeNull()
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

describe('a batch', () => {
  it('is a cover, then each envelope with its letter and enclosures, in the order given', async () => {
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(notice), pick(reply)], one, sato)))
    expect(pages[0]).toContain('まとめ印刷の表紙')
    expect(pages[0]).toContain('2通')
    expect(pages[1]).toContain(`${notice}-L1-99-1/1`)
    expect(pages[2]).toContain(`${notice}-L1-0-1/`)
    const from = pages.findIndex(page => page.includes(`${reply}-L1-99-1/1`))
    expect(pages.slice(2, from).every(page => page.includes(`${notice}-L1-`))).toBe(true)
    const codes = pages.slice(from).map(page => /L1-(\d+)-(\d+)\/\d+-/.exec(page)?.slice(1).join('.'))
    expect(codes).toEqual(['99.1', '0.1', '1.1', '1.2', '2.1', '2.2'])
  })

  it('printed on both sides begins every paper on a new sheet', async () => {
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(notice), pick(reply)], both, sato)))
    expect(pages.length % 2).toBe(0)
    for (const [index, page] of pages.entries()) if (/-1\/\d+-\d\d/.test(page)) expect(index % 2).toBe(0)
    const backs = pages.filter((_, index) => index % 2 === 1)
    for (const back of backs) expect(back === '' || /-2\/\d+-\d\d/.test(back)).toBe(true)
    expect(backs).toContain('')
  })

  it('counts sheets and sides on its cover', async () => {
    const [single = ''] = await pagesOf(pdfOf(await at.desk.batch([pick(reply)], one, sato)))
    expect(single).toContain('用紙6枚')
    expect(single).toContain('訂正等請求書2面')
    const [double = ''] = await pagesOf(pdfOf(await at.desk.batch([pick(reply)], both, sato)))
    expect(double).toContain('用紙4枚')
    expect(double).toContain('6面')
  })

  it('is the same bytes again, and without envelopes when none are wanted', async () => {
    const first = pdfOf(await at.desk.batch([pick(reply)], both, sato))
    expect(pdfOf(await at.desk.batch([pick(reply), pick(reply)], both, sato))).toEqual(first)
    const bare = await pagesOf(pdfOf(await at.desk.batch([pick(reply)], { ...one, envelope: null }, sato)))
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
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(nameless)], one, sato)))
    expect(pages[0]).toContain('（社内で保管）')
    expect(pages.join('')).not.toContain('-99-')
  })

  it('puts the finished package in place of the letter', async () => {
    const finished = async () => pdfOf(await at.desk.envelope(notice, 'l1', sato, '角2'))
    const pages = await pagesOf(pdfOf(await at.desk.batch([pick(reply)], { ...one, finished }, sato)))
    expect(pages[2]).toContain(`${notice}-L1-99`)
    expect(pages).toHaveLength(3)
    expect(pages.join('')).not.toMatch(new RegExp(`${reply}-L1-[012]-`))
  })

  it('refuses the whole of it for one letter that is not there, of another operator or discarded', async () => {
    expect(await at.desk.batch([pick(reply), pick(reply, 'l7')], both, sato)).toEqual({
      ok: false,
      faults: [{ number: reply, letter: 'l7', name: null, why: 'not_there' }],
    })
    expect(await at.desk.batchFaults([pick(reply)], both, elsewhere)).toMatchObject([{ why: 'not_there' }])
    expect(await at.desk.batch([], both, sato)).toEqual({ ok: false, faults: [] })
    const number = await answered()
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
    expect(await at.desk.batch([pick(reply), pick(number)], one, sato)).toEqual({
      ok: false,
      faults: [{ number, letter: 'l1', name: null, why: 'erased' }],
    })
    expect(await at.desk.envelope(number, 'l1', sato, '長3')).toBeNull()
    expect(await at.desk.faceValues(number, 'l1', sato)).toBeNull()
    expect(await at.desk.labels([pick(number)], firstLabel, sato)).toMatchObject({ ok: false })
    expect(await at.desk.counterRows([registered(number)], today, sato)).toMatchObject([{ name: null, sender: null }])
  })
})

describe("the counter's list", () => {
  const item = registered

  it('names each reader as the envelope does, with its services, its price and the total', async () => {
    const [page = ''] = await pagesOf(pdfOf(await at.desk.counterList([item(reply), item(notice)], today, sato)))
    expect(page).toMatch(/受取人の氏名.*お問い合わせ番号.*要償額.*摘要.*料金/)
    for (const words of [
      '髙﨑𠮷子',
      '書留・配達証明本人限定受取',
      '1,210円',
      '2通',
      '2,420円',
      '以下余白',
      '日附印',
      '令和8年11月21日',
    ])
      expect(page).toContain(words)
  })

  it('begins a new sheet after twelve lines', async () => {
    const pages = await pagesOf(
      pdfOf(
        await at.desk.counterList(
          Array.from({ length: 25 }, () => item(reply)),
          today,
          sato,
        ),
      ),
    )
    expect(pages).toHaveLength(3)
    expect(pages[0]).toContain('14,520円')
    expect(pages[2]).toContain('3枚中3枚目全部で25通30,250円')
  })

  it('keeps twelve lines on one sheet, with the longest names', async () => {
    const subject = { ...hanako, family: '長曽我部オルテガ', given: 'ヴィクトリア百合香アレクサンドリーナ' }
    const number = await at.do(null, 'logRequest', requestFor('ims', { subject }))
    await at.do(number, 'requestFee', {}, ito)
    await at.do(number, 'writeLetter', { form: 'fee-notice' }, ito)
    const pages = await pagesOf(
      pdfOf(
        await at.desk.counterList(
          Array.from({ length: 12 }, () => item(number)),
          today,
          sato,
        ),
      ),
    )
    expect(pages).toHaveLength(1)
  })

  it('is not printed while a line has no price, or is of another operator', async () => {
    expect(await at.desk.counterList([{ ...item(reply), grams: 51 }], today, sato)).toMatchObject({ ok: false })
    expect(await at.desk.counterList([item(reply)], today, elsewhere)).toMatchObject({ ok: false })
    expect(await at.desk.counterList([], today, sato)).toEqual({ ok: false, rows: [] })
  })

  it('carries the number once it is recorded', async () => {
    const number = await answered()
    await at.do(number, 'printLetter', { letter: 'l1' })
    await at.pack(number, ['l1'], sato, ito)
    const { number: _, letters, grams: __, size: ___, ...rest } = item(number)
    await at.do(number, 'postLetters', {
      letters,
      ...rest,
      postedOn: '2026-11-21',
      trackingNumber: '131-12-38385-2',
    } as never)
    expect(await at.desk.counterRows([item(number)], today, sato)).toMatchObject([{ posted: { id: 's1' } }])
    const [page = ''] = await pagesOf(pdfOf(await at.desk.counterList([item(number)], today, sato)))
    expect(page).toContain('131-12-38385-2')
  })
})

describe('labels', () => {
  const sheetOf = (id: string) => {
    const sheet = labelSheets.find(each => each.id === id)
    if (!sheet) throw new Error(id)
    return sheet
  }
  const none = { x: 0, y: 0 }

  it.each(labelSheets.map(sheet => sheet.id))('of %s stand inside their labels', async id => {
    const sheet = sheetOf(id)
    const picks = [pick(reply), pick(notice)]
    const start = sheet.rows * sheet.cols
    const pages = await runsOf(pdfOf(await at.desk.labels(picks, { sheet, start, offset: none }, sato)))
    expect(pages).toHaveLength(2)
    const mm = (points: number) => (points * 25.4) / 72
    const right = sheet.left + (sheet.cols - 1) * sheet.pitchX
    const low = sheet.top + (sheet.rows - 1) * sheet.pitchY
    for (const run of (pages[0] ?? []).filter(each => each.text.trim() !== '')) {
      expect(mm(run.x)).toBeGreaterThan(right)
      expect(mm(run.x + run.width)).toBeLessThan(right + sheet.width)
      expect(297 - mm(run.y)).toBeGreaterThan(low)
      expect(297 - mm(run.y)).toBeLessThan(low + sheet.height)
    }
  })

  it('move with the printer', async () => {
    const sheet = sheetOf('a-one-12')
    const x = async (offset: { x: number; y: number }) =>
      (await runsOf(pdfOf(await at.desk.labels([pick(reply)], { sheet, start: 1, offset }, sato))))[0]?.[0]?.x ?? 0
    expect((await x({ x: 20, y: 0 })) - (await x(none))).toBeCloseTo((2 * 72) / 25.4, 1)
  })

  it('are not printed for a letter that is not there', async () => {
    const how = { sheet: sheetOf('a-one-12'), start: 1, offset: none }
    expect(await at.desk.labels([pick(reply)], how, elsewhere)).toMatchObject({
      ok: false,
      faults: [{ why: 'not_there' }],
    })
    expect(await at.desk.labels([pick(reply)], { ...how, start: 99 }, sato)).toEqual({ ok: false, faults: [] })
  })

  it('can be tried with rulers and outlines', async () => {
    const pages = await pagesOf(await at.desk.printerTest(sheetOf('a-one-24'), { x: 5, y: -12 }))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('右へ0.5mm、下へ-1.2mm')
    expect(pages[1]).toContain('24')
  })
})
