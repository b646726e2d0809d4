import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { apiIn } from './api-in.ts'

type Api = Awaited<ReturnType<typeof apiIn>>
let api: Api
let ito: Awaited<ReturnType<Api['as']>>
let suzuki: Awaited<ReturnType<Api['as']>>
beforeEach(async () => {
  api = await apiIn()
  const { web } = api
  const number = await web.do(null, 'logRequest', requestFor('ims'), web.actor('sato'))
  await web.do(number, 'receiveFee', { means: 'transfer', amount: '3500', receivedOn: '2026-11-20' }, web.actor('ito'))
  web.at('2026-12-02')
  ito = await api.as('ito')
  suzuki = await api.as('suzuki')
})
afterEach(() => api.gone())

const url = '/months/2026-11'
const exported = '/exports?product=yayoi&from=2026-11-01&to=2026-11-30'

describe('/api/months', () => {
  test('is prepared by one person and signed by another with the hash of the sheet', async () => {
    expect((await ito.get('/months')).json()).toMatchObject([
      { month: '2026-12', state: 'running' },
      { month: '2026-11', state: 'open', next: true },
    ])
    const none = await suzuki.post(`${url}/sign`, { hash: '0'.repeat(64) })
    expect([none.statusCode, none.json().refused]).toEqual([409, 'month_not_prepared'])
    const made = await ito.post(`${url}/prepare`, {})
    expect([made.statusCode, made.json()]).toMatchObject([200, { state: 'prepared', prepared: { name: '伊藤' } }])
    const { hash, sheet, bars } = (await suzuki.get(url)).json()
    expect(bars).toEqual({ prepare: null, sign: null })
    expect(sheet.proofs.every((proof: { holds: boolean }) => proof.holds)).toBe(true)
    expect((await ito.post(`${url}/sign`, { hash })).statusCode).toBe(403)
    expect((await suzuki.post(`${url}/sign`, { hash: '0'.repeat(64) })).json()).toMatchObject({
      refused: 'sheet_moved',
      sentence: expect.stringContaining('記帳が変わりました'),
    })
    const signed = await suzuki.post(`${url}/sign`, { hash })
    expect([signed.statusCode, signed.json()]).toMatchObject([200, { state: 'signed', signed: { name: '鈴木' } }])
    expect((await suzuki.post(`${url}/sign`, { hash })).json()).toMatchObject({ refused: 'month_signed' })
  })

  test('is not signed by who prepared it, nor without the hash', async () => {
    await suzuki.post(`${url}/prepare`, {})
    const { hash } = (await suzuki.get(url)).json()
    const same = await suzuki.post(`${url}/sign`, { hash })
    expect([same.statusCode, same.json().refused]).toEqual([403, 'same_person'])
    for (const body of [{}, { hash: 'latest' }]) {
      const unread = await suzuki.post(`${url}/sign`, body)
      expect([unread.statusCode, unread.json().issues[0].path]).toEqual([422, 'hash'])
    }
  })

  test('gives its sheet on paper and for a spreadsheet', async () => {
    const pdf = await ito.get(`${url}/sheet.pdf`)
    expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
      'application/pdf',
      '%PDF-',
    ])
    const csv = await ito.get(`${url}/sheet.csv`)
    expect(csv.headers['content-disposition']).toBe('attachment; filename="month-sheet-2026-11.csv"')
    expect(csv.body).toContain('"手数料に充当","3300"')
  })

  test('of an operator that the desk does not have is refused, not empty', async () => {
    const wrong = await ito.get('/exports?product=freee&from=2026-10-01&to=2026-10-31&operator=nai')
    expect([wrong.statusCode, wrong.json().issues]).toEqual([
      422,
      [
        {
          path: 'operator',
          code: 'operator_unknown',
          sentence: 'その事業者は登録されていません。事業者を確かめてください。',
        },
      ],
    ])
    expect((await ito.get('/exports?product=freee&from=2026-10-01&to=2026-10-31&operator=ims')).statusCode).toBe(200)
  })

  test('is there only for those who serve every operator', async () => {
    const tanaka = await api.as('tanaka')
    for (const path of ['/months', url, `${url}/sheet.pdf`, `${url}/sheet.csv`, exported]) {
      const no = await tanaka.get(path)
      expect([path, no.statusCode, no.json().refused]).toEqual([path, 403, 'not_allowed'])
    }
    expect((await tanaka.post(`${url}/prepare`, {})).statusCode).toBe(403)
    expect((await ito.get('/months/2026-13')).statusCode).toBe(404)
    expect((await api.app.inject(`/api${url}`)).statusCode).toBe(401)
    expect((await ito.post('/months/2026-12/prepare', {})).json()).toMatchObject({ refused: 'month_running' })
  })
})

describe('/api/exports', () => {
  test('gives the file in the encoding of the product', async () => {
    const yayoi = await ito.get(exported)
    expect(yayoi.headers['content-type']).toBe('text/plain; charset=shift_jis')
    expect(new TextDecoder('shift_jis').decode(yayoi.rawPayload)).toContain('課税売上込10%,3300,300')
    const freee = await ito.get(exported.replace('yayoi', 'freee'))
    expect(freee.headers['content-disposition']).toBe('attachment; filename="freee-2026-11-01-2026-11-30.csv"')
    expect(freee.body.startsWith('[表題行],')).toBe(true)
  })

  test('names what of the question was not read', async () => {
    const paths = async (query: string) =>
      (await ito.get(`/exports?${query}`)).json().issues.map((issue: { path: string }) => issue.path)
    expect(await paths('product=oracle')).toEqual(['product', 'from', 'to'])
    expect(await paths('product=freee&from=2026-11-30&to=2026-11-01')).toEqual(['to'])
  })

  test('names the character that the file cannot hold, and writes nothing', async () => {
    const kanri = api.web.actor('kanri')
    const terms = await api.web.desk.bookkeeping.terms(kanri)
    const changed = structuredClone(terms) as { products: { yayoi: { accounts: { fees: { sub: string } } } } }
    changed.products.yayoi.accounts.fees.sub = '𠮷野事務所'
    expect(await api.web.desk.bookkeeping.change(changed, kanri)).toEqual({ ok: true })
    const no = await ito.get(exported)
    expect([no.statusCode, no.json().issues]).toEqual([
      422,
      [
        {
          path: 'rows.2.credit.sub',
          code: 'not_in_encoding',
          about: { row: 2, field: 'credit.sub', text: '𠮷野事務所', character: '𠮷' },
          sentence: expect.stringContaining('2行目の貸方補助科目「𠮷野事務所」の「𠮷」'),
        },
      ],
    ])
  })
})
