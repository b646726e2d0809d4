import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { letters } from '../../src/desk/tables.ts'
import { hanako, requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterAll(() => web.gone())
beforeEach(async () => {
  number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
  await web.do(number, 'openInquiry', { department: '営業部', systems: '会員管理', period: '全期間' }, sato.by)
  await web.do(number, 'answerInquiry', { inquiry: 'i1', finding: 'found', answer: '1件' }, sato.by)
})

const url = (more = '') => `/cases/${number}/schedule${more}`
const kase = async () => (await web.desk.kase(number, sato.by))?.kase
const rows = async () => (await web.desk.reveal(number, [(await kase())?.schedule?.rows], sato.by))[0]
const row = (n: number, cells: Record<string, string>) =>
  Object.fromEntries(Object.entries(cells).map(([name, value]) => [`rows.${n}.${name}`, value]))
const name = { system: '会員管理', item: '氏名', value: hanako.family }
const score = {
  system: '与信',
  item: '点数',
  value: 'SECRET-61',
  withheld: '33-2-2',
  facts: '算出方法が推知されるため',
}

describe('the page of the 別紙', () => {
  test('keeps typed rows, empty ones left out, and shows them again', async () => {
    const answer = await sato.fill(url(), { ...row(0, name), ...row(2, score), ...row(3, { item: '' }) })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, url()])
    expect(await rows()).toEqual([name, score])
    expect((await sato.get(url())).body).toContain('value="会員管理"')
    expect((await sato.get(`/cases/${number}`)).body).toContain(`href="${url()}"`)
  })

  test('says at which row what is wrong and keeps what was typed', async () => {
    const answer = await sato.fill(url(), { ...row(0, name), ...row(1, { item: '住所' }) })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('2行目のシステム')
    expect(answer.body).toContain('2行目の内容')
    expect(answer.body).toContain('value="住所"')
    expect(await rows()).toBeNull()
  })

  test('takes a pasted table, in place of the rows or after them', async () => {
    await sato.fill(url(), { ...row(0, name) })
    await sato.post(url('/pasted'), { text: '住所\t熊本市', system: '課金', keep: 'yes' })
    expect(await rows()).toEqual([name, { system: '課金', item: '住所', value: '熊本市' }])
    await sato.post(url('/pasted'), { text: '与信\t点数\t61\t第33条第2項第2号\t推知されるため' })
    expect(await rows()).toMatchObject([{ item: '点数', withheld: '33-2-2' }])
  })

  test('keeps a pasted text that it cannot read', async () => {
    const answer = await sato.post(url('/pasted'), { text: 'ただの文' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('ただの文')
    expect(answer.body).toContain('列が読み取れません')
  })

  test('names the row of a ground that it does not know', async () => {
    const answer = await sato.post(url('/pasted'), { text: '会員\t氏名\t山田\n与信\t点数\t61\t企業秘密' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('2行目の開示しない根拠')
  })

  test('takes five thousand rows from a CSV in UTF-8, and shows how many', async () => {
    const csv = Array.from({ length: 5_000 }, (_, n) => `会員管理,記録${n},値${n}`).join('\r\n')
    expect((await sato.upload(url('/file'), 'a.csv', Buffer.from(csv))).statusCode).toBe(303)
    expect((await kase())?.schedule?.items).toBe(5_000)
    const { body } = await sato.get(url())
    expect(body).toContain('5000件')
    expect(body.length).toBeLessThan(200_000)
    const more = await sato.upload(url('/file'), 'a.csv', Buffer.from(`${csv}\r\n会員,も,う`))
    expect(more.body).toContain('5,000行まで')
  })

  test('takes a CSV in CP932', async () => {
    const cp932 = Buffer.from([0x89, 0xef, 0x88, 0xf5, 0x2c, 0x8e, 0x81, 0x96, 0xbc, 0x2c, 0xfb, 0xfc, 0x8b, 0xb4])
    await sato.upload(url('/file'), 'a.csv', cp932)
    expect(await rows()).toEqual([{ system: '会員', item: '氏名', value: '髙橋' }])
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['nothing', Buffer.alloc(0)],
    ['a word', Buffer.from('氏名')],
  ])('refuses a file that is %s', async (_what, bytes) => {
    expect((await sato.upload(url('/file'), 'a.csv', bytes)).statusCode).toBe(422)
    expect(await rows()).toBeNull()
  })

  test('gives the items as CSV and JSON, without what is withheld', async () => {
    await sato.fill(url(), { ...row(0, { ...name, value: '=1+1' }), ...row(1, score) })
    const [csv, json] = [
      await sato.get(`/cases/${number}/schedule.csv`),
      await sato.get(`/cases/${number}/schedule.json`),
    ]
    expect(csv.headers['content-disposition']).toContain('attachment')
    expect(csv.body).toContain(`"'=1+1"`)
    expect(json.json().項目).toHaveLength(2)
    expect(csv.body + json.body).not.toContain('SECRET')
  })

  test('cannot be changed from a page that is out of date', async () => {
    const stale = { _seen: '2', ...row(0, name) }
    expect((await sato.post(url(), stale)).statusCode).toBe(409)
    expect(await rows()).toBeNull()
  })

  test('cannot be changed under a decision, and says why', async () => {
    await sato.fill(url(), { ...row(0, name) })
    await web.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full' }, sato.by)
    expect((await sato.get(url())).body).toContain('いまは直せません')
    expect((await sato.post(url(), row(0, name))).statusCode).toBe(409)
  })

  test('goes with the reply: values disclosed are printed, values withheld are nowhere in the frozen letter', async () => {
    await sato.fill(url(), { ...row(0, name), ...row(1, score) })
    await web.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'part' }, sato.by)
    await web.do(number, 'approveDecision', { decision: 'd1' }, web.actor('suzuki'))
    await web.do(number, 'writeReply', { decision: 'd1' }, sato.by)
    const [frozen] = await web.store.read
      .select({ sheets: letters.sheets })
      .from(letters)
      .where(eq(letters.caseNumber, number))
    const sheets = frozen?.sheets ?? ''
    expect(sheets).toContain('別紙のとおり')
    expect(sheets).toContain('算出方法が推知されるため')
    expect(sheets).not.toContain('SECRET')
    const pdf = await sato.get(`/cases/${number}/letters/l1.pdf`)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('who may', () => {
  test('an auditor reads and does not change', async () => {
    const takahashi = await web.as('takahashi')
    expect((await takahashi.get(url())).statusCode).toBe(200)
    expect((await takahashi.post(url(), row(0, name))).statusCode).toBe(403)
  })

  test('another operator sees nothing of it', async () => {
    const tanaka = await web.as('tanaka')
    for (const at of [url(), `/cases/${number}/schedule.csv`]) expect((await tanaka.get(at)).statusCode).toBe(404)
    expect((await tanaka.post(url(), row(0, name))).statusCode).toBe(404)
  })

  test('nobody without the form token or without signing in', async () => {
    expect((await sato.post(url(), { _csrf: 'chigau', ...row(0, name) })).statusCode).toBe(403)
    expect((await web.app.inject(url())).statusCode).toBe(302)
  })
})
