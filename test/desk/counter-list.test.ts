import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hanako, ito, requestFor, sato } from '../domain/given.ts'
import { elsewhere, type PrintStory, pagesOf, pdfOf, printStory, registered, today } from './print-story.ts'

let at: PrintStory
beforeAll(async () => {
  at = await printStory()
}, 60_000)
afterAll(() => at.gone())

describe("the counter's list", () => {
  const item = registered

  it('names each reader as the envelope does, with its services, its price and the total', async () => {
    const [page = ''] = await pagesOf(pdfOf(await at.desk.counterList([item(at.reply), item(at.notice)], today, sato)))
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
          Array.from({ length: 25 }, () => item(at.reply)),
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
    expect(await at.desk.counterList([{ ...item(at.reply), grams: 51 }], today, sato)).toMatchObject({ ok: false })
    expect(await at.desk.counterList([item(at.reply)], today, elsewhere)).toMatchObject({ ok: false })
    expect(await at.desk.counterList([], today, sato)).toEqual({ ok: false, rows: [] })
  })

  it('carries the number once it is recorded', async () => {
    const number = await at.answered()
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

  it('gives every row the number that the paper gives it, for several senders, whatever is recorded in between', async () => {
    const noticeOf = async (operator: string, family: string) => {
      const number = await at.do(null, 'logRequest', requestFor(operator, { subject: { ...hanako, family } }))
      await at.do(number, 'writeLetter', { form: 'acknowledgement' })
      return number
    }
    const families = ['一番', '二番', '三番', '四番']
    const numbers = []
    for (const [nth, family] of families.entries())
      numbers.push(await noticeOf(nth % 2 === 0 ? 'ims' : 'kinki-telecom', family))
    const items = numbers.map(number => ({ ...item(number), service: 'specified_record' as const, options: [] }))
    const rows = async () => at.desk.counterRows(items, today, sato)
    const seen = (await rows()).map(({ name, place, sender }) => ({ name, no: place.no, company: sender?.company }))
    expect(seen.map(({ name, no }) => `${no} ${name?.slice(0, 2)}`)).toEqual(['1 一番', '2 三番', '1 二番', '2 四番'])
    const pages = await pagesOf(pdfOf(await at.desk.counterList(items, today, sato)))
    expect(pages).toHaveLength(2)
    for (const [nth, page] of pages.entries())
      for (const { name, no } of seen.slice(nth * 2, nth * 2 + 2))
        expect(page).toContain(`${no}${name?.replaceAll(/\s/g, '')}`)
    const [first = ''] = numbers
    await at.do(first, 'discardLetter', { letter: 'l1' })
    expect((await rows()).map(({ item, place }) => [item.number, place.no])).toEqual([
      [numbers[0], 1],
      [numbers[2], 2],
      [numbers[1], 1],
      [numbers[3], 2],
    ])
  })
})
