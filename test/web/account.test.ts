import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, passwordOf, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser

beforeEach(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterEach(() => web.gone())

const next = 'atarashii aikotoba'
const change = (more: object = {}) =>
  sato.post('/account/password', { current: passwordOf('sato'), password: next, again: next, ...more })
const with_ = (cookie: string, url: string) => web.app.inject({ url, headers: { cookie } })

describe('own password', () => {
  test('changes; this session goes on, the others end', async () => {
    const elsewhere = await web.as('sato')
    const answer = await change()
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/account?done=password'])
    const cookie = `kaiji=${answer.cookies[0]?.value}`
    expect((await with_(cookie, '/account?done=password')).body).toContain('パスワードを変えました')
    expect((await elsewhere.get('/account')).statusCode).toBe(302)
    expect(await web.parts.staff.signIn('sato', passwordOf('sato'), '::1')).toBe('failed')
  })

  test.each([
    ['the present one is wrong', { current: 'chigau aikotoba' }, 'パスワードが違います'],
    ['the two new ones differ', { again: 'betsu no aikotoba' }, '二つの新しいパスワードが違います'],
    ['the new one is short', { password: 'mijikai', again: 'mijikai' }, 'パスワードが短すぎます'],
  ])('stays when %s', async (_why, more, sentence) => {
    const answer = await change(more)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    expect(answer.body).not.toContain(next)
    expect((await sato.get('/account')).statusCode).toBe(200)
  })
})

test('an empty form for the own password is told field by field, and none of them is called wrong', async () => {
  const { statusCode, body } = await sato.post('/account/password', { current: '', password: '', again: '' })
  expect(statusCode).toBe(422)
  for (const field of ['current', 'password', 'again'])
    expect(body).toMatch(new RegExp(`<a href="#f-${field}">[^<]*：入力されていません`))
  expect(body).not.toContain('パスワードが違います')
})

describe('own keys of the API', () => {
  test('a key is shown once and works', async () => {
    expect((await sato.post('/account/tokens', { token: '連携<b>髙﨑𠮷' })).headers.location).toBe('/account')
    const first = (await sato.get('/account')).body
    const key = /kd_[\w-]{43}/.exec(first)?.[0] ?? ''
    expect((await web.parts.tokens.actorOf(key))?.staff.name).toBe('佐藤')
    const second = (await sato.get('/account')).body
    expect(second).not.toContain(key)
    expect(second).toContain('連携&lt;b>髙﨑𠮷')
  })

  test('a key is shown to nobody else', async () => {
    await sato.post('/account/tokens', { token: '連携' })
    expect((await (await web.as('sato')).get('/account')).body).not.toMatch(/kd_[\w-]{43}/)
    expect((await (await web.as('kanri')).get('/account')).body).not.toMatch(/kd_[\w-]{43}/)
  })

  test('a key needs a name', async () => {
    for (const token of [' ', 'あ'.repeat(81)])
      expect((await sato.post('/account/tokens', { token })).statusCode).toBe(422)
    expect(await web.parts.tokens.list(web.actor('sato').id)).toEqual([])
  })

  test('is revoked by its owner alone, once or twice alike', async () => {
    const made = await web.parts.tokens.make('連携', web.actor('sato'))
    const url = `/account/tokens/${made?.row.id}/revoke`
    expect((await (await web.as('kanri')).post(url, {})).statusCode).toBe(404)
    expect(await web.parts.tokens.actorOf(made?.token ?? '')).not.toBeNull()
    for (let n = 0; n < 2; n += 1) expect((await sato.post(url, {})).headers.location).toBe('/account?done=revoked')
    expect(await web.parts.tokens.actorOf(made?.token ?? '')).toBeNull()
    expect((await sato.get('/account')).body).toContain('取消し済み')
  })
})

describe('who', () => {
  test('forms without the token of their session do nothing', async () => {
    expect((await change({ _csrf: 'stolen' })).statusCode).toBe(403)
    expect((await sato.post('/account/tokens', { token: '連携', _csrf: '' })).statusCode).toBe(403)
    expect(await web.parts.tokens.list(web.actor('sato').id)).toEqual([])
  })

  test('the auditor too changes his own password', async () => {
    const auditor = await web.as('takahashi')
    const fields = { current: passwordOf('takahashi'), password: next, again: next }
    expect((await auditor.post('/account/password', fields)).statusCode).toBe(303)
  })

  test('outsiders are sent to sign in', async () => {
    expect((await web.app.inject('/account')).headers.location).toBe('/sign-in?next=%2Faccount')
    expect((await web.app.inject({ method: 'POST', url: '/account/tokens' })).headers.location).toBe('/sign-in')
  })
})
