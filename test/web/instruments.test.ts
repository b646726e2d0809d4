import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser
/** three orders of 1,000円 that die on 2026-12-01, and one of 300円 of which nothing is to be feared */
let dying: string
let iij: string
const page = '/money/instruments'
const act = (name: string) => `${page}/acts/${name}`

beforeAll(async () => {
  web = await webIn()
  ito = await web.as('ito')
  const pay = async (operator: string, fee: Record<string, unknown>) => {
    const number = await web.do(null, 'logRequest', requestFor(operator), web.actor('sato'))
    await web.do(number, 'receiveFee', { receivedOn: '2026-11-21', ...fee } as never, web.actor('ito'))
    return number
  }
  const orders = [
    ...['111-1', '111-2', '111-3'].map(number => ({ face: '1000', issuedOn: '2026-06-01', number })),
    { face: '300', issuedOn: '2026-11-01', number: '222-9' },
  ]
  dying = await pay('ims', { means: 'postal_order', amount: '3300', orders })
  iij = await pay('iij', { means: 'stamps', amount: '1210', stamps: [{ face: '110', count: '11' }] })
  await pay('ims', { means: 'cash', amount: '3300' })
})
afterAll(() => web.gone())

const book = () => web.desk.instruments.book(web.actor('ito'))
const states = async () => (await book()).orders.filter(order => order.caseNumber === dying).map(order => order.state)
const cashing = (nths: readonly number[], more: Record<string, string> = {}) => ({
  'cashOrders.orders': nths.map(nth => `${dying}-r1-${nth}`),
  'cashOrders.on': 'R8.11.21',
  'cashOrders.where': '新宿郵便局',
  'cashOrders.into': 'cash',
  ...more,
})
const cells = (body: string, id: string) => body.split(`id="${id}"`)[1]?.split('</section>')[0] ?? ''

describe('the page of paper and coins', () => {
  test('warns in words of what dies within thirty days, soonest first', async () => {
    const { body, statusCode } = await ito.get(page)
    expect(statusCode).toBe(200)
    expect(body).toContain(
      '定額小為替（3枚、3,000円）の有効期限が 2026年12月1日（火）に切れます。窓口で現金化してください。',
    )
    const orders = cells(body, 'orders')
    expect(orders.indexOf('111-1')).toBeLessThan(orders.indexOf('222-9'))
    expect(orders).toContain('あと10日')
    expect(body).toContain('期限が30日以内のもの 3枚')
  })

  test('finds an order by the number on it, and by the case', async () => {
    for (const [q, there, not] of [
      ['２２２９', '222-9', '111-1'],
      [dying, '111-1', 'この番号の'],
    ] as const) {
      const orders = cells((await ito.get(`${page}?q=${encodeURIComponent(q)}`)).body, 'orders')
      expect(orders).toContain(there)
      expect(orders).not.toContain(not)
    }
    expect((await ito.get(`${page}?q=999`)).body).toContain('この番号の定額小為替はありません')
  })

  test('is reached by the number of an order from the search of every page', async () => {
    const long = { face: '50', issuedOn: '2026-11-01', number: '98765-432109' }
    const paid = { means: 'postal_order', amount: '50', receivedOn: '2026-11-21', orders: [long] }
    const number = await web.do(null, 'logRequest', requestFor('sakura'), web.actor('sato'))
    await web.do(number, 'receiveFee', paid as never, web.actor('ito'))
    expect((await ito.get('/find?q=98765432109')).headers.location).toBe(`${page}?q=98765-432109&view=all`)
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get('/find?q=98765432109')).headers.location).not.toContain(page)
  })

  test('stands among the work of today, leading to the book', async () => {
    const { body } = await ito.get('/today')
    expect(body).toContain('定額小為替の期限')
    expect(body).toContain(`href="${page}?q=${dying}"`)
  })

  test('shows nobody the paper of operators that they do not serve', async () => {
    const tanaka = await web.as('tanaka')
    const { body } = await tanaka.get(page)
    expect(body).not.toContain(dying)
    expect(body).toContain('1,210円')
    expect((await tanaka.get(`${page}?operator=ims`)).body).not.toContain('3,300円')
    expect((await tanaka.get(`${page}/orders.csv`)).body).not.toContain(dying)
    expect((await tanaka.get('/today')).body).not.toContain('定額小為替の期限')
  })

  test('lets the auditor read and begin nothing', async () => {
    const takahashi = await web.as('takahashi')
    const { body } = await takahashi.get(page)
    expect(body).toContain('111-1')
    expect(body).not.toContain('/acts/takeBackEntry')
    expect(body).not.toContain('type="checkbox"')
    expect((await takahashi.post(act('cashOrders'), cashing([1]))).statusCode).toBe(403)
  })

  test('sends outsiders to sign in', async () => {
    expect((await web.app.inject(page)).headers.location).toBe('/sign-in?next=%2Fmoney%2Finstruments')
    expect((await web.app.inject({ method: 'POST', url: act('cashOrders') })).headers.location).toBe('/sign-in')
    expect((await web.app.inject(`${page}/cash.csv`)).statusCode).toBe(302)
  })

  test('gives each book as a file', async () => {
    const csv = await ito.get(`${page}/orders.csv`)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body).toContain('"2026-12-01","1000","111-1","2026-06-01"')
    expect((await ito.get(`${page}/stamps.csv?operator=iij`)).body).toContain('"110円×11"')
    expect((await ito.get(`${page}/cash.csv?operator=ims`)).body).toContain('"3300","3300"')
  })
})

