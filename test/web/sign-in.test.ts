import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encoded, passwordOf, type WebIn, webIn } from './web-in.ts'

let web: WebIn
beforeAll(async () => {
  web = await webIn()
})
afterAll(() => web.gone())

const headers = { 'content-type': 'application/x-www-form-urlencoded' }
const sign = (fields: Record<string, string>, more: Record<string, string> = {}) =>
  web.app.inject({ method: 'POST', url: '/sign-in', headers: { ...headers, ...more }, payload: encoded(fields) })

describe('signing in', () => {
  test('leads to the work of the day', async () => {
    const answer = await sign({ name: 'sato', password: passwordOf('sato') })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/today')
    expect(answer.cookies[0]).toMatchObject({ name: 'kaiji', httpOnly: true, sameSite: 'Strict', path: '/' })
  })

  test('leads back to the page that was asked for', async () => {
    const asked = await web.app.inject('/cases?q=%E5%B1%B1%E7%94%B0')
    expect(asked.statusCode).toBe(302)
    const page = await web.app.inject(String(asked.headers.location))
    expect(page.body).toContain('value="/cases?q=%E5%B1%B1%E7%94%B0"')
    const answer = await sign({ name: 'sato', password: passwordOf('sato'), next: '/cases?q=%E5%B1%B1' })
    expect(answer.headers.location).toBe('/cases?q=%E5%B1%B1')
  })

  test.each(['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)'])(
    'never leads to another place: %s',
    async next => {
      const answer = await sign({ name: 'sato', password: passwordOf('sato'), next })
      expect(answer.headers.location).toBe('/today')
    },
  )

  test('refuses a wrong password in one sentence that does not tell who exists', async () => {
    const wrong = await sign({ name: 'sato', password: 'chigau-aikotoba' })
    const nobody = await sign({ name: 'dare-desu-ka', password: 'chigau-aikotoba' })
    expect([wrong.statusCode, nobody.statusCode]).toEqual([422, 422])
    expect(wrong.cookies).toEqual([])
    expect(wrong.body).toContain('サインイン名かパスワードが違います')
    expect(wrong.body.replaceAll('sato', 'X')).toBe(nobody.body.replaceAll('dare-desu-ka', 'X'))
  })

  test('keeps the name and never the password', async () => {
    const answer = await sign({ name: '"><script>', password: 'himitsu-no-kotoba' })
    expect(answer.body).toContain('value="&quot;')
    expect(answer.body).not.toContain('value="">')
    expect(answer.body).not.toContain('himitsu')
  })

  test('refuses a form that another site sends', async () => {
    const good = { name: 'sato', password: passwordOf('sato') }
    expect((await sign(good, { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await sign(good, { origin: 'null' })).statusCode).toBe(403)
    expect((await sign(good, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await sign(good, { origin: 'http://localhost:3000', host: 'localhost:3000' })).statusCode).toBe(303)
  })
})

describe('signing out', () => {
  test('ends the session', async () => {
    const browser = await web.as('ito')
    expect((await browser.get('/today')).statusCode).toBe(200)
    const answer = await browser.post('/sign-out', {})
    expect(answer.headers.location).toBe('/sign-in')
    expect((await browser.get('/today')).statusCode).toBe(302)
  })

  test('is refused without the form token', async () => {
    const browser = await web.as('ito')
    expect((await browser.post('/sign-out', { _csrf: 'chigau' })).statusCode).toBe(403)
    expect((await browser.get('/today')).statusCode).toBe(200)
  })
})

test('somebody who is signed in is not asked again', async () => {
  const browser = await web.as('sato')
  const answer = await browser.get('/sign-in?next=%2Fcases')
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/cases'])
})

test('too many tries in a minute are turned away before a password is looked at', async () => {
  const other = await webIn()
  const codes: number[] = []
  for (let n = 0; n < 31; n += 1)
    codes.push((await other.app.inject({ method: 'POST', url: '/sign-in', headers, payload: `name=n${n}` })).statusCode)
  expect(codes.slice(0, 30).every(code => code === 422)).toBe(true)
  expect(codes[30]).toBe(429)
  await other.gone()
})
