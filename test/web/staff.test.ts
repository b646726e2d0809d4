import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type Cast, encoded, passwordOf, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let kanri: Browser
let count = 0

beforeAll(async () => {
  web = await webIn()
  kanri = await web.as('kanri')
})
afterAll(() => web.gone())

const person = (more: object = {}) => {
  count += 1
  const given = {
    name: '髙﨑 𠮷辻󠄀',
    email: '',
    roles: ['reception', 'cashier'],
    operators: ['ims'],
    password: 'nagai aikotoba 9',
  }
  return { signIn: `person${count}`, ...given, ...more }
}
const added = async (more: object = {}): Promise<string> => {
  const answer = await kanri.post('/staff', person(more))
  return /^\/staff\/([^?]+)/.exec(String(answer.headers.location))?.[1] ?? ''
}
const signsIn = async (name: string, password: string) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await web.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers,
    payload: encoded({ name, password }),
  })
  return answer.statusCode === 303
}

describe('staff', () => {
  test('lists everybody with roles and operators', async () => {
    const { body } = await kanri.get('/staff')
    for (const name of ['佐藤', '伊藤', '鈴木', '高橋', '管理', '田中']) expect(body).toContain(name)
    expect(body).toContain('株式会社インターネットイニシアティブ')
  })

  test('adds a member, who can sign in', async () => {
    const id = await added({ signIn: 'ＮｅｗOne' })
    const { body } = await kanri.get(`/staff/${id}?done=added`)
    expect(body).toContain('職員を加えました')
    expect(body).toContain('髙﨑 𠮷辻󠄀')
    expect(body).toMatch(/value="cashier" checked/)
    expect(await signsIn('newone', 'nagai aikotoba 9')).toBe(true)
  })

  test('adds nobody twice under one name', async () => {
    const who = person()
    expect((await kanri.post('/staff', who)).statusCode).toBe(303)
    const again = await kanri.post('/staff', who)
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('このサインイン名はすでに使われています')
  })

  test('says what is wrong at each field, keeps the rest and never shows the password', async () => {
    const answer = await kanri.post('/staff', { signIn: '佐藤', name: '佐藤"><script>', email: 'x', password: 'short' })
    expect(answer.statusCode).toBe(422)
    for (const sentence of [
      'サインイン名は、英小文字か数字',
      'メールアドレスを読み取れません',
      '役割が選ばれていません',
      '担当する事業者が選ばれていません',
    ])
      expect(answer.body).toContain(sentence)
    expect(answer.body).toContain('value="佐藤&quot;')
    expect(answer.body).not.toContain('"><script>')
    expect(answer.body).not.toContain('value="short"')
  })

  test('misses the password together with the rest', async () => {
    const answer = await kanri.post('/staff', { signIn: '', name: '', password: '' })
    expect(answer.statusCode).toBe(422)
    for (const field of ['signIn', 'name', 'roles', 'operators', 'password'])
      expect(answer.body).toContain(`<a href="#f-${field}">`)
  })

  test('refuses a short password in words', async () => {
    const answer = await kanri.post('/staff', person({ password: 'mijikai' }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('パスワードが短すぎます')
  })
})

describe('a member of staff', () => {
  test('gets other roles and operators', async () => {
    const id = await added()
    const answer = await kanri.post(`/staff/${id}`, { name: '新しい名', roles: 'auditor', operators: 'all' })
    expect(answer.headers.location).toBe(`/staff/${id}?done=changed`)
    expect(await web.parts.staff.find(id)).toMatchObject({ name: '新しい名', roles: ['auditor'], operators: 'all' })
  })

  test('gets a new password, and the old one is worth nothing', async () => {
    const id = await added({ signIn: 'forgetful' })
    await kanri.post(`/staff/${id}/password`, { password: 'betsu no aikotoba' })
    expect(await signsIn('forgetful', 'nagai aikotoba 9')).toBe(false)
    expect(await signsIn('forgetful', 'betsu no aikotoba')).toBe(true)
  })

  test('leaves and comes back, once or twice alike', async () => {
    const id = await added({ signIn: 'leaver' })
    for (let n = 0; n < 2; n += 1) expect((await kanri.post(`/staff/${id}/leave`, {})).statusCode).toBe(303)
    expect((await kanri.get(`/staff/${id}`)).body).toContain('停止中')
    expect(await signsIn('leaver', 'nagai aikotoba 9')).toBe(false)
    expect((await kanri.post(`/staff/${id}/return`, {})).headers.location).toBe(`/staff/${id}?done=back`)
    expect(await signsIn('leaver', 'nagai aikotoba 9')).toBe(true)
  })

  test('stays administrator while there is no other', async () => {
    const { id } = web.actor('kanri')
    const answer = await kanri.post(`/staff/${id}`, { name: '管理', roles: 'reception', operators: 'all' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('管理者がいなくなります')
    expect((await kanri.post(`/staff/${id}/leave`, {})).statusCode).toBe(422)
  })

  test('loses a key of the API by the hand of the administrator, not a key of somebody else', async () => {
    const made = await web.parts.tokens.make('連携', web.actor('sato'))
    const url = (who: Cast) => `/staff/${web.actor(who).id}/tokens/${made?.row.id}/revoke`
    expect((await kanri.post(url('ito'), {})).statusCode).toBe(404)
    expect(await web.parts.tokens.actorOf(made?.token ?? '')).not.toBeNull()
    expect((await kanri.post(url('sato'), {})).statusCode).toBe(303)
    expect(await web.parts.tokens.actorOf(made?.token ?? '')).toBeNull()
    expect((await kanri.post(url('sato'), {})).statusCode).toBe(303)
  })

  test('is not there when nobody has that id', async () => {
    expect((await kanri.get('/staff/nobody')).statusCode).toBe(404)
    expect((await kanri.post('/staff/nobody/leave', {})).statusCode).toBe(404)
  })
})

describe('who may see and change staff', () => {
  const deeds = (id: string) => [
    '/staff',
    `/staff/${id}`,
    `/staff/${id}/password`,
    `/staff/${id}/leave`,
    `/staff/${id}/return`,
  ]

  test.each(['sato', 'ito', 'suzuki', 'takahashi'] as const)('%s gets the page that says no', async who => {
    const { id } = web.actor('tanaka')
    const browser = await web.as(who)
    for (const url of ['/staff', '/staff/new', `/staff/${id}`]) expect((await browser.get(url)).statusCode).toBe(403)
    for (const url of deeds(id)) expect((await browser.post(url, person())).statusCode).toBe(403)
    expect(await signsIn('tanaka', passwordOf('tanaka'))).toBe(true)
  })

  test('an administrator of one operator sees and makes no more than his', async () => {
    const answer = await kanri.post('/staff', person({ signIn: 'imsadmin', roles: 'admin', operators: 'ims' }))
    expect(answer.statusCode).toBe(303)
    const own = await web.parts.staff.signIn('imsadmin', 'nagai aikotoba 9', '127.0.0.1')
    const cookie = `kaiji=${typeof own === 'object' ? own.session : ''}`
    const page = await web.app.inject({ url: '/staff', headers: { cookie } })
    expect(page.body).not.toContain('佐藤')
    expect((await web.app.inject({ url: `/staff/${web.actor('sato').id}`, headers: { cookie } })).statusCode).toBe(404)
    expect((await web.app.inject({ url: '/staff/new', headers: { cookie } })).body).not.toContain('value="all"')
  })

  test('a form without the token of its session does nothing', async () => {
    const { id } = web.actor('tanaka')
    for (const url of deeds(id)) expect((await kanri.post(url, { ...person(), _csrf: 'stolen' })).statusCode).toBe(403)
    expect((await web.parts.staff.find(id))?.active).toBe(true)
  })

  test('outsiders are sent to sign in', async () => {
    expect((await web.app.inject('/staff')).headers.location).toBe('/sign-in?next=%2Fstaff')
    expect((await web.app.inject({ method: 'POST', url: '/staff' })).headers.location).toBe('/sign-in')
  })
})
