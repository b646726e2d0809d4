import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '../../src/api/openapi.ts'
import { instrumentPathOf } from '../../src/api/openapi-instruments.ts'
import { instrumentActNames, instrumentRuleOf } from '../../src/domain/money/instrument-acts.ts'
import { requestFor } from '../domain/given.ts'
import { apiIn } from './api-in.ts'

type Api = Awaited<ReturnType<typeof apiIn>>
let api: Api
let ito: Awaited<ReturnType<Api['as']>>
let number: string

beforeAll(async () => {
  api = await apiIn()
  ito = await api.as('ito')
  const { web } = api
  number = await web.do(null, 'logRequest', requestFor('ims'), web.actor('sato'))
  const orders = [{ face: '1000', issuedOn: '2026-11-01' }]
  const fee = { means: 'postal_order', amount: '1000', receivedOn: '2026-11-21', orders }
  await web.do(number, 'receiveFee', fee as never, web.actor('ito'))
  const iij = await web.do(null, 'logRequest', requestFor('iij'), web.actor('sato'))
  const stamps = { means: 'stamps', amount: '220', receivedOn: '2026-11-21', stamps: [{ face: '110', count: '2' }] }
  await web.do(iij, 'receiveFee', stamps as never, web.actor('ito'))
})
afterAll(() => api.gone())

const cashing = () => ({
  orders: [{ caseNumber: number, receipt: 'r1', nth: 1 }],
  on: '2026-11-21',
  where: '新宿郵便局',
  into: 'cash',
})
const use = { operator: 'iij', stamps: [{ face: 110, count: 1 }], on: '2026-11-21', purpose: 'postage' }

describe('/api/instruments', () => {
  test('tells orders, stamps and cash of the operators that the token serves', async () => {
    expect((await ito.get('/instruments')).json()).toMatchObject({
      orders: [{ caseNumber: number, face: 1000, lastDay: '2027-05-01', state: 'held' }],
      pools: [
        { operator: 'iij', stamps: { faces: [{ face: 110, count: 2 }], unknown: 0, yen: 220 }, cash: 0 },
        { operator: 'ims', stamps: { yen: 0 }, cash: 0 },
      ],
      banked: [],
    })
    const { orders, pools } = (await (await api.as('tanaka')).get('/instruments')).json()
    expect([orders, pools.map((pool: { operator: string }) => pool.operator)]).toEqual([[], ['iij']])
    expect((await api.app.inject('/api/instruments')).statusCode).toBe(401)
  })

  test('cashes once under one key', async () => {
    const first = await ito.post('/instruments/cash-orders', cashing(), 'k1')
    expect([first.statusCode, first.json().entries]).toEqual([200, [expect.any(Number)]])
    expect((await ito.post('/instruments/cash-orders', cashing(), 'k1')).json()).toEqual({
      ...first.json(),
      repeated: true,
    })
    const again = await ito.post('/instruments/cash-orders', cashing(), 'k2')
    expect([again.statusCode, again.json()]).toEqual([
      409,
      { refused: 'order_not_held', field: 'orders', sentence: expect.stringContaining('手もとにない') },
    ])
  })

  test('says no by a code, and names every field that was not read', async () => {
    expect((await ito.post('/instruments/use-stamps', use)).statusCode).toBe(200)
    const most = await ito.post('/instruments/use-stamps', { ...use, stamps: [{ face: 110, count: 2 }] })
    expect([most.statusCode, most.json().about]).toEqual([409, { face: 110, most: 1 }])
    const wrong = await ito.post('/instruments/use-stamps', { ...use, on: 'きのう', purpose: 'lost' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json().issues.map((issue: { path: string; code: string }) => [issue.path, issue.code])).toEqual([
      ['on', 'day_not_read'],
      ['purpose', 'choose_one'],
    ])
    expect((await (await api.as('takahashi')).post('/instruments/use-stamps', use)).statusCode).toBe(403)
  })

  test('is described act by act with the fields that its schema checks', () => {
    const described = openApi('/api')
    const paths = described.paths as Record<string, { post?: { requestBody: object; summary: string } }>
    for (const act of instrumentActNames) {
      const post = paths[instrumentPathOf(act)]?.post
      expect(post?.summary).toMatch(/[ぁ-んァ-ン一-龠]/)
      const shape = Object.keys((instrumentRuleOf(act).body as { shape: object }).shape)
      expect(JSON.stringify(post?.requestBody)).toContain(`"${shape.at(-1)}"`)
    }
    expect(instrumentPathOf('cashOrders')).toBe('/instruments/cash-orders')
    expect(JSON.parse(JSON.stringify(described))).toEqual(described)
  })
})
