import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { filledForm } from './filled-form.ts'
import { type Browser, passwordOf, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser
let suzuki: Browser

beforeEach(async () => {
  web = await webIn()
  const number = await web.do(null, 'logRequest', requestFor('ims'), web.actor('sato'))
  await web.do(number, 'receiveFee', { means: 'transfer', amount: '3500', receivedOn: '2026-11-20' }, web.actor('ito'))
  // Sessions last eight hours: people sign in when the month is over.
  web.at('2026-12-02')
  ito = await web.as('ito')
  suzuki = await web.as('suzuki')
})
afterEach(() => web.gone())

const url = '/money/months/2026-11'
const prepared = () => ito.post(`${url}/prepare`, {})
const signed = async (more: Record<string, string> = {}) =>
  suzuki.post(`${url}/sign`, {
    ...filledForm((await suzuki.get(url)).body),
    _password: passwordOf('suzuki'),
    ...more,
  })

describe('the months', () => {
  test('stand in a list with their state and who stood for them', async () => {
    const open = (await ito.get('/money/months')).body
    expect(open).toContain('2026年11月')
    expect(open).toContain('次に締める月')
    expect(open).toContain('開いている（月の途中）')
    await prepared()
    expect((await ito.get('/money/months')).body).toContain('作成済み')
    await signed()
    const { body } = await ito.get('/money/months')
    expect(body).toContain('締め済み')
    expect(body.indexOf('伊藤')).toBeLessThan(body.indexOf('鈴木', body.indexOf('<tbody')))
  })

  test('show the sheet, every table with its tie-out', async () => {
    const { body } = await ito.get(url)
    for (const text of [
      '受入れと行き先（全体）',
      '手数料に充当',
      '3,300',
      '月末の預り金（案件）',
      '200',
      '一致',
      '株式会社IMS',
    ])
      expect(body).toContain(text)
    expect(body).not.toContain('差あり')
  })

  test('are prepared by a cashier and signed by an approver with the password', async () => {
    const made = await prepared()
    expect([made.statusCode, made.headers.location]).toEqual([303, `${url}?done=prepared`])
    expect((await ito.get(`${url}?done=prepared`)).body).toContain('別の決裁者が内容を確かめて、承認します')
    expect((await ito.get(url)).body).not.toContain('name="_password"')
    const wrong = await signed({ _password: 'chigau-aikotoba' })
    expect(wrong.statusCode).toBe(422)
    const answer = await signed()
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${url}?done=signed`])
    expect((await suzuki.get(url)).body).toContain('この月は締め済みです')
  })

  test('are not signed once the ledger has moved, and say so', async () => {
    await prepared()
    const seen = /name="hash" value="([0-9a-f]{64})"/.exec((await suzuki.get(url)).body)?.[1] ?? ''
    expect(seen).not.toBe('')
    const number = await web.do(null, 'logRequest', requestFor('ims'), web.actor('sato'))
    await web.do(number, 'receiveFee', { means: 'transfer', amount: '1', receivedOn: '2026-11-30' }, web.actor('ito'))
    const answer = await suzuki.post(`${url}/sign`, { hash: seen, _password: passwordOf('suzuki') })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('作成された後に記帳が変わりました')
  })

  test('are not closed before they are over, nor by others', async () => {
    const running = await ito.post('/money/months/2026-12/prepare', {})
    expect([running.statusCode, running.body.includes('まだ終わっていません')]).toEqual([409, true])
    const auditor = await web.as('takahashi')
    expect((await auditor.get(url)).statusCode).toBe(200)
    expect((await auditor.post(`${url}/prepare`, {})).statusCode).toBe(403)
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get('/money/months')).body).toContain('すべての事業者を担当する人だけ')
    for (const path of [url, '/money/exports', '/settings/bookkeeping'])
      expect((await tanaka.get(path)).statusCode).toBe(403)
    expect((await tanaka.get(`${url}/sheet.pdf`)).statusCode).toBe(404)
  })

  test('refuse a form without its token, and a month that is none', async () => {
    expect((await ito.post(`${url}/prepare`, { _csrf: 'x' })).statusCode).toBe(403)
    for (const path of ['/money/months/2026-13', '/money/months/x', '/money/months/2026-13/sheet.csv'])
      expect((await ito.get(path)).statusCode).toBe(404)
  })

  test('come as PDF and as a table for a spreadsheet', async () => {
    const pdf = await ito.get(`${url}/sheet.pdf`)
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    const csv = await ito.get(`${url}/sheet.csv`)
    expect(csv.headers['content-disposition']).toContain('month-sheet-2026-11.csv')
    expect(csv.body).toContain('"全体","","受入れ","3500",""')
    expect(csv.body).toContain('"事業者別","株式会社IMS","手数料に充当","3300",""')
    expect(csv.body).toContain('"照合","","元帳の番号に欠けがない（欠番の数）","0","一致"')
  })
})
