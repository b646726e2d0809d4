import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerOf } from '../../src/desk/money/ledger.ts'
import { accountIn, debitIn, lineIn } from '../desk/money/statement-cast.ts'
import { requestFor } from '../domain/given.ts'
import { apiIn } from './api-in.ts'

type Api = Awaited<ReturnType<typeof apiIn>>
let api: Api
let ito: Awaited<ReturnType<Api['as']>>
let suzuki: Awaited<ReturnType<Api['as']>>
beforeAll(async () => {
  api = await apiIn()
  await accountIn(api.web)
  ito = await api.as('ito')
  suzuki = await api.as('suzuki')
})
afterAll(() => api.gone())

const entries = async () => (await ledgerOf(api.web.store.read).read()).length
const payee = { bank: 'みずほ', branch: '本店', kind: 'ordinary', number: '1234567', holder: 'ヤマダ ハナコ' }

describe('an Idempotency-Key', () => {
  test('carries an act of a line out once, for this person, act and line', async () => {
    const line = await lineIn(api.web, { payer: 'ｲﾁｶﾜ', amount: 500 })
    const other = await lineIn(api.web, { payer: 'ｲﾁｶﾜ', amount: 500 })
    const note = (of: string, who = ito) => who.post(`/lines/${of}/acts/noteLine`, { note: '照会中' }, 'k1')
    expect((await note(line)).json().repeated).toBeUndefined()
    const before = await entries()
    expect((await note(line)).json()).toMatchObject({ repeated: true, line: { id: line } })
    expect(await entries()).toBe(before)
    expect((await note(other)).json().repeated).toBeUndefined()
    expect((await note(line, suzuki)).json().repeated).toBeUndefined()
    expect(await entries()).toBe(before + 2)
  })

  test('of an act that was refused is free for the next try', async () => {
    const line = await lineIn(api.web, { payer: 'ｲﾁｶﾜ', amount: 500 })
    expect((await ito.post(`/lines/${line}/acts/takeBack`, {}, 'k2')).statusCode).toBe(409)
    await ito.post(`/lines/${line}/acts/setAside`, { reason: 'other' })
    expect((await ito.post(`/lines/${line}/acts/takeBack`, {}, 'k2')).statusCode).toBe(200)
    expect((await ito.post(`/lines/${line}/acts/takeBack`, {}, 'k2')).json().repeated).toBe(true)
  })

  test('ties a debit once and lets it go once', async () => {
    const line = await lineIn(api.web, { payer: 'ﾓﾘ', amount: 777 })
    const debit = await debitIn(api.web, { payer: 'ﾓﾘ', amount: 777 })
    const explain = () => ito.post(`/debits/${debit}/explain`, { line }, 'k3')
    expect((await explain()).statusCode).toBe(409)
    await ito.post(`/lines/${line}/acts/proposeLineRefund`, { amount: '777', payee, why: '重複' })
    await suzuki.post(`/lines/${line}/acts/approveLineRefund`, {})
    expect([(await explain()).json(), (await explain()).json()]).toEqual([
      { line: debit },
      { line: debit, repeated: true },
    ])
    const unexplain = () => ito.post(`/debits/${debit}/unexplain`, {}, 'k4')
    expect([(await unexplain()).json(), (await unexplain()).json()]).toEqual([
      { line: debit },
      { line: debit, repeated: true },
    ])
    expect((await api.web.desk.verify()).faults).toEqual([])
  })

  test('takes a scan into a case once', async () => {
    const number = await api.web.do(null, 'logRequest', requestFor('ims'), api.web.actor('sato'))
    const send = (key: string) =>
      api.app.inject({
        method: 'POST',
        url: `/api/cases/${number}/files?name=a.png`,
        headers: {
          authorization: `Bearer ${ito.token}`,
          'content-type': 'application/octet-stream',
          'idempotency-key': key,
        },
        payload: png,
      })
    const [first, again, other] = [await send('k5'), await send('k5'), await send('k6')]
    expect(first.statusCode).toBe(200)
    expect(again.json()).toEqual({ ...first.json(), repeated: true })
    expect(other.json().id).not.toBe(first.json().id)
    expect((await ito.get(`/cases/${number}/files`)).json()).toHaveLength(2)
  })

  test('prepares and signs a month once', async () => {
    api.web.at('2026-12-02')
    const months = (await ito.get('/months')).json() as { month: string; next: boolean }[]
    const month = months.find(each => each.next)?.month ?? ''
    await ito.post(`/months/${month}/prepare`, {}, 'k7')
    const before = await entries()
    expect((await ito.post(`/months/${month}/prepare`, {}, 'k7')).statusCode).toBe(200)
    expect(await entries()).toBe(before)
    const { hash } = (await suzuki.get(`/months/${month}`)).json()
    expect((await suzuki.post(`/months/${month}/sign`, { hash }, 'k8')).statusCode).toBe(200)
    expect((await suzuki.post(`/months/${month}/sign`, { hash }, 'k8')).statusCode).toBe(200)
    expect((await suzuki.post(`/months/${month}/sign`, { hash })).statusCode).toBe(409)
  })
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
