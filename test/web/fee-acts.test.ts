import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { account, requestFor } from '../domain/given.ts'
import { type Browser, passwordOf, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let [sato, ito, suzuki] = [] as unknown as [Browser, Browser, Browser]
let number: string

beforeAll(async () => {
  web = await webIn()
  ;[sato, ito, suzuki] = await Promise.all([web.as('sato'), web.as('ito'), web.as('suzuki')])
})
afterAll(() => web.gone())
beforeEach(async () => {
  number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
})

const act = (verb: string) => `/cases/${number}/acts/${verb}`
const receipts = async () => (await web.desk.kase(number, sato.by))?.kase.fee.receipts
const receive = (means: 'transfer' | 'registered_cash' | 'cash', amount: string) =>
  web.do(number, 'receiveFee', { means, amount, receivedOn: '2026-11-21' }, ito.by)
const payee = Object.fromEntries(Object.entries(account).map(([part, value]) => [`payee.${part}`, value]))

describe('an envelope of cash', () => {
  test('is counted again on a page that shows no sum', async () => {
    await receive('registered_cash', '3,287')
    const page = await sato.get(act('recountCash'))
    expect(page.body).toContain('開いて数えた額')
    expect(page.body).not.toMatch(/3,?287/)
    // Nor does any page that the second person has passed on the way there.
    for (const path of [`/cases/${number}`, '/money', '/money?state=all']) {
      const { body } = await sato.get(path)
      expect(body).toContain(number.slice(2, 7))
      expect(body).not.toMatch(/3,?287/)
    }
    expect((await ito.fill(act('recountCash'), { receipt: 'r1', amount: '3287' })).body).toContain(
      '自分で数えた現金は、自分では確かめられません。',
    )
    await sato.fill(act('recountCash'), { receipt: 'r1', amount: '3200' })
    expect(await receipts()).toMatchObject([{ held: 'count_unconfirmed', miscounts: 1 }])
    expect((await sato.get(`/cases/${number}`)).body).toContain('二人目が数えましたが、額が合いませんでした。')
    await sato.fill(act('recountCash'), { receipt: 'r1', amount: '３，２８７' })
    expect(await receipts()).toMatchObject([{ applied: 3287 }])
    expect((await sato.get(`/cases/${number}`)).body).toContain('3,287円')
  })
})

describe('a refund by transfer', () => {
  test('is told with its account to who approves it and to who sends it', async () => {
    await receive('transfer', '5000')
    const form = await ito.get(act('proposeRefund'))
    // The sum that is owed back stands there already.
    expect(form.body).toMatch(/name="amount"[^>]*value="1700"|value="1700"[^>]*name="amount"/)
    for (const label of [
      '返金する額',
      '返金する理由',
      '振込先',
      '銀行名',
      '支店名',
      '口座の種類',
      '口座番号',
      '口座名義（カナ）',
    ])
      expect(form.body).toContain(label)
    const wrong = await ito.fill(act('proposeRefund'), {
      amount: '1700',
      reason: '過払い',
      ...payee,
      'payee.number': 'x',
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('<a href="#f-payee-number">口座番号：口座番号を読み取れませんでした。')
    await ito.fill(act('proposeRefund'), { receipt: 'r1', amount: '1700', reason: '過払い', ...payee })
    const told = await suzuki.get(act('approveRefund'))
    expect(told.body).toMatch(/1,700円<\/b>（承認待ち）/)
    expect(told.body).toContain('○○銀行 熊本支店 普通 1234567　ヤマダ ハナコ')
    await suzuki.fill(act('approveRefund'), { receipt: 'r1', _password: passwordOf('suzuki') })
    expect((await ito.get(act('refundFee'))).body).toContain('承認済み・振込待ち')
    const sent = { receipt: 'r1', amount: '1700', means: 'transfer', reason: '過払い', _password: passwordOf('ito') }
    await ito.fill(act('refundFee'), { ...sent, on: '2026/11/21' })
    expect(await receipts()).toMatchObject([{ refunded: 1700 }])
  })

  test('keeps its account out of the journal', async () => {
    await receive('transfer', '5000')
    await ito.fill(act('proposeRefund'), { receipt: 'r1', amount: '1700', reason: '過払い', ...payee })
    const history = await web.desk.history(number, suzuki.by)
    expect(JSON.stringify(history)).not.toMatch(/1234567|ヤマダ/)
  })
})

test.each(['receiveLine', 'releaseLine', 'linkLine', 'refundSent', 'refundUnsent', 'recordPackage'])(
  '%s has no page',
  async verb => {
    expect((await ito.get(act(verb))).statusCode).toBe(404)
    expect((await ito.post(act(verb), { receipt: 'r1', amount: '1', line: 'n1' })).statusCode).toBe(404)
  },
)
