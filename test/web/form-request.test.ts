import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Envelope, envelope, numberIn, personOf } from './opening-form.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterAll(() => web.gone())

const ichiro = {
  family: '髙橋',
  given: '一郎',
  postcode: '530-0001',
  address: '大阪府大阪市北区梅田1-1',
  phone: '06-1234-5678',
}
const wish = (more: Envelope = {}): Envelope => ({
  operator: 'sakura',
  channel: 'phone',
  receivedOn: 'R8.11.10',
  ...personOf('requester', ichiro),
  kinds: ['disclosure'],
  ...more,
})
const kaseOf = async (number: string) => (await web.desk.kase(number, sato.by))?.kase
const total = async () => (await web.desk.list({}, sato.by)).total

describe('用紙請求', () => {
  test('makes a case with its cover letter and the forms, and no clock', async () => {
    const answer = await sato.fill('/form-requests/new', wish({ kinds: ['disclosure', 'correction'] }))
    expect(answer.statusCode).toBe(303)
    const kase = await kaseOf(numberIn(answer.headers.location))
    expect(kase?.formRequest).toMatchObject({ channel: 'phone', receivedOn: '2026-11-10' })
    expect(kase?.intake.arrivedOn).toBeUndefined()
    expect(kase?.letters).toMatchObject([
      { form: 'form-cover', enclosures: ['request-disclosure', 'request-correction', 'power-of-attorney'] },
    ])
  })

  test('sent twice makes one case with one cover letter', async () => {
    const before = await total()
    const fields = wish({ _once: 'the-same-call' })
    const [first, second] = [
      await sato.fill('/form-requests/new', fields),
      await sato.fill('/form-requests/new', fields),
    ]
    expect(second.headers.location).toBe(first.headers.location)
    expect(await total()).toBe(before + 1)
    expect((await kaseOf(numberIn(first.headers.location)))?.letters).toHaveLength(1)
  })

  test('of さくら takes name, address and telephone number', async () => {
    const before = await total()
    const answer = await sato.fill('/form-requests/new', wish({ 'requester.address': '', 'requester.phone': ' ' }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-requester-address"')
    expect(answer.body).toContain('href="#f-requester-phone"')
    expect(answer.body).toContain('value="髙橋"')
    expect(await total()).toBe(before)
  })

  test('by e-mail needs no address, and its form waits as a file', async () => {
    const wanted = { operator: 'iij', 'requester.address': '', 'requester.postcode': '', 'requester.phone': '' }
    const nowhere = await sato.fill('/form-requests/new', wish(wanted))
    expect([nowhere.statusCode, nowhere.body.includes('href="#f-requester-address"')]).toEqual([422, true])
    const answer = await sato.fill('/form-requests/new', wish({ ...wanted, 'requester.email': 'ichiro@example.jp' }))
    expect(answer.headers.location).toMatch(/^\/cases\/\d{8}$/)
    const kase = await kaseOf(numberIn(answer.headers.location))
    expect(kase?.letters.map(letter => letter.form)).toEqual(['request-disclosure'])
  })

  test.each([
    ['a day to come', { receivedOn: '2026/11/22' }, 'receivedOn'],
    ['an unknown operator', { operator: 'nobody' }, 'operator'],
    ['no channel', { channel: '' }, 'channel'],
    ['a letter that no font has', { 'requester.given': '\u{3FFFD}' }, 'requester-given'],
  ])('with %s is refused at the field', async (_what, more, field) => {
    const before = await total()
    const answer = await sato.fill('/form-requests/new', wish(more))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#f-${field}"`)
    expect(await total()).toBe(before)
  })

  test('says everything that is wrong at once', async () => {
    const answer = await sato.fill('/form-requests/new', { receivedOn: 'きのう', 'requester.given': '一郎' })
    for (const field of ['operator', 'channel', 'receivedOn', 'requester-family', 'requester-address'])
      expect(answer.body).toContain(`href="#f-${field}"`)
    expect(answer.body).toContain('value="一郎"')
  })

  test('is closed to auditors, to cashiers and to forms without a token', async () => {
    for (const who of ['takahashi', 'ito'] as const) {
      const browser = await web.as(who)
      expect((await browser.get('/form-requests/new')).statusCode).toBe(403)
      expect((await browser.post('/form-requests/new', wish())).statusCode).toBe(403)
    }
    expect((await sato.post('/form-requests/new', { ...wish(), _csrf: 'x' })).statusCode).toBe(403)
  })
})

describe('the form comes back', () => {
  const requested = async (more: Envelope = {}) =>
    numberIn((await sato.fill('/form-requests/new', wish(more))).headers.location)

  test('and its case goes on under the same number', async () => {
    const number = await requested()
    const page = await sato.get(`/cases/new?from=${number}`)
    expect(page.body).toContain('続きになる受付番号')
    for (const known of ['value="髙橋"', 'value="一郎"', `value="${number}"`, 'value="大阪府大阪市北区梅田1-1"'])
      expect(page.body).toContain(known)
    expect(page.body).toMatch(/name="onForm" value="yes" checked/)
    const returned = envelope('sakura', { from: number, ...personOf('subject', ichiro), _once: 'came-back' })
    const before = await total()
    const answer = await sato.fill('/cases/new', returned)
    expect(numberIn(answer.headers.location)).toBe(number)
    expect((await kaseOf(number))?.intake.arrivedOn).toBe('2026-11-20')
    expect(await total()).toBe(before)
    const again = await sato.fill('/cases/new', returned)
    expect([again.statusCode, numberIn(again.headers.location)]).toEqual([303, number])
    expect((await kaseOf(number))?.letters.map(letter => letter.form)).toEqual(['form-cover', 'reception-slip'])
  })

  test('by the code at its foot, which a reader types', async () => {
    const number = await requested()
    const looked = await sato.post('/cases/new/check', { from: `KD1:${number}:request-disclosure:1/1` })
    expect(looked.body).toContain(`value="${number}"`)
    expect(looked.body).toContain('value="髙橋"')
  })

  test('by its name alone, once the clerk says that it is the same person', async () => {
    const number = await requested({ 'requester.family': '鷹野' })
    const typed = { 'subject.family': '鷹野', 'subject.given': '一郎', wanted: '全部' }
    const shown = await sato.post('/cases/new/preview', typed)
    expect(shown.body).toContain('この用紙請求の続きにする')
    const looked = await sato.post(`/cases/new/check?from=${number}`, typed)
    expect(looked.body).toContain('続きになる受付番号')
    expect(looked.body).toContain('全部')
    expect(looked.body).toMatch(/name="operator" value="sakura" checked/)
  })

  test('a second time is not a second request', async () => {
    const number = await requested()
    const returned = envelope('sakura', { from: number, ...personOf('subject', ichiro) })
    await sato.fill('/cases/new', returned)
    const answer = await sato.fill('/cases/new', returned)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('この案件はすでに受け付けています')
    expect((await sato.get(`/cases/new?from=${number}`)).headers.location).toBe(`/cases/${number}`)
  })

  test('for another operator is refused', async () => {
    const number = await requested()
    const answer = await sato.fill('/cases/new', envelope('ims', { from: number }))
    expect(answer.body).toContain('href="#f-operator"')
    expect((await kaseOf(number))?.intake.arrivedOn).toBeUndefined()
  })
})
