import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hanako, requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string
const xss = '<img src=x onerror=alert(1)>"\'&'

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  const subject = { ...hanako, family: '髙﨑', given: '𠮷辻󠄀', familyKana: 'タカサキ', givenKana: 'ヨシツジ' }
  number = await web.do(null, 'logRequest', requestFor('ims', { subject, wanted: xss }), sato.by)
  await web.do(number, 'addNote', { memo: `折り返しを希望 ${xss}` }, sato.by)
  await web.do(number, 'addNote', { memo: '存否を答えない件', restricted: 'yes' }, sato.by)
})
afterAll(() => web.gone())

describe('the page of a case', () => {
  test('shows number, person, operator and kinds', async () => {
    const page = await sato.get(`/cases/${number}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`)
    for (const text of ['株式会社IMS', '開示', 'タカサキ ヨシツジ']) expect(page.body).toContain(text)
  })

  test('shows a name byte for byte', async () => {
    const page = await sato.get(`/cases/${number}`)
    expect(page.rawPayload.includes(Buffer.from('髙﨑 𠮷辻󠄀'))).toBe(true)
  })

  test('says what to do next as a sentence with its button', async () => {
    const page = await sato.get(`/cases/${number}`)
    expect(page.body).toContain('次にすること')
    expect(page.body).toMatch(/<a class="button primary" href="\/cases\/\d{8}\/acts\/\w+" data-primary="true">/)
  })

  test('shows both dates with the days left in words', async () => {
    const page = await sato.get(`/cases/${number}`)
    expect(page.body).toContain('<time datetime="2026-12-05">2026年12月5日（土）</time>')
    expect(page.body).toContain('あと14日')
    expect(page.body).toContain(`/cases/${number}/reckoning`)
  })

  test('has its facets in their order, each with its state in a word', async () => {
    const page = await sato.get(`/cases/${number}`)
    const at = ['受付', '本人確認', '手数料', '調査', '決定', '回答', '発送', '完了'].map(facet =>
      page.body.indexOf(`<h2>${facet}</h2>`),
    )
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at.every(each => each > 0)).toBe(true)
    expect(page.body).toContain('未納')
  })

  test('tells a fee paid in part from one not paid', async () => {
    const part = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
    const by = web.actor('ito')
    await web.do(part, 'receiveFee', { means: 'transfer', amount: '1000', receivedOn: '2026-11-21' } as never, by)
    expect((await sato.get(`/cases/${part}`)).body).toContain('一部納付')
  })

  test('links only what is permitted now; the rest says what it waits for', async () => {
    const page = await sato.get(`/cases/${number}`)
    expect(page.body).toContain(`/cases/${number}/acts/openInquiry"`)
    expect(page.body).not.toContain(`/cases/${number}/acts/postLetters"`)
    expect(page.body).toContain('まだできないこと')
  })

  test('tells its history as sentences with who and when', async () => {
    const page = await sato.get(`/cases/${number}`)
    expect(page.body).toMatch(/受け付けました[\s\S]*?2026年11月21日 12:00<\/time>・佐藤/)
  })

  test('escapes what strangers wrote', async () => {
    const page = await sato.get(`/cases/${number}`)
    expect(page.body).toContain('&lt;img src=x onerror=alert(1)>')
    expect(page.body).not.toContain('<img')
  })

  test('shows a restricted note to approvers only', async () => {
    expect((await sato.get(`/cases/${number}`)).body).not.toContain('存否を答えない件')
    const suzuki = await web.as('suzuki')
    expect((await suzuki.get(`/cases/${number}`)).body).toContain('存否を答えない件')
  })

  test('gives an auditor the facts and nothing to press', async () => {
    const takahashi = await web.as('takahashi')
    const page = await takahashi.get(`/cases/${number}`)
    expect(page.body).toContain('髙﨑')
    expect(page.body).not.toContain('/acts/')
  })

  test('is kept by no cache', async () => {
    expect((await sato.get(`/cases/${number}`)).headers['cache-control']).toBe('no-store')
  })
})

test('outsiders are sent to sign in', async () => {
  const answer = await web.app.inject(`/cases/${number}`)
  expect([answer.statusCode, answer.headers.location]).toEqual([302, `/sign-in?next=%2Fcases%2F${number}`])
})

test('a case of another operator is not there', async () => {
  const tanaka = await web.as('tanaka')
  const page = await tanaka.get(`/cases/${number}`)
  expect(page.statusCode).toBe(404)
  expect(page.body).not.toContain('髙﨑')
})

describe('the reckoning', () => {
  test('counts both clocks day by day', async () => {
    const page = await sato.get(`/cases/${number}/reckoning`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('到達の日は数えません（民法140条）')
    expect(page.body).toContain('2週間が経過し、訴えを提起できる日')
    expect(page.body).toContain('勤労感謝の日')
  })

  test('is not there for a case of another operator', async () => {
    expect((await (await web.as('tanaka')).get(`/cases/${number}/reckoning`)).statusCode).toBe(404)
  })

  test('says when there is nothing to count yet', async () => {
    const asked = await web.do(
      null,
      'logFormRequest',
      {
        operator: 'sakura',
        channel: 'email',
        receivedOn: '2026-11-20',
        requester: { ...hanako, email: 'a@example.jp' },
      },
      sato.by,
    )
    expect((await sato.get(`/cases/${asked}/reckoning`)).body).toContain('期限はありません')
    expect((await sato.get(`/cases/${asked}`)).statusCode).toBe(200)
  })
})
