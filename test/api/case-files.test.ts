import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '../../src/api/openapi.ts'
import { MOST_SCAN_BYTES } from '../../src/desk/scans/scan.ts'
import { javaScript, pdf } from '../desk/papers.ts'
import { requestFor } from '../domain/given.ts'
import type { Cast } from '../web/web-in.ts'
import { apiIn } from './api-in.ts'

let api: Awaited<ReturnType<typeof apiIn>>
let number: string
beforeAll(async () => {
  api = await apiIn()
  number = await api.web.do(null, 'logRequest', requestFor('ims'), api.web.actor('sato'))
})
afterAll(() => api.gone())

const send = async (bytes: Buffer, who: Cast = 'sato', to = number) =>
  api.app.inject({
    method: 'POST',
    url: `/api/cases/${to}/files?name=${encodeURIComponent('請求書 髙﨑.pdf')}`,
    headers: { authorization: `Bearer ${(await api.as(who)).token}`, 'content-type': 'application/octet-stream' },
    payload: bytes,
  })
const kept = async () => (await (await api.as('sato')).get(`/cases/${number}/files`)).json()

describe('/api/cases/{number}/files', () => {
  test('keeps a scan with the case', async () => {
    const added = await send(await pdf())
    expect([added.statusCode, added.json()]).toMatchObject([
      200,
      { caseNumber: number, name: '請求書 髙﨑.pdf', type: 'application/pdf' },
    ])
    expect(await kept()).toEqual([added.json()])
  })

  test.each([
    ['nothing at all', 'file_empty', async () => Buffer.alloc(0)],
    ['a page that calls itself PDF', 'file_not_accepted', async () => Buffer.from('<html></html>')],
    ['a PDF that runs a script', 'file_active', javaScript],
  ])('refuses %s as the page does, and leaves nothing behind', async (_what, code, bytes) => {
    const before = await kept()
    const no = await send(await bytes())
    expect([no.statusCode, no.json().issues]).toEqual([
      422,
      [{ path: 'file', code, sentence: expect.stringMatching(/。$/) }],
    ])
    expect(await kept()).toEqual(before)
  })

  test('says how large a file may be', async () => {
    const no = await send(Buffer.alloc(MOST_SCAN_BYTES + 1))
    expect([no.statusCode, no.json().issues[0]]).toMatchObject([413, { code: 'file_too_large' }])
    expect(no.json().issues[0].sentence).toContain('20メガバイト以内')
  })

  test('takes none from an auditor, and knows no case of another operator', async () => {
    expect((await send(await pdf(), 'takahashi')).statusCode).toBe(403)
    expect((await send(await pdf(), 'tanaka')).statusCode).toBe(404)
    expect((await send(await pdf(), 'sato', '26999999')).statusCode).toBe(404)
  })
})

test('no two operations of the description bear one name', () => {
  const operations = Object.values(openApi('/api').paths as Record<string, Record<string, { operationId: string }>>)
  const ids = operations.flatMap(path => Object.values(path).map(each => each.operationId))
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})
