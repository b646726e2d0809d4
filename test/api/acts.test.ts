import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { apiIn } from './api-in.ts'

let api: Awaited<ReturnType<typeof apiIn>>
beforeAll(async () => {
  api = await apiIn()
})
afterAll(() => api.gone())

const opened = async (who: 'sato' | 'tanaka' = 'sato', operator = 'ims', key?: string): Promise<string> => {
  const done = await (await api.as(who)).post('/cases/acts/logRequest', requestFor(operator), key)
  expect(done.statusCode).toBe(200)
  return done.json<{ number: string }>().number
}

test('a case is opened, acted on and read back with its person and its next steps', async () => {
  const sato = await api.as('sato')
  const number = await opened()
  const noted = await sato.post(`/cases/${number}/acts/addNote`, {
    way: 'phone_in',
    memo: '電話あり',
    restricted: false,
  })
  expect(noted.json()).toMatchObject({ number, events: ['NoteAdded'] })
  const read = (await sato.get(`/cases/${number}`)).json<{
    subject: object
    steps: { code: string }[]
    permitted: string[]
  }>()
  expect(read.subject).toMatchObject({ family: '山田', given: '花子' })
  expect(read.steps[0]?.code).toBe('receive_papers')
  expect(read.permitted).toContain('receivePaper')
  expect((await sato.get('/cases?q=山田')).json()).toMatchObject({ total: expect.any(Number) })
  expect((await sato.get(`/cases/${number}/history`)).json<unknown[]>().length).toBeGreaterThan(2)
})

test('the same key twice opens one case', async () => {
  const first = await opened('sato', 'ims', 'press-1')
  expect(await opened('sato', 'ims', 'press-1')).toBe(first)
})

test('without a token, with a wrong or a revoked one, nothing is told', async () => {
  const { token } = await api.as('takahashi')
  expect((await api.app.inject({ url: '/api/cases' })).statusCode).toBe(401)
  expect((await api.app.inject({ url: '/api/cases', headers: { authorization: 'Bearer kd_x' } })).statusCode).toBe(401)
  const by = api.web.actor('takahashi')
  const [row] = await api.web.parts.tokens.list(by.id)
  await api.web.parts.tokens.revoke(row?.id ?? '', by)
  expect((await api.app.inject({ url: '/api/cases', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(
    401,
  )
})

test('who serves IIJ only does not see that a case of IMS exists', async () => {
  const tanaka = await api.as('tanaka')
  const number = await opened()
  expect((await tanaka.get(`/cases/${number}`)).statusCode).toBe(404)
  expect((await tanaka.get(`/cases/${number}/history`)).statusCode).toBe(404)
  expect((await tanaka.get(`/cases/${number}/letters/l1.pdf`)).statusCode).toBe(404)
  expect((await tanaka.post(`/cases/${number}/acts/addNote`, { memo: 'x' })).statusCode).toBe(404)
  expect((await tanaka.get('/cases?q=山田')).json<{ total: number }>().total).toBe(0)
  expect(await opened('tanaka', 'iij')).toMatch(/^26\d{6}$/)
})

test('a refusal is typed: 403 for the role, 409 for the state, 422 for fields, each with its sentence', async () => {
  const number = await opened()
  const kanri = await api.as('ito')
  expect((await kanri.post(`/cases/${number}/acts/checkIdentity`, {})).json()).toMatchObject({
    refused: 'not_allowed',
    sentence: expect.stringMatching(/。$/),
  })
  const sato = await api.as('sato')
  const early = await sato.post(`/cases/${number}/acts/writeReply`, { decision: 'd1' })
  expect([early.statusCode, early.json<{ refused: string }>().refused]).toEqual([409, 'decision_missing'])
  const wrong = await sato.post('/cases/acts/logRequest', {
    ...requestFor('ims'),
    arrivedOn: '2026-02-30',
    subject: {},
  })
  expect(wrong.statusCode).toBe(422)
  const issues = wrong.json<{ issues: { path: string; sentence: string }[] }>().issues
  expect(issues.map(issue => issue.path)).toEqual(expect.arrayContaining(['arrivedOn', 'subject.family']))
  for (const issue of issues) expect(issue.sentence).toMatch(/。$/)
})

test('broken JSON and unknown verbs end in a typed error without a trace', async () => {
  const { token } = await api.as('sato')
  const broken = await api.app.inject({
    method: 'POST',
    url: '/api/cases/acts/logRequest',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: '{',
  })
  expect(broken.json()).toMatchObject({ error: 'not_readable' })
  expect(broken.body).not.toContain('.ts')
  const number = await opened()
  expect((await (await api.as('sato')).post(`/cases/${number}/acts/explode`, {})).statusCode).toBe(404)
})
