import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from '../../src/api/openapi.ts'
import { requestFor } from '../domain/given.ts'
import { apiIn } from './api-in.ts'

interface Answer {
  readonly rows: { readonly number: string }[]
  readonly total: number
  readonly next?: string
}
let api: Awaited<ReturnType<typeof apiIn>>
const opened: string[] = []

beforeAll(async () => {
  api = await apiIn()
  for (let at = 0; at < 7; at += 1) opened.push(await api.web.do(null, 'logRequest', requestFor('ims')))
})
afterAll(() => api.gone())

const list = async (query: string) => (await api.as('sato')).get(`/cases${query}`)

test('every case is reached page by page, newest first, none twice', async () => {
  const seen: string[] = []
  let next: string | undefined
  do {
    const answer = (await list(`?size=3${next === undefined ? '' : `&page=${next}`}`)).json<Answer>()
    expect(answer.total).toBe(7)
    expect(answer.rows.length).toBeLessThanOrEqual(3)
    seen.push(...answer.rows.map(row => row.number))
    next = answer.next
  } while (next !== undefined && seen.length < 20)
  expect(seen).toEqual([...opened].reverse())
})

test.each(['?page=2', '?page=abc', '?size=0', '?size=501', '?size=x', '?state=closd'])(
  '%s is told to be wrong, not answered with another list',
  async query => {
    const answer = await list(query)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({
      issues: [{ path: query.slice(1).split('=')[0], sentence: expect.any(String) }],
    })
  },
)

test('the description says how to turn the pages', () => {
  const paths = openApi('/api').paths as Record<string, { get: { parameters: { name: string }[] } }>
  expect(paths['/cases']?.get.parameters.map(each => each.name)).toEqual(['q', 'operator', 'state', 'page', 'size'])
})
