import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hanako, requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let ims: string
let iij: string

const numberText = (number: string) => `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  const taro = { ...hanako, family: '髙橋<b>', given: '太郎', familyKana: 'タカハシ', givenKana: 'タロウ' }
  ims = await web.do(null, 'logRequest', requestFor('ims', { trackingNumber: '31112383852' }), sato.by)
  iij = await web.do(null, 'logRequest', requestFor('iij', { subject: taro, arrivedOn: '2026-11-10' }), sato.by)
})
afterAll(() => web.gone())

describe('today', () => {
  test('is empty in one sentence with the next step', async () => {
    const empty = await webIn()
    const page = await (await empty.as('sato')).get('/today')
    expect(page.body).toContain('今日の仕事はありません')
    expect(page.body).toContain('href="/cases/new"')
    await empty.gone()
  })

  test('groups what is owed, with what to do and the days left', async () => {
    const page = await sato.get('/today')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<h2>入金の確認 ')
    expect(page.body).toContain(`<a class="row-link" href="/cases/${ims}">${numberText(ims)}</a>`)
    expect(page.body).toMatch(/あと\d+日/)
  })

  test('puts what is near or over on top', async () => {
    const { body } = await sato.get('/today')
    const near = body.slice(body.indexOf('<h2>期日が近いもの'), body.indexOf('<h2>開封待ち'))
    expect(near).toContain(`/cases/${iij}"`)
    expect(near).not.toContain(`/cases/${ims}"`)
  })

  test('holds only the operators that the person serves', async () => {
    const { body } = await (await web.as('tanaka')).get('/today')
    expect(body).toContain(`/cases/${iij}"`)
    expect(body).not.toContain(`/cases/${ims}"`)
  })

  test('sends outsiders to sign in', async () => {
    expect((await web.app.inject('/today')).headers.location).toBe('/sign-in?next=%2Ftoday')
    expect((await web.app.inject('/')).headers.location).toBe('/today')
  })
})

describe('the list of cases', () => {
  test('shows both dates and what is next', async () => {
    const { body } = await sato.get('/cases')
    expect(body).toContain('2件')
    expect(body).toContain('<time datetime="2026-12-05"')
  })

  test.each([
    ['a surname of two kanji', '山田', 'ims'],
    ['the other form of a kanji', '高橋', 'iij'],
    ['kana', 'タカハシ', 'iij'],
    ['a tracking number with hyphens', '311-12-38385-2', 'ims'],
  ])('finds by %s', async (_what, q, found) => {
    const { body } = await sato.get(`/cases?q=${encodeURIComponent(q)}`)
    expect(body.includes(`href="/cases/${ims}"`)).toBe(found === 'ims')
    expect(body.includes(`href="/cases/${iij}"`)).toBe(found === 'iij')
  })

  test('says where a case stands in one sentence and who holds the data in its own word, whole on the pointer', async () => {
    const { body } = await sato.get('/cases')
    expect(body).toContain('title="株式会社インターネットイニシアティブ">インターネットイニシアティブ</td>')
    const cells = [...body.matchAll(/<td class="wide" title="([^"]+)">([^<]+)<\/td>/g)]
    expect(cells.length).toBeGreaterThan(0)
    for (const [, whole = '', shown = ''] of cells) {
      expect(shown.match(/。/g)).toHaveLength(1)
      expect(whole.startsWith(shown)).toBe(true)
    }
  })

  test('keeps its filters in the address and in the form', async () => {
    const { body } = await sato.get('/cases?operator=iij&state=all')
    expect(body).toContain('<option value="iij" selected>')
    expect(body).toContain('<option value="all" selected>')
    expect(body).not.toContain(`href="/cases/${ims}"`)
  })

  test('says in one sentence that nothing was found', async () => {
    expect((await sato.get('/cases?q=%E5%AD%98%E5%9C%A8%E3%81%97%E3%81%AA%E3%81%84')).body).toContain(
      '該当する案件はありません',
    )
  })

  test('takes no harm from filters that make no sense', async () => {
    const page = await sato.get('/cases?state=x&step=%3Cscript%3E&operator=%27%3B--&page=abc&q=%22%20OR%20*&q=2')
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('<script>')
  })

  test('escapes names', async () => {
    expect((await sato.get('/cases')).body).toContain('髙橋&lt;b>')
  })

  test('hides the cases of other operators, however they are asked for', async () => {
    const tanaka = await web.as('tanaka')
    for (const url of ['/cases', '/cases?operator=ims', '/cases?q=%E5%B1%B1%E7%94%B0', `/cases?q=${ims}`])
      expect((await tanaka.get(url)).body).not.toContain(`href="/cases/${ims}"`)
  })

  test('is not drowned by hundreds: a group of today shows the soonest and counts the rest', async () => {
    const many = await webIn()
    const by = many.actor('sato')
    for (let n = 0; n < 33; n += 1) await many.do(null, 'logRequest', requestFor('ims'), by)
    const { body } = await (await many.as('sato')).get('/today')
    expect(body).toContain('33件')
    expect(body).toContain('ほかに3件あります')
    await many.gone()
  })

  test('turns pages', async () => {
    for (let n = 0; n < 50; n += 1) await web.do(null, 'logRequest', requestFor('ims'), sato.by)
    const first = await sato.get('/cases?operator=ims')
    const next = /<a href="([^"]*page=\d{8})" rel="next">/.exec(first.body)?.[1]?.replaceAll('&amp;', '&')
    const second = await sato.get(next ?? '')
    expect(second.body).toContain(`href="/cases/${ims}"`)
    expect(second.body).toContain('最初のページ')
    expect(first.body).not.toContain(`href="/cases/${ims}"`)
  })
})

describe('finding by a number', () => {
  test.each([
    ['a case number', () => ims],
    ['a case number with hyphens', () => numberText(ims)],
    ['a tracking number', () => '31112383852'],
    ['a tracking number with hyphens', () => '311-12-38385-2'],
    ['a tracking number between start and stop letters', () => 'A31112383852A'],
  ])('opens the case of %s', async (_what, q) => {
    expect((await sato.get(`/find?q=${q()}`)).headers.location).toBe(`/cases/${ims}`)
  })

  test('searches for anything else', async () => {
    expect((await sato.get('/find?q=%E5%B1%B1')).headers.location).toMatch(/^\/cases\?q=%E5%B1%B1$/)
  })

  test('does not tell that a case of another operator exists', async () => {
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get(`/find?q=${ims}`)).headers.location).toBe(`/cases?q=${ims}`)
  })
})
