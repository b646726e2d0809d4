import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, debitIn, lineIn } from '../desk/money/statement-cast.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser
beforeAll(async () => {
  web = await webIn()
  ito = await web.as('ito')
  await accountIn(web)
})
afterAll(() => web.gone())

const credit = () => lineIn(web, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 3300 })
const at = (line: string, act: string) => `/money/lines/${line}/acts/${act}`
const payee = {
  'payee.bank': 'みずほ銀行',
  'payee.branch': '本店',
  'payee.kind': 'ordinary',
  'payee.number': '1234567',
  'payee.holder': 'ヤマダ ハナコ',
}

describe('the acts of a line', () => {
  test('are offered on its page as far as they are permitted', async () => {
    const line = await credit()
    const { body } = await ito.get(`/money/lines/${line}`)
    expect(body).toContain(at(line, 'setAside'))
    expect(body).toContain(at(line, 'proposeLineRefund'))
    expect(body).not.toContain(at(line, 'takeBack'))
    expect(body).not.toContain(at(line, 'agreeToRecall'))
  })

  test('propose a refund with the whole sum filled in; the approver sees to whom it goes', async () => {
    const line = await credit()
    expect((await ito.get(at(line, 'proposeLineRefund'))).body).toContain('value="3300"')
    const done = await ito.fill(at(line, 'proposeLineRefund'), { ...payee, amount: '3300', why: '該当する請求がない' })
    expect([done.statusCode, done.headers.location]).toEqual([303, `/money/lines/${line}`])
    const { body } = await (await web.as('suzuki')).get(at(line, 'approveLineRefund'))
    expect(body).toContain('ヤマダ ハナコ')
    expect(body).toContain('3,300円')
    expect((await (await web.as('suzuki')).fill(at(line, 'approveLineRefund'), {})).statusCode).toBe(303)
  })

  test('say at the field what cannot be read, and keep what was typed', async () => {
    const line = await credit()
    const wrong = await ito.fill(at(line, 'proposeLineRefund'), {
      ...payee,
      amount: '千円',
      'payee.number': '12',
      why: '<b>',
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('千円')
    expect(wrong.body).toContain('&lt;b>')
    expect(wrong.body).toContain('f-amount-issue')
  })

  test('refuse outsiders, a missing token, an unknown act and a second sending', async () => {
    const line = await credit()
    expect((await (await web.as('tanaka')).get(`/money/lines/${line}`)).statusCode).toBe(404)
    expect((await (await web.as('tanaka')).post(at(line, 'setAside'), { reason: 'other' })).statusCode).toBe(404)
    expect((await (await web.as('takahashi')).post(at(line, 'setAside'), { reason: 'other' })).statusCode).toBe(403)
    expect((await ito.post(at(line, 'setAside'), { reason: 'other', _csrf: 'x' })).statusCode).toBe(403)
    expect((await ito.get(at(line, 'shred'))).statusCode).toBe(404)
    const seen = { reason: 'other', _seen: '1' }
    expect((await ito.post(at(line, 'setAside'), seen)).statusCode).toBe(303)
    expect((await ito.post(at(line, 'setAside'), seen)).statusCode).toBe(409)
  })
})

describe('出金', () => {
  test('a debit is tied to the refund of its amount, and let go again', async () => {
    const line = await lineIn(web, { payer: 'ﾓﾘ ｱｵｲ', amount: 1234 })
    const debit = await debitIn(web, { payer: 'ﾓﾘ ｱｵｲ', amount: 1234 })
    await ito.fill(at(line, 'proposeLineRefund'), { ...payee, amount: '1,234円', why: '重複' })
    await (await web.as('suzuki')).fill(at(line, 'approveLineRefund'), {})
    const { body } = await ito.get('/money/debits')
    expect(body).toContain(`value="line:${line}"`)
    expect((await ito.post(`/money/lines/${debit}/explain`, { of: `line:${line}` })).statusCode).toBe(303)
    expect((await ito.get('/money/debits')).body).not.toContain(`value="line:${line}"`)
    const again = await ito.post(`/money/lines/${debit}/explain`, { of: `line:${line}` })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('この出金に結び付く返金、組戻し又は訂正がありません。')
    expect((await ito.get(`/money/lines/${debit}`)).body).toContain('結び付けを外す')
    expect((await ito.post(`/money/lines/${debit}/unexplain`, {})).statusCode).toBe(303)
    expect((await web.desk.verify()).faults).toEqual([])
  })

  test('a debit by which the bank corrects its own credit is tied to that credit with one press', async () => {
    const line = await lineIn(web, { payer: 'ｺﾞﾆｭｳｷﾝ', amount: 555 })
    const cancels = JSON.stringify({ why: 'corrected', line })
    const debit = await debitIn(web, { payer: 'ｺﾞﾆｭｳｷﾝ', amount: 555, more: { cancels } })
    const { body } = await ito.get('/money/debits')
    expect(body).toContain(`銀行の訂正　明細 ${line}`)
    expect((await (await web.as('takahashi')).get('/money/debits')).body).not.toContain('銀行の訂正　明細')
    expect((await ito.post(`/money/lines/${debit}/explain`, { of: `line:${line}` })).statusCode).toBe(303)
    expect((await ito.get('/money/debits')).body).not.toContain(`/money/lines/${debit}`)
    expect((await ito.get(`/money/lines/${line}`)).body).toContain('銀行の訂正　555円')
    expect((await ito.post(`/money/lines/${debit}/unexplain`, {})).statusCode).toBe(303)
    expect((await ito.get(`/money/lines/${line}`)).body).toContain('銀行の訂正の取消　555円')
    expect((await web.desk.verify()).faults).toEqual([])
  })

  test('nothing chosen, nobody allowed', async () => {
    const debit = await debitIn(web, { payer: 'X', amount: 77 })
    expect((await ito.post(`/money/lines/${debit}/explain`, {})).statusCode).toBe(422)
    expect(
      (await (await web.as('takahashi')).post(`/money/lines/${debit}/explain`, { of: 'line:L1' })).statusCode,
    ).toBe(403)
    expect((await (await web.as('takahashi')).post(`/money/lines/${debit}/unexplain`, {})).statusCode).toBe(403)
  })
})
