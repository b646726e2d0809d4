import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '../../src/api/openapi.ts'
import { lineActPathOf } from '../../src/api/openapi-lines.ts'
import { lineActNames, lineRuleOf } from '../../src/domain/money/line-acts.ts'
import { owingCase, people } from '../desk/money/settling-story.ts'
import { accountIn, debitIn, lineIn } from '../desk/money/statement-cast.ts'
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

const credit = (amount = 3300) => lineIn(api.web, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount })
const act = (line: string, name: string) => `/lines/${line}/acts/${name}`
const payee = { bank: 'みずほ銀行', branch: '本店', kind: 'ordinary', number: '1234567', holder: 'ヤマダ ハナコ' }
const refund = (amount: string) => ({ amount, payee, why: '該当する請求がない' })

describe('/api/lines', () => {
  test('tells a line with its state, its entries and what the token may do with it', async () => {
    const line = await credit()
    expect((await ito.get(`/lines/${line}`)).json()).toMatchObject({
      line: { id: line, in: 3300, payer: 'ｲﾁｶﾜ ﾊﾙｺ', cancels: null },
      account: { id: 'A1', operators: ['ims'] },
      seq: 1,
      state: { rest: 3300, given: 0 },
      entries: [{ kind: 'line_in', amount: 3300 }],
      permitted: ['setAside', 'noteLine', 'proposeLineRefund', 'requestRecall'],
    })
    expect((await (await api.as('takahashi')).get(`/lines/${line}`)).json().permitted).toEqual([])
    expect((await (await api.as('tanaka')).get(`/lines/${line}`)).statusCode).toBe(404)
    expect((await ito.get('/lines/L999')).statusCode).toBe(404)
    expect((await api.app.inject(`/api/lines/${line}`)).statusCode).toBe(401)
  })

  test('two people send money back, and only who approves it sees to whom', async () => {
    const line = await credit()
    expect((await ito.post(act(line, 'proposeLineRefund'), refund('3300'))).json()).toMatchObject({
      state: { refund: { amount: 3300, approved: false } },
      words: [{ field: 'why', value: '該当する請求がない' }],
    })
    const { words } = (await suzuki.get(`/lines/${line}`)).json()
    expect(words).toContainEqual(expect.objectContaining({ field: 'payee', value: payee }))
    expect((await ito.post(act(line, 'approveLineRefund'), {})).statusCode).toBe(403)
    expect((await suzuki.post(act(line, 'approveLineRefund'), {})).json()).toMatchObject({
      state: { rest: 0, refund: { approved: true } },
    })
  })

  test('says no by a code, and names every field that was not read', async () => {
    const line = await credit()
    const wrong = await ito.post(act(line, 'proposeLineRefund'), { ...refund('千円'), why: '' })
    expect([wrong.statusCode, wrong.json().issues.map((issue: { path: string }) => issue.path)]).toEqual([
      422,
      ['amount', 'why'],
    ])
    const most = await ito.post(act(line, 'proposeLineRefund'), refund('3301'))
    expect([most.statusCode, most.json()]).toMatchObject([409, { refused: 'line_used_up', field: 'amount' }])
    expect((await ito.post(act(line, 'takeBack'), {})).json()).toMatchObject({ refused: 'not_set_aside' })
    expect((await ito.post(act(line, 'shred'), {})).statusCode).toBe(404)
    expect((await (await api.as('tanaka')).post(act(line, 'noteLine'), { note: 'x' })).statusCode).toBe(404)
    expect((await (await api.as('takahashi')).post(act(line, 'noteLine'), { note: 'x' })).statusCode).toBe(403)
  })

  test('does nothing for who read an older state', async () => {
    const line = await credit()
    const send = (match: string) =>
      api.app.inject({
        method: 'POST',
        url: `/api${act(line, 'noteLine')}`,
        headers: { authorization: `Bearer ${ito.token}`, 'if-match': match },
        payload: { note: '銀行に照会中' },
      })
    expect((await send('"1"')).statusCode).toBe(200)
    const again = await send('"1"')
    expect([again.statusCode, again.json().refused]).toEqual([412, 'stale'])
    expect((await send('one')).statusCode).toBe(400)
    expect((await ito.get(`/lines/${line}`)).json().seq).toBe(2)
  })
})

