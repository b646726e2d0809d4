import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, fieldsIn, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser
let sato: Browser

beforeAll(async () => {
  web = await webIn()
  ito = await web.as('ito')
  sato = await web.as('sato')
})
afterAll(() => web.gone())

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/statements/${name}`, import.meta.url))
const upload = async (name: string, bytes = fixture(name), by = ito) => {
  const answer = await by.upload('/money/statements', name, bytes)
  return { status: answer.statusCode, body: answer.body, url: answer.headers.location ?? '' }
}
const page = async (url: string, by = ito) => (await by.get(url)).body

describe('口座', () => {
  test('an empty list says what to do next, and to whom it falls', async () => {
    expect(await page('/money/accounts')).toContain('口座を登録するか')
    expect(await page('/money/accounts', sato)).not.toContain('/money/accounts/new')
  })

  test('is registered, changed and retired', async () => {
    const wrong = await ito.post('/money/accounts', { label: 'みずほ', bankCode: 'みずほ' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('銀行コードは4桁の数字で入れてください。')
    expect(wrong.body).toContain('value="みずほ"')
    const made = await ito.post('/money/accounts', { label: 'みずほ 虎ノ門', operators: 'ims' })
    expect([made.statusCode, made.headers.location]).toEqual([303, '/money/accounts?done=added'])
    const fields = { label: 'みずほ 虎ノ門 普通', operators: ['ims', 'iij'], number: '2345678', kind: '普通' }
    expect((await ito.post('/money/accounts/A1', fields)).statusCode).toBe(303)
    expect(await page('/money/accounts')).toContain('普通 2345678')
    expect((await ito.post('/money/accounts/A1/retire', {})).statusCode).toBe(303)
    expect(await page('/money/accounts')).toContain('停止中')
    expect((await ito.post('/money/accounts/A1/return', {})).statusCode).toBe(303)
  })

  test('is closed to others, and to forms without the token', async () => {
    for (const url of ['/money/accounts/new', '/money/accounts/A1']) expect((await sato.get(url)).statusCode).toBe(403)
    expect((await sato.post('/money/accounts', { label: 'x', operators: 'ims' })).statusCode).toBe(403)
    expect((await ito.post('/money/accounts', { label: 'x', operators: 'ims', _csrf: 'chigau' })).statusCode).toBe(403)
    expect((await ito.get('/money/accounts/A99')).statusCode).toBe(404)
  })
})

describe('明細', () => {
  test('an empty list says what to do next', async () => {
    expect(await page('/money/statements')).toContain('取り込んだファイルはまだありません。')
    expect(await page('/money/statements', sato)).not.toContain('読み取って確かめる')
  })

  test('a file is looked at, taken once, and kept as evidence', async () => {
    const { status, url } = await upload('anser-202611.csv')
    expect([status, url]).toEqual([303, expect.stringMatching(/^\/money\/statements\/tray\/[0-9a-f-]{36}$/)])
    const preview = await page(url)
    expect(preview).toContain('登録済みの口座')
    expect(preview).toContain('4件を取り込む')
    expect(preview).toContain('取消')
    expect((await web.desk.statements.list(ito.by)).total).toBe(0)
    const taken = await ito.fill(url, {}).then(() => ito.post(`${url}/take`, {}))
    expect([taken.statusCode, taken.headers.location]).toEqual([303, expect.stringMatching(/\?done=taken$/)])
    expect((await ito.post(`${url}/take`, {})).statusCode).toBe(404)
    expect((await ito.get(url)).body).toContain('このファイルはもうありません')
    const shown = await page(taken.headers.location ?? '')
    expect(shown).toContain('ゴトウ タカシ')
    expect(shown).toContain('取り消された明細')
    expect(shown).toContain('仮受金として残るもの 6,600円')
    const one = (taken.headers.location ?? '').split('?')[0] ?? ''
    expect(await page(`${one}?q=26000143`)).toContain('1件')
    expect(await page(`${one}?q=naimono`)).toContain('当てはまる明細はありません。')
    const file = await ito.get(`${one}/file`)
    expect(file.rawPayload).toEqual(fixture('anser-202611.csv'))
    expect(file.headers['content-disposition']).toMatch(/^attachment/)
    expect((await (await web.as('takahashi')).get(`${one}/file`)).statusCode).toBe(200)
    expect((await sato.get(`${one}/file`)).statusCode).toBe(404)
    expect(await page('/money/statements')).toContain('anser-202611.csv')
  })

  test('the same file again is told apart, and adds nothing', async () => {
    const { url } = await upload('anser-202611.csv')
    const preview = await page(url)
    expect(preview).toContain('同じ内容のファイルを')
    expect(preview).toContain('新しい明細はありません')
    const taken = await ito.post(`${url}/take`, {})
    expect(taken.statusCode).toBe(422)
    expect((await ito.post(`${url}/discard`, {})).headers.location).toBe('/money/statements?done=discarded')
  })

  test('a file of an account that one does not serve is said to be somebody else’s, not to be old', async () => {
    const operators = ['iij']
    const member = { signIn: 'tanaka', name: '田中', roles: ['cashier'], operators }
    expect((await web.parts.staff.change(web.actor('tanaka').id, member, web.actor('kanri'))).ok).toBe(true)
    const tanaka = await web.as('tanaka')
    await web.desk.accounts.register({ label: '楽天 本店', operators: ['ims'], number: '7654321' }, ito.by)
    const { url } = await upload('zengin01-202611.txt', undefined, tanaka)
    const preview = await page(url, tanaka)
    expect(preview).toContain('担当外の口座')
    expect(preview).toContain('この口座を担当する経理に渡してください。')
    expect(preview).not.toContain('新しい明細はありません')
    expect(preview).not.toContain('楽天 本店')
    const taken = await tanaka.post(`${url}/take`, {})
    expect(taken.statusCode).toBe(422)
    expect(taken.body).toContain('担当していない事業者の口座の明細です。取り込めません。')
    await web.desk.accounts.setActive('A2', false, ito.by)
  })

  test('an account is chosen, and a gap asks for a reason', async () => {
    const made = await ito.post('/money/accounts', { label: '住信SBI', operators: 'ims' })
    expect(made.statusCode).toBe(303)
    const { url } = await upload('sbi-net-202611.csv')
    expect(await page(url)).toContain('口座の記載なし')
    expect((await ito.post(`${url}/take`, {})).body).toContain('どの口座の明細かを選んでください。')
    expect((await ito.post(`${url}/choose`, { count: '1', 'account-0': 'A3' })).statusCode).toBe(303)
    const preview = await page(url)
    expect(preview).toContain('差 3,300円')
    expect(preview).toContain('それでも取り込む理由')
    const bare = await ito.post(`${url}/take`, { despite: ' ' })
    expect(bare.statusCode).toBe(422)
    expect(bare.body).toContain('href="#f-despite"')
    const taken = await ito.post(`${url}/take`, { despite: '銀行に照会中' })
    expect(taken.statusCode).toBe(303)
    const kept = await page(taken.headers.location ?? '')
    expect(kept).toMatch(/それでも取り込んだ理由<\/dt>.*銀行に照会中.*伊藤/s)
    expect(kept).toContain('確かめる点 <span class="count">1件')
  })

  test('an unknown account is registered from what the file says, and the file is waiting afterwards', async () => {
    const { url } = await upload('zengin01-202611.txt')
    const link = /href="(\/money\/accounts\/new\?[^"]+)"/.exec(await page(url))?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await page(link)
    expect(form).toContain('value="7654321"')
    const { file } = fieldsIn(form)
    const made = await ito.post('/money/accounts', {
      label: '楽天',
      operators: 'ims',
      number: '7654321',
      file: file ?? '',
    })
    expect(made.headers.location).toBe(url)
    expect(await page(url)).toContain('登録済みの口座')
    expect((await ito.post(`${url}/choose`, { count: '1', 'account-0': 'skip' })).statusCode).toBe(303)
    expect((await ito.post(`${url}/discard`, {})).statusCode).toBe(303)
  })

  test('columns that nobody knows are shown, tried without a script, and remembered', async () => {
    const csv =
      '扱い日,入った額,出た額,のこり,だれ\r\n2026/11/5,"3,300",,"103,300",ヤマダ\r\n2026/11/6,,440,"102,860",料\r\n'
    const { url } = await upload('shinkin.csv', Buffer.from(csv))
    expect(await page(url)).toContain('5列目の意味')
    const columns = { heading: '0', 'column-0': 'date', 'column-1': 'in', 'column-2': 'out', 'column-3': 'balance' }
    const twice = await ito.post(`${url}/columns`, { ...columns, 'column-4': 'date', do: 'try' })
    expect([twice.statusCode, twice.body.includes('同じ意味の列が2つあります')]).toEqual([422, true])
    expect((await ito.post(`${url}/columns`, { heading: '0', do: 'try' })).body).toContain('日付の列を選んでください。')
    const tried = await ito.post(`${url}/columns`, { ...columns, 'column-4': 'payer', do: 'try' })
    expect(tried.statusCode).toBe(200)
    expect(tried.body).toContain('この読み方で進む')
    expect(tried.body).toContain('2026年11月5日')
    expect((await ito.post(`${url}/columns`, { ...columns, 'column-4': 'payer', do: 'save' })).statusCode).toBe(422)
    const saved = await ito.post(`${url}/columns`, { ...columns, 'column-4': 'payer', do: 'save', account: 'A3' })
    expect([saved.statusCode, saved.headers.location]).toEqual([303, url])
    expect(await page(url)).toContain('2件を取り込む')
    expect((await ito.post(`${url}/take`, {})).statusCode).toBe(303)
  })

  test.each([
    ['a photo called CSV', Buffer.from('ffd8ffe000104a46', 'hex'), '写真（JPEG）'],
    ['an Excel file', Buffer.from('504b030414000600', 'hex'), 'Excelファイル'],
  ])('%s is refused by name', async (_what, bytes, sentence) => {
    const { url } = await upload('meisai.csv', bytes)
    const preview = await page(url)
    expect(preview).toContain(sentence)
    expect(preview).not.toContain('件を取り込む')
  })

  test('an empty file and one of 51 MB are refused with a sentence at the field', async () => {
    expect(await upload('kara.csv', Buffer.alloc(0))).toMatchObject({ status: 422 })
    const large = await upload('ookii.csv', Buffer.alloc(51 * 1024 * 1024, 'a'))
    expect(large.status).toBe(422)
    expect(large.body).toContain('50メガバイトまで読み込めます')
    expect((await ito.post('/money/statements', {})).body).toContain('明細のファイルが選ばれていません')
  })

  test('how far a file is can be asked by a script', async () => {
    const { url } = await upload('yucho-202611.csv')
    expect((await ito.get(`${url}/way`)).json()).toEqual({ state: 'read' })
    expect((await ito.get('/money/statements/tray/naimono/way')).json()).toEqual({ state: 'gone' })
  })

  test('is closed to others, to strangers and to forms without the token', async () => {
    const { url } = await upload('yucho-202611.csv')
    const kanri = await web.as('kanri')
    expect((await kanri.get(url)).statusCode).toBe(404)
    expect((await kanri.post(`${url}/take`, {})).statusCode).toBe(404)
    expect((await sato.get(url)).statusCode).toBe(403)
    expect((await sato.post(`${url}/take`, {})).statusCode).toBe(403)
    expect((await upload('yucho-202611.csv', undefined, sato)).status).toBe(403)
    expect((await ito.upload('/money/statements', 'x', Buffer.from('x'), 'chigau')).statusCode).toBe(403)
    expect((await ito.post(`${url}/take`, { _csrf: 'chigau' })).statusCode).toBe(403)
    expect((await web.app.inject(url)).statusCode).toBe(302)
    expect((await sato.get('/money/statements/naimono')).statusCode).toBe(404)
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get('/money/statements')).body).not.toContain('sbi-net')
  })
})
