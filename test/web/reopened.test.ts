import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { type Browser, encoded, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
})
afterAll(() => web.gone())

describe('the address that a refused form leaves in the browser', () => {
  test.each([
    ['files', ''],
    ['package/made', '/package'],
    ['package/locked', '/package'],
    ['schedule/pasted', '/schedule'],
    ['schedule/file', '/schedule'],
  ])('of a case leads to the page of its form when it is opened anew: %s', async (sent, page) => {
    const answer = await sato.get(`/cases/${number}/${sent}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([302, `/cases/${number}${page}`])
  })

  test.each(['password', 'tokens'])('of the own account, too: %s', async sent => {
    expect((await sato.get(`/account/${sent}`)).headers.location).toBe('/account')
  })
})

describe('a form that was not taken', () => {
  const sent = (referer: string) =>
    web.app.inject({
      method: 'POST',
      url: `/cases/${number}/acts/addNote`,
      headers: {
        cookie: sato.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        host: 'desk.example',
        referer,
      },
      payload: encoded({ _csrf: 'chigau' }),
    })

  test('leads back to the page that it stood on, opened anew', async () => {
    const answer = await sent(`http://desk.example/cases/${number}/acts/addNote?x=1`)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain(`<a href="/cases/${number}/acts/addNote?x=1">前の画面へ戻る</a>`)
  })

  test('leads to no other host, whatever the browser says', async () => {
    for (const from of ['https://evil.example/cases', 'no address', ''])
      expect((await sent(from)).body).not.toContain('前の画面へ戻る')
  })
})
