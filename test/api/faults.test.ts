import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { apiRoutes } from '../../src/api/routes.ts'
import { buildServer } from '../../src/web/server.ts'
import { requestFor } from '../domain/given.ts'
import { type WebIn, webIn } from '../web/web-in.ts'

/** The API as `kaiji serve` puts it beside the pages, on a store that can take no more particulars. */
const lines: string[] = []
let web: WebIn
let app: FastifyInstance
let token: string

beforeAll(async () => {
  web = await webIn()
  const log = { level: 'info', stream: { write: (line: string) => void lines.push(line) } } as const
  app = await buildServer({ ...web.parts, log, more: [apiRoutes(web.parts)] })
  token = (await web.parts.tokens.make('test', web.actor('sato')))?.token ?? ''
  await web.do(null, 'logRequest', requestFor('ims'), web.actor('sato'))
  // A message of the store may quote what it was given.
  await web.store.write.run(
    sql`CREATE TRIGGER full BEFORE INSERT ON particulars BEGIN SELECT RAISE(ABORT, '山田花子 does not fit'); END`,
  )
})
afterAll(async () => {
  await app.close()
  await web.gone()
})
beforeEach(() => {
  lines.length = 0
})

const headers = () => ({ authorization: `Bearer ${token}` })
const open = () =>
  app.inject({ method: 'POST', url: '/api/cases/acts/logRequest', headers: headers(), payload: requestFor('ims') })

test('a fault of ours is a typed error that says nothing of its inside', async () => {
  const answer = await open()
  expect([answer.statusCode, answer.json()]).toEqual([
    500,
    { error: 'failed', sentence: '処理できませんでした。管理者に連絡してください。' },
  ])
})

test('the log says where it happened, and not with whose name', async () => {
  await open()
  const log = lines.join('')
  expect(log).toContain('api request failed')
  expect(log).toMatch(/"at":\["\s*at /)
  expect(log).not.toMatch(/山田|花子|ヤマダ|春日|insert into/i)
})

test('the log never holds a token', async () => {
  await open()
  await app.inject({ url: '/api/operators', headers: { authorization: 'Bearer kd_himitsu' } })
  expect(lines.join('')).not.toMatch(/kd_/)
  expect(token).toMatch(/^kd_/)
})

test('what could not be written whole is not written at all', async () => {
  const before = await web.desk.verify()
  await open()
  expect(await web.desk.verify()).toEqual(before)
})