describe('deeds of the page', () => {
  test('does nothing without the token of the session', async () => {
    expect((await ito.post(act('cashOrders'), { ...cashing([1]), _csrf: 'x' })).statusCode).toBe(403)
    expect(await states()).toEqual(['held', 'held', 'held', 'held'])
  })

  test('says at the field what is missing and keeps what was ticked', async () => {
    const answer = await ito.post(act('cashOrders'), cashing([2], { 'cashOrders.where': '' }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-cashOrders-where"')
    expect(answer.body).toMatch(new RegExp(`value="${dying}-r1-2"[^>]*checked`))
    expect(answer.body).toContain('value="R8.11.21"')
    const none = await ito.post(act('cashOrders'), cashing([]))
    expect(none.body).toContain('href="#f-cashOrders-orders"')
  })

  test('cashes several at once, and once however often it is sent', async () => {
    const fields = cashing([1, 2], { _once: 'k1' })
    const answer = await ito.post(act('cashOrders'), fields)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page}?done=cashOrders`])
    expect((await ito.post(act('cashOrders'), fields)).statusCode).toBe(303)
    expect(await states()).toEqual(['cashed', 'cashed', 'held', 'held'])
    expect((await ito.get(`${page}?done=cashOrders`)).body).toContain('換金を記録しました')
    expect((await ito.get(`${page}?view=all`)).body).toContain('新宿郵便局、現金へ')
    expect((await ito.post(act('cashOrders'), cashing([1]))).body).toContain('手もとにない定額小為替')
  })

  test('takes a cashing back by its button', async () => {
    const { body } = await ito.get(`${page}?operator=ims`)
    const seq = /name="takeBackEntry.entry" value="(\d+)"/.exec(body)?.[1] ?? ''
    const fields = { 'takeBackEntry.entry': seq, 'takeBackEntry.operator': 'ims' }
    expect((await ito.post(act('takeBackEntry'), fields)).statusCode).toBe(303)
    expect(await states()).toEqual(['held', 'held', 'held', 'held'])
    expect((await ito.post(act('takeBackEntry'), fields)).body).toContain('すでに取り消されたか')
  })

  test('uses stamps by the pieces that were written, and shows a slip at its row', async () => {
    const use = (count: string) => ({
      'useStamps.operator': 'iij',
      'useStamps.stamps.0.face': '84',
      'useStamps.stamps.0.count': '0',
      'useStamps.stamps.1.face': '110',
      'useStamps.stamps.1.count': count,
      'useStamps.on': '2026/11/21',
      'useStamps.purpose': 'postage',
      'useStamps.caseNumber': `${iij.slice(0, 2)}-${iij.slice(2, 7)}-${iij.slice(7)}`,
    })
    const slip = await ito.post(act('useStamps'), use('たくさん'))
    expect(slip.body).toContain('href="#f-useStamps-stamps-1-count"')
    const many = await ito.post(act('useStamps'), use('12'))
    expect(many.body).toContain('切手帳にある110円切手は11枚です')
    expect((await ito.post(act('useStamps'), use('１０'))).headers.location).toBe(`${page}?operator=iij&done=useStamps`)
    const stamps = cells((await ito.get(`${page}?operator=iij`)).body, 'stamps')
    expect(stamps).toContain('110円×10')
    expect(stamps).toContain('郵便料に使った')
    expect(stamps).toContain(`/cases/${iij}"`)
  })

  test('counts the box by two, and asks why it differs', async () => {
    const count = { 'countCash.operator': 'ims', 'countCash.counted': '3,290', 'countCash.with': web.actor('sato').id }
    const no = await ito.post(act('countCash'), count)
    expect(no.body).toContain('帳簿より10円少ない結果です')
    const alone = await ito.post(act('countCash'), { ...count, 'countCash.with': web.actor('ito').id })
    expect(alone.body).toContain('自分では確かめられません')
    expect((await ito.post(act('countCash'), { ...count, 'countCash.reason': 'missing' })).statusCode).toBe(303)
    const cash = cells((await ito.get(`${page}?operator=ims`)).body, 'cash')
    expect(cash).toContain('実査（見当たらない、佐藤が確認）')
    expect(cash).toContain('3,290円')
  })

  test('leaves books that prove themselves', async () => {
    expect((await web.desk.verify()).faults).toEqual([])
  })
})

// Last, for a day later sessions may be over.
describe('after the last day', () => {
  test('tells that an order has died, and offers no box to tick', async () => {
    web.at('2026-12-02')
    const { body } = await (await web.as('ito')).get(page)
    expect(body).toContain('に切れました。換金できません。返却し、再発行をご案内してください。')
    expect(body).not.toContain(`value="${dying}-r1-1"`)
    expect(body).toContain(`value="${dying}-r1-4"`)
  })
})

describe('an empty desk', () => {
  test('says in each book what would stand there', async () => {
    const other = await webIn()
    const { body } = await (await other.as('ito')).get(page)
    for (const words of ['手もとの定額小為替はありません', '切手はありません', '現金の出入りはありません'])
      expect(body).toContain(words)
    await other.gone()
  })
})
