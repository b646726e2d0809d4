import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hanako, ito, requestFor, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
let numbers: Record<'takahashi' | 'sasaki' | 'yamada' | 'ume', string>
beforeAll(async () => {
  at = await deskIn()
  const open = (subject: object, more: object = {}) =>
    at.do(null, 'logRequest', requestFor('ims', { subject, ...more } as never))
  numbers = {
    takahashi: await open({
      ...hanako,
      family: '髙橋',
      given: '一',
      familyKana: 'タカハシ',
      customerNumber: 'MAGMA-00123',
    }),
    sasaki: await open({
      ...hanako,
      family: '佐々木',
      familyKana: 'ササキ',
      formerNames: '旧姓 五十嵐',
      building: '水前寺荘',
    }),
    yamada: await open(hanako, { trackingNumber: '30112345674' }),
    ume: await open(
      { ...hanako, family: '梅', given: '小太郎', bornOn: '2015-05-05' },
      { requester: 'parent', agent: { ...hanako, family: '渡邉', given: '椿' } },
    ),
  }
})
afterAll(() => at.gone())

const found = async (q: string) => (await at.desk.list({ q }, sato)).rows.map(row => row.number)

describe('search', () => {
  it.each([
    ['a two-kanji surname', '髙橋', 'takahashi'],
    ['the same surname in another form of the kanji', '高橋', 'takahashi'],
    ['kana', 'タカハシ', 'takahashi'],
    ['hiragana', 'たかはし', 'takahashi'],
    ['half-width kana', 'ﾀｶﾊｼ', 'takahashi'],
    ['a customer number', 'magma-00123', 'takahashi'],
    ['three kanji', '佐々木', 'sasaki'],
    ['a former name', '五十嵐', 'sasaki'],
    ['a building', '水前寺', 'sasaki'],
    ['a whole name without a space', '山田花子', 'yamada'],
    ['a whole name with a space', '山田　花子', 'yamada'],
    ['one kanji', '梅', 'ume'],
    ['the agent', '渡辺', 'ume'],
    ['お問い合わせ番号', '301-12-34567-4', 'yamada'],
    ['the beginning of お問い合わせ番号', '3011234', 'yamada'],
  ] as const)('finds by %s', async (_what, q, who) => {
    expect(await found(q)).toEqual([numbers[who]])
  })

  it('finds a case number, whole, in part or as printed', async () => {
    const number = numbers.sasaki
    expect(await found(number)).toEqual([number])
    expect(await found(`${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`)).toEqual([number])
    expect((await found('26')).length).toBe(4)
  })

  it('finds everybody by an address that they share', async () => {
    expect((await found('西区春日')).length).toBe(4)
  })

  it.each(['', '   '])('shows everything when nothing is asked (%j)', async q => {
    expect((await found(q)).length).toBe(4)
  })

  it.each(['"', '*', 'name:山', '佐藤', '髙橋" OR "山', "'; DROP TABLE cases; --", '%'])(
    'finds nothing, and breaks nothing, by %s',
    async q => {
      expect(await found(q)).toEqual([])
    },
  )

  it('finds a posting by its お問い合わせ番号', async () => {
    const number = numbers.takahashi
    await at.do(number, 'writeLetter', { form: 'reception-slip' })
    await at.do(number, 'requestFee', {}, ito)
    await at.do(number, 'writeLetter', { form: 'fee-notice' })
    await at.do(number, 'printLetter', { letter: 'l2' })
    await at.pack(number, ['l2'])
    await at.do(number, 'postLetters', {
      letters: 'l2',
      service: 'simple_registered',
      trackingNumber: '40099988871',
      postedOn: '2026-11-21',
    })
    expect(await found('40099988871')).toEqual([number])
    expect(await at.desk.postings({}, sato)).toEqual([
      expect.objectContaining({ number, name: '髙橋 一', trackingNumber: '40099988871', service: 'simple_registered' }),
    ])
    expect(await at.desk.postings({ from: '2026-11-22' as never }, sato)).toEqual([])
  })
})

describe('the list', () => {
  it('gives pages, newest first, and their end', async () => {
    const first = await at.desk.list({ size: 3 }, sato)
    expect(first.rows.map(row => row.number)).toEqual([numbers.ume, numbers.yamada, numbers.sasaki])
    expect(first.total).toBe(4)
    const second = await at.desk.list({ size: 3, ...(first.next && { page: first.next }) }, sato)
    expect(second.rows.map(row => row.number)).toEqual([numbers.takahashi])
    expect(second).not.toHaveProperty('next')
  })

  it('filters by operator, state and step', async () => {
    expect((await at.desk.list({ operator: 'sakura' }, sato)).total).toBe(0)
    expect((await at.desk.list({ state: 'open' }, sato)).total).toBe(4)
    expect((await at.desk.list({ state: 'closed' }, sato)).total).toBe(0)
    const [row] = (await at.desk.list({ step: 'receive_papers' }, sato)).rows
    expect(row?.steps[0]).toMatchObject({ code: 'receive_papers', by: 'reception' })
  })
})

describe('likely duplicates', () => {
  it('are cases of the same name in whatever form of its kanji', async () => {
    const likely = await at.desk.likely({ family: '高橋', given: '一' }, sato)
    expect(likely.map(row => row.number)).toEqual([numbers.takahashi])
  })

  it('are not people born on another day', async () => {
    const born = (on: string) => ({ family: '山田', given: '花子', bornOn: on }) as never
    expect((await at.desk.likely(born('1985-04-03'), sato)).map(row => row.number)).toEqual([numbers.yamada])
    expect(await at.desk.likely(born('1999-01-01'), sato)).toEqual([])
  })
})

describe('the money book', () => {
  it('shows what is owed, paid and held', async () => {
    const number = numbers.yamada
    const row = async (state: 'owing' | 'held' | 'all') =>
      (await at.desk.money({ state }, sato)).find(each => each.number === number)
    expect(await row('owing')).toMatchObject({ owed: 3300, paid: 0, outstanding: 3300, held: 0, name: '山田 花子' })
    await at.do(number, 'receiveFee', { means: 'transfer', amount: '3,500', receivedOn: '2026-11-21' }, ito)
    expect(await row('owing')).toBeUndefined()
    expect(await row('held')).toMatchObject({ paid: 3300, outstanding: 0, held: 200, settledOn: '2026-11-21' })
    await at.do(number, 'giveUpRefund', { receipt: 'r1', how: '返金不要の申出' }, ito)
    expect(await row('held')).toBeUndefined()
    expect(await row('all')).toMatchObject({ receipts: [expect.objectContaining({ id: 'r1', givenUp: 200 })] })
  })
})
