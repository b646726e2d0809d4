import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledForm } from './filled-form.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let kanri: Browser

beforeAll(async () => {
  web = await webIn()
  kanri = await web.as('kanri')
})
afterAll(() => web.gone())

const url = '/settings/bookkeeping'
const fill = async (at: string, fields: Record<string, string>) =>
  kanri.post(url, { ...filledForm((await kanri.get(at)).body), ...fields })
const terms = async () => {
  const found = await web.desk.bookkeeping.terms(web.actor('kanri'))
  if (found === null) throw new Error('no terms')
  return found
}

describe('the settings of the books', () => {
  test('are changed for one product and stay as they are for the others', async () => {
    const before = await terms()
    const answer = await fill(`${url}?product=freee`, {
      'accounts.fees.account': '受取手数料',
      rounding: 'round',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${url}?product=freee&done=set`])
    const after = await terms()
    expect(after.products.freee.accounts.fees.account).toBe('受取手数料')
    expect(after.rounding).toBe('round')
    expect({ ...after.products, freee: null }).toEqual({ ...before.products, freee: null })
    expect((await kanri.get(`${url}?product=freee&done=set`)).body).toContain('保存しました')
  })

  test('say at the field what is wrong, and keep what was typed', async () => {
    const { statusCode, body } = await fill(url, {
      'accounts.bank.account': '',
      'substitutes.0.character': '吉田',
      'substitutes.0.text': '吉',
    })
    expect(statusCode).toBe(422)
    expect(body).toContain('預金の勘定科目')
    expect(body).toContain('href="#f-substitutes-0-')
    expect(body).toContain('value="吉田"')
  })

  test('can be emptied where they may be', async () => {
    await fill(url, { 'substitutes.0.character': '𠮷', 'substitutes.0.text': '吉', 'accounts.cash.sub': '小口' })
    expect((await terms()).substitutes).toEqual({ 𠮷: '吉' })
    await fill(url, { 'substitutes.0.character': '', 'substitutes.0.text': '', 'accounts.cash.sub': '' })
    expect((await terms()).substitutes).toEqual({})
    expect((await terms()).products.yayoi.accounts.cash.sub).toBe('')
  })

  test('are read by others and changed by an administrator', async () => {
    const ito = await web.as('ito')
    const { body } = await ito.get(url)
    expect(body).toContain('課税売上込{税率}%')
    expect(body).not.toContain('保存する')
    expect((await ito.post(url, { product: 'yayoi' })).statusCode).toBe(403)
    expect((await kanri.post(url, { product: 'yayoi', _csrf: 'x' })).statusCode).toBe(403)
  })

  test('are found from the settings', async () => {
    expect((await kanri.get('/settings')).body).toContain(`href="${url}"`)
  })
})
