import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { filledForm } from './filled-form.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser

beforeAll(async () => {
  web = await webIn()
  const number = await web.do(null, 'logRequest', requestFor('ims'), web.actor('sato'))
  await web.do(number, 'receiveFee', { means: 'transfer', amount: '3500', receivedOn: '2026-11-20' }, web.actor('ito'))
  web.at('2026-12-02')
  ito = await web.as('ito')
})
afterAll(() => web.gone())

describe('what goes to the books', () => {
  const asked = '/money/exports?product=yayoi&from=2026-11-01&to=2026-11-30'

  test('is shown with its sums before it is taken', async () => {
    const { body } = await ito.get(asked)
    expect(body).toContain('2件、借方と貸方はどちらも 6,800円です')
    expect(body).toContain('/money/exports/file?product=yayoi&amp;from=2026-11-01&amp;to=2026-11-30')
    expect(body).toContain('2026年11月はまだ締めていません')
  })

  test('comes in the encoding of the product', async () => {
    const yayoi = await ito.get(asked.replace('exports', 'exports/file'))
    expect(yayoi.headers['content-type']).toBe('text/plain; charset=shift_jis')
    expect(yayoi.headers['content-disposition']).toContain('yayoi-2026-11-01-2026-11-30.txt')
    expect(new TextDecoder('shift_jis').decode(yayoi.rawPayload)).toContain(
      '雑収入,開示等手数料,,課税売上込10%,3300,300',
    )
    const freee = await ito.get(asked.replace('exports', 'exports/file').replace('yayoi', 'freee'))
    expect(freee.body.startsWith('[表題行],')).toBe(true)
  })

  test('asks again where product or period are not said', async () => {
    for (const path of ['/money/exports?product=oracle&from=2026-11-01&to=2026-11-30', asked.replace('11-30', '10-30')])
      expect((await ito.get(path)).statusCode).toBe(422)
    expect(
      (await ito.get(asked.replace('exports', 'exports/file').replace('from=2026-11-01', 'from='))).statusCode,
    ).toBe(422)
    expect((await ito.get('/money/exports')).body).toContain('2026-11-01')
  })

  test('of an operator that the desk does not have is refused on the page and as a file', async () => {
    for (const path of [asked, asked.replace('exports', 'exports/file')]) {
      const { statusCode, body } = await ito.get(`${path}&operator=nai`)
      expect([statusCode, body.includes('その事業者は登録されていません。')]).toEqual([422, true])
    }
    expect((await ito.get(`${asked}&operator=ims`)).statusCode).toBe(200)
  })

  test('is not written with a character that the file cannot hold, until a substitute is set', async () => {
    const kanri = await web.as('kanri')
    const settings = '/settings/bookkeeping'
    const change = async (fields: Record<string, string>) =>
      kanri.post(settings, { ...filledForm((await kanri.get(settings)).body), ...fields })
    await change({ 'accounts.fees.sub': '𠮷野事務所' })
    const { body } = await ito.get(asked)
    expect(body).toContain('2行目の貸方補助科目「𠮷野事務所」')
    expect(body).toContain('「𠮷」は、この会計ソフトの文字コードにありません')
    expect(body).not.toContain('ファイルを保存する')
    expect((await ito.get(asked.replace('exports', 'exports/file'))).statusCode).toBe(422)
    await change({ 'substitutes.0.character': '𠮷', 'substitutes.0.text': '吉' })
    const file = await ito.get(asked.replace('exports', 'exports/file'))
    expect(new TextDecoder('shift_jis').decode(file.rawPayload)).toContain('雑収入,吉野事務所,')
  })
})
