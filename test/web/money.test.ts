import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { nasty } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser
let owing: string
let held: string
let iij: string

beforeAll(async () => {
  web = await webIn()
  ito = await web.as('ito')
  const sato = web.actor('sato')
  owing = await web.do(null, 'logRequest', requestFor('ims'), sato)
  await web.do(owing, 'requestFee', {} as never, web.actor('ito'))
  held = await web.do(null, 'logRequest', requestFor('cloud-walker', { subject: nasty as never }), sato)
  const stamps = { means: 'stamps', amount: '3150', receivedOn: '2026-11-21' }
  await web.do(held, 'receiveFee', stamps as never, web.actor('ito'))
  iij = await web.do(null, 'logRequest', requestFor('iij'), sato)
})
afterAll(() => web.gone())

const rowOf = (body: string, number: string) =>
  body.split('<tr class="row">').find(row => row.includes(`/cases/${number}"`)) ?? ''

describe('money', () => {
  test('shows what is owed, until when, and the deed that books the money', async () => {
    const row = rowOf((await ito.get('/money')).body, owing)
    expect(row).toContain('3,300円')
    expect(row).toContain('<time datetime="2026-12-21"')
    expect(row).toContain('あと30日')
    expect(row).toContain(`href="/cases/${owing}/acts/receiveFee"`)
    expect(row).not.toContain('acts/requestFee')
  })

  test('shows what is held, why, and the deeds that settle it', async () => {
    const { body } = await ito.get('/money?view=held')
    expect(body).not.toContain(`/cases/${owing}/acts/`)
    expect(rowOf(body, held)).toContain(`/cases/${held}/acts/refundFee`)
    expect(body).toContain('この方法の支払は受け付けていません')
  })

  test('does not offer to apply an order that has expired', async () => {
    const number = await web.do(null, 'logRequest', requestFor('cloud-walker'), web.actor('sato'))
    const orders = [1000, 1000, 1000, 150].map(face => ({ face: String(face), issuedOn: '2026-01-05' }))
    const sent = { means: 'postal_order', amount: '3150', receivedOn: '2026-11-19', orders }
    await web.do(number, 'receiveFee', sent as never, web.actor('ito'))
    const row = rowOf((await ito.get('/money')).body, number)
    expect(row).toContain('acts/refundFee')
    expect(row).not.toContain('acts/applyFee')
  })

  test('adds up the day by means, what is owed and what is held', async () => {
    const totals = (await ito.get('/money')).body.split('<dl class="totals">')[1]?.split('</dl>')[0] ?? ''
    expect(totals).toContain('<b>3,150円</b> 1件')
    expect(totals).toContain('切手 3,150円')
    expect(totals).toContain('<b>10,600円</b>')
    expect(totals).toContain('期限を過ぎたものはありません')
  })

  test('shows names as they are written and runs none of them', async () => {
    const { body } = await ito.get('/money?view=all')
    expect(body).toContain('髙﨑𠮷辻󠄀')
    expect(body).not.toContain('<script>alert')
  })

  test('keeps to one operator when asked, and to everything when the view is unknown', async () => {
    const { body } = await ito.get('/money?operator=ims&view=nonsense')
    expect(rowOf(body, owing)).not.toBe('')
    expect(rowOf(body, held)).toBe('')
  })

  test('shows nobody the cases of operators that they do not serve', async () => {
    const { body } = await (await web.as('tanaka')).get('/money?view=all')
    expect(rowOf(body, iij)).not.toBe('')
    expect(rowOf(body, owing)).toBe('')
    expect(body).not.toContain('3,150円')
  })

  test('lets the auditor read everything and begin nothing', async () => {
    const { body, statusCode } = await (await web.as('takahashi')).get('/money')
    expect(statusCode).toBe(200)
    expect(rowOf(body, owing)).toContain('3,300円')
    expect(body).not.toContain('/acts/')
    expect(body).not.toContain('/money/entry')
  })

  test('sends outsiders to sign in', async () => {
    expect((await web.app.inject('/money')).headers.location).toBe('/sign-in?next=%2Fmoney')
  })

  test('says so in one sentence when nothing is owed', async () => {
    const { body } = await ito.get('/money?operator=sakura')
    expect(body).toContain('対応する手数料はありません')
    expect(body).toContain('この期間に届いた入金はありません')
  })
})

describe('the entry by number', () => {
  test.each([
    ['as it stands on paper', (number: string) => `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`],
    ['in full width', (number: string) => number.replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit)))],
  ])('opens the form that books the money, for a number %s', async (_how, written) => {
    const answer = await ito.get(`/money/entry?number=${encodeURIComponent(written(owing))}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/cases/${owing}/acts/receiveFee`])
  })

  test('tells a wrong check digit at the field and keeps what was typed', async () => {
    const answer = await ito.get('/money/entry?number=26000011')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('受付番号が違います')
    expect(answer.body).toContain('value="26000011"')
    expect(answer.body).toContain('href="#f-number"')
  })

  test('does not tell whether a case of another operator exists', async () => {
    const answer = await (await web.as('tanaka')).get(`/money/entry?number=${owing}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('この受付番号の案件は見つかりません')
  })
})

// Last, for a month later every session is over.
describe('money after its day', () => {
  test('says which dues are overdue once their day has passed', async () => {
    web.at('2026-12-22')
    const later = await web.as('ito')
    const { body } = await later.get('/money')
    expect(body).toContain('期限を過ぎたもの 1件')
    expect(rowOf(body, owing)).toContain('1日経過')
  })
})
