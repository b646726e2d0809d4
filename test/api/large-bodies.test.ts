import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiIn } from './api-in.ts'

const MB = 1024 * 1024
let api: Awaited<ReturnType<typeof apiIn>>
beforeAll(async () => {
  api = await apiIn()
})
afterAll(() => api.gone())

/** Thirty megabytes that count what was taken of them. */
const large = () => {
  const taken = { megabytes: 0 }
  const stream = new Readable({
    highWaterMark: MB,
    read() {
      taken.megabytes += 1
      this.push(taken.megabytes > 30 ? null : Buffer.alloc(MB, 65))
    },
  })
  return { taken, stream }
}
const send = async (url: string, headers: Record<string, string>) => {
  const { taken, stream } = large()
  const answer = await api.app.inject({
    method: 'POST',
    url: `/api${url}`,
    headers: { 'content-type': 'application/octet-stream', ...headers },
    payload: stream,
  })
  return { answer, taken }
}

test.each(['/statements', '/cases/26000010/files', '/cases/26000010/acts/addNote'])(
  'a stranger is turned away from %s before the body is read',
  async url => {
    const { answer, taken } = await send(url, {})
    expect([answer.statusCode, answer.json()]).toMatchObject([401, { error: 'no_token' }])
    expect(taken.megabytes).toBeLessThan(5)
  },
)

test('a known sender too sends files of that size only where files are taken', async () => {
  const { token } = await api.as('sato')
  const { answer } = await send('/cases/26000010/acts/addNote', { authorization: `Bearer ${token}` })
  expect(answer.statusCode).toBe(413)
})
