import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hanako, requestFor } from '../domain/given.ts'
import { answeredCase, nasty } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let done: string
let odd: string
let form: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  done = await answeredCase(web, 'delivered')
  odd = await web.do(null, 'logRequest', requestFor('iij', { subject: { ...hanako, ...nasty } }), web.actor('sato'))
  const asked = {
    operator: 'sakura',
    channel: 'phone',
    receivedOn: '2026-11-20',
    requester: { ...hanako, family: '=1+1' },
  }
  form = await web.do(null, 'logFormRequest', asked as never, web.actor('sato'))
})
afterAll(() => web.gone())

const rowOf = (body: string, number: string) =>
  body.split('<tr class="row">').find(row => row.includes(`/cases/${number}"`)) ?? ''

describe('the register', () => {
  test('has one line per case from arrival to delivery', async () => {
    const row = rowOf((await sato.get('/register')).body, done)
    for (const text of ['株式会社IMS', '開示', '山田 花子', '確認済み', '納付 3,300円', '全部を開示する'])
      expect(row).toContain(text)
    expect(row).toContain('datetime="2026-11-20"')
    expect(row.match(/datetime="2026-11-21"/g)).toHaveLength(2)
  })

  test('stands its sums right, so that they are read down the column', async () => {
    expect((await sato.get('/register')).body).toMatch(
      /<th scope="col" class="right">手数料<\/th>[\s\S]*<td class="right">未納 /,
    )
  })

  test('holds a request for forms too, which has no arrival yet', async () => {
    const row = rowOf((await sato.get('/register')).body, form)
    expect(row).toContain('用紙請求')
    expect(row).toContain('—')
  })

  test('says 該当なし of a year without a case', async () => {
    const { body } = await sato.get('/register?year=2024')
    expect(body).toContain('該当なし。2024年に受け付けた案件はありません')
    expect(body).toContain('受付簿（2024年）')
  })

  test('keeps years apart', async () => {
    web.at('2027-01-05')
    const later = await web.as('sato')
    const next = await web.do(
      null,
      'logRequest',
      requestFor('ims', { arrivedOn: '2027-01-04', stampedOn: '2027-01-05' }),
      web.actor('sato'),
    )
    expect(rowOf((await later.get('/register')).body, next)).not.toBe('')
    expect(rowOf((await later.get('/register')).body, done)).toBe('')
    expect(rowOf((await later.get('/register?year=2026')).body, next)).toBe('')
    expect(rowOf((await later.get('/register?year=2026')).body, done)).not.toBe('')
    web.at('2026-11-21')
    sato = await web.as('sato')
  })

  test('filters by operator and state', async () => {
    expect(rowOf((await sato.get('/register?operator=iij')).body, done)).toBe('')
    expect(rowOf((await sato.get('/register?operator=iij')).body, odd)).not.toBe('')
    expect((await sato.get('/register?state=closed')).body).toContain('該当なし')
  })

  test('turns pages and puts the whole year on one for printing', async () => {
    const many = await webIn()
    for (let n = 0; n < 51; n += 1) await many.do(null, 'logRequest', requestFor('iij'), many.actor('sato'))
    const clerk = await many.as('sato')
    const first = (await clerk.get('/register')).body
    expect(first.match(/<tr class="row">/g)).toHaveLength(50)
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await clerk.get(next)).body.match(/<tr class="row">/g)).toHaveLength(1)
    expect((await clerk.get('/register?whole=yes')).body.match(/<tr class="row">/g)).toHaveLength(51)
    expect((await clerk.get('/register.csv')).body.trim().split('\r\n')).toHaveLength(52)
    await many.gone()
  })

  test('shows names as they are written and runs none of them', async () => {
    const { body } = await sato.get('/register')
    expect(body).toContain('髙﨑𠮷辻󠄀')
    expect(body).not.toContain('<script>alert')
  })

  test('shows, and gives away, only cases of the operators that the reader serves', async () => {
    const tanaka = await web.as('tanaka')
    for (const url of ['/register', '/register.csv']) {
      const { body } = await tanaka.get(url)
      expect(body).toContain('髙﨑')
      expect(body).not.toContain('山田')
    }
  })

  test('is open to the auditor and closed to outsiders', async () => {
    expect((await (await web.as('takahashi')).get('/register')).statusCode).toBe(200)
    expect((await web.app.inject('/register')).headers.location).toBe('/sign-in?next=%2Fregister')
    expect((await web.app.inject('/register.csv')).statusCode).toBe(302)
  })
})

describe('the register as a file', () => {
  test('opens in a spreadsheet: BOM, CRLF, a name and the characters as they are', async () => {
    const answer = await sato.get('/register.csv?year=2026')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="register-2026.csv"')
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(answer.body).toContain('髙﨑𠮷辻󠄀')
    expect(answer.body).toContain(`"${done}","2026-11-20","株式会社IMS"`)
  })

  test('turns no name into a formula', async () => {
    const { body } = await sato.get('/register.csv')
    expect(body).toContain(`"'=1+1 花子"`)
  })
})
