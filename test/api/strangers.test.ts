import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { accountIn, lineIn } from '../desk/money/statement-cast.ts'
import { hanako, requestFor } from '../domain/given.ts'
import type { Cast } from '../web/web-in.ts'
import { apiIn } from './api-in.ts'
import { bodySchema, filled, type Operation, operations } from './described.ts'
import { plainBody } from './odd-bodies.ts'

let api: Awaited<ReturnType<typeof apiIn>>
let places: Record<string, string>
/** What only those who serve IMS may read: of a case with a letter out, money and a scan, and of a line of its bank. */
const secrets = [hanako.family, hanako.given, hanako.familyKana, hanako.phone, 'ｻｶｸﾗ ﾁﾖ', '秘密のメモ']

beforeAll(async () => {
  api = await apiIn()
  const { web } = api
  const sato = web.actor('sato')
  const number = await web.do(null, 'logRequest', requestFor('ims'), sato)
  await web.do(number, 'addNote', { memo: '秘密のメモ' }, sato)
  await web.do(number, 'writeLetter', { form: 'reception-slip' }, sato)
  await web.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-20' }, web.actor('ito'))
  await accountIn(web)
  const line = await lineIn(web, { payer: 'ｻｶｸﾗ ﾁﾖ', amount: 1234 })
  places = { number, letter: 'l1', id: line, line, month: '2026-11' }
})
afterAll(() => api.gone())

/** Of the same form as what is there. */
const nowhere = { number: caseNumber(2026, 99_999), letter: 'l1', id: 'L99999', line: 'L99999', month: '2026-11' }

const call = async (operation: Operation, who: Cast | null, at = places) => {
  const headers = who === null ? {} : { authorization: `Bearer ${(await api.as(who)).token}` }
  const query = operation.path === '/exports' ? '?product=yayoi&from=2026-11-01&to=2026-11-30' : ''
  const url = `/api${filled(operation, at)}${query}`
  if (operation.method === 'GET') return api.app.inject({ url, headers })
  const schema = bodySchema(operation)
  const json = { ...headers, 'content-type': 'application/json' }
  if (schema || !operation.requestBody)
    return api.app.inject({ method: 'POST', url, headers: json, payload: JSON.stringify(plainBody(schema ?? {})) })
  return api.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from('%PDF-1.7'),
  })
}
const named = operations.map(each => [`${each.method} ${each.path}`, each] as const)
const writing = named.filter(([, { method }]) => method === 'POST')
const ofOne = named.filter(([, { path }]) => /\{(number|id|line)\}/.test(path))
/** How many entries there are of cases and of money, and whether they hold together. */
const written = () => api.web.desk.verify()

describe('without a token', () => {
  test.each(named)('%s tells nothing', async (_, operation) => {
    const answer = await call(operation, null)
    expect([answer.statusCode, answer.headers['www-authenticate'], answer.json()]).toEqual([
      401,
      'Bearer',
      { error: 'no_token', sentence: expect.stringMatching(/。$/) },
    ])
  })

  test('only the description itself is for anybody', async () => {
    expect((await api.app.inject('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
  })
})

describe('who serves another operator', () => {
  test.each(ofOne)('%s answers as if it were not there', async (_, operation) => {
    const [theirs, nobodys] = [await call(operation, 'tanaka'), await call(operation, 'tanaka', nowhere)]
    expect(theirs.statusCode).toBeGreaterThanOrEqual(400)
    expect([theirs.statusCode, theirs.body]).toEqual([nobodys.statusCode, nobodys.body])
  })

  test.each(named)('%s gives nothing away', async (_, operation) => {
    const { body } = await call(operation, 'tanaka')
    expect([...secrets, places.number ?? ''].filter(secret => body.includes(secret))).toEqual([])
  })
})

describe('the auditor', () => {
  test.each(writing)('%s is not for one who only reads', async (_, operation) => {
    const before = await written()
    const answer = await call(operation, 'takahashi')
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(await written()).toEqual(before)
  })

  test('reads the case with its person, its letter and its history', async () => {
    const takahashi = await api.as('takahashi')
    const at = `/cases/${places.number}`
    expect((await takahashi.get(at)).json()).toMatchObject({ subject: { family: '山田' }, permitted: [] })
    expect((await takahashi.get(`${at}/letters/l1.pdf`)).headers['content-type']).toBe('application/pdf')
    expect((await takahashi.get(`${at}/history`)).json<unknown[]>().length).toBeGreaterThan(2)
  })
})