describe('/api/debits', () => {
  test('a debit is tied to the refund that waits to leave, and let go again', async () => {
    const line = await credit(1234)
    const debit = await debitIn(api.web, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 1234 })
    await ito.post(act(line, 'proposeLineRefund'), refund('1234'))
    await suzuki.post(act(line, 'approveLineRefund'), {})
    const waiting = expect.objectContaining({ what: 'refund', line, amount: 1234 })
    const before = (await ito.get('/debits')).json()
    expect(before.open).toContainEqual(expect.objectContaining({ line: debit, amount: 1234, unexplained: 1234 }))
    expect(before.leaving).toContainEqual(waiting)
    const done = await ito.post(`/debits/${debit}/explain`, { line })
    expect([done.statusCode, done.json()]).toEqual([200, { line: debit }])
    expect((await ito.get('/debits')).json().open).toEqual([])
    const again = await ito.post(`/debits/${debit}/explain`, { line })
    expect([again.statusCode, again.json().refused]).toEqual([409, 'nothing_to_explain'])
    expect((await ito.post(`/debits/${debit}/unexplain`, {})).statusCode).toBe(200)
    expect((await ito.get('/debits')).json().leaving).toContainEqual(waiting)
    expect((await api.web.desk.verify()).faults).toEqual([])
  })

  test('a debit proves the refund of a case, named as people write its number', async () => {
    const { web } = api
    const number = await owingCase(web, people.hanako, web.actor('sato'))
    const line = await lineIn(web, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 5000 })
    await ito.post(`/reconcile/lines/${line}/allocate`, { parts: [{ caseNumber: number, amount: 5000, hold: true }] })
    const asked = { receipt: 'r1', amount: '1700', payee, reason: '払い過ぎ' }
    await web.do(number, 'proposeRefund', asked as never, web.actor('ito'))
    await web.do(number, 'approveRefund', { receipt: 'r1' }, web.actor('suzuki'))
    const debit = await debitIn(web, { payer: 'X', amount: 1700 })
    const written = `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`
    const done = await ito.post(`/debits/${debit}/explain`, { caseNumber: written, receipt: 'r1' })
    expect([done.statusCode, done.json()]).toEqual([200, { line: debit }])
    const again = await ito.post(`/debits/${debit}/explain`, { caseNumber: number, receipt: 'r1' })
    expect([again.statusCode, again.json().refused]).toEqual([409, 'nothing_to_explain'])
  })

  test('a debit says which credit the bank corrects by it, and is tied to that one alone', async () => {
    const [wrong, other] = [await credit(618), await credit(618)]
    const cancels = JSON.stringify({ why: 'corrected', line: wrong })
    const debit = await debitIn(api.web, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 618, more: { cancels } })
    expect((await ito.get('/debits')).json().open).toContainEqual(
      expect.objectContaining({ line: debit, corrects: wrong }),
    )
    expect((await ito.post(`/debits/${debit}/explain`, { line: other })).json().refused).toBe('nothing_to_explain')
    expect((await ito.post(`/debits/${debit}/explain`, { line: wrong })).statusCode).toBe(200)
    const { state, entries } = (await ito.get(`/lines/${wrong}`)).json()
    expect([state.rest, entries.at(-1).kind]).toEqual([0, 'corrected'])
    expect((await ito.post(`/debits/${debit}/unexplain`, {})).statusCode).toBe(200)
    expect((await ito.get(`/lines/${wrong}`)).json().state.rest).toBe(618)
  })

  test('what is not there, not read, not allowed and not fitting are told apart', async () => {
    const debit = await debitIn(api.web, { payer: 'X', amount: 77 })
    const path = `/debits/${debit}/explain`
    const unread = await ito.post(path, { caseNumber: '26000011' })
    expect(unread.json().issues.map((each: { path: string; code: string }) => [each.path, each.code])).toEqual([
      ['caseNumber', 'case_number_not_read'],
      ['receipt', 'required'],
    ])
    expect(unread.statusCode).toBe(422)
    expect((await ito.post(path, { line: 'L999' })).json()).toMatchObject({ refused: 'unknown_line' })
    expect((await ito.post('/debits/L999/explain', { line: 'L1' })).statusCode).toBe(404)
    expect((await (await api.as('tanaka')).post(path, { line: 'L1' })).statusCode).toBe(404)
    expect((await (await api.as('takahashi')).post(path, { line: 'L1' })).statusCode).toBe(403)
    expect((await (await api.as('takahashi')).post(`/debits/${debit}/unexplain`, {})).statusCode).toBe(403)
    expect((await (await api.as('tanaka')).get('/debits')).json()).toEqual({ open: [], leaving: [] })
  })
})

test('every act stands in the description with the fields that its schema checks', () => {
  const paths = openApi('/api').paths as Record<string, { post?: { requestBody: object; summary: string } }>
  for (const name of lineActNames) {
    const described = paths[lineActPathOf(name)]?.post
    expect(described?.summary).toMatch(/[ぁ-んァ-ン一-龠]/)
    for (const field of Object.keys(lineRuleOf(name).body.shape))
      expect(JSON.stringify(described?.requestBody)).toContain(`"${field}"`)
  }
  expect(JSON.stringify(paths['/debits/{id}/explain']?.post?.requestBody)).toContain('"receipt"')
})
