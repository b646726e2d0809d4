import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyBucket, owingCase, people } from '../desk/money/settling-story.ts'
import { lineIn } from '../desk/money/statement-cast.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser
let story: Awaited<ReturnType<typeof everyBucket>>

beforeAll(async () => {
  web = await webIn()
  ito = await web.as('ito')
  story = await everyBucket(web, web.actor('sato'), web.actor('ito'))
})
afterAll(() => web.gone())

const rowOf = (body: string, line: string) =>
  body.split('<li class="match"').find(row => row.includes(`"line-${line}"`)) ?? ''
const tickOf = (body: string, line: string) => /name="only" value="([^"]+)"/.exec(rowOf(body, line))?.[1] ?? ''
const page = async (who = ito, query = '') => (await who.get(`/money/reconcile${query}`)).body
const restOf = async (line: string) => (await web.desk.settling.line(line, web.actor('ito')))?.file.row.rest
/** A line of a new case, with its number: to be confirmed as it stands. */
const fresh = async () => {
  const number = await owingCase(web, people.hanako, web.actor('sato'))
  return { number, line: await lineIn(web, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300 }) }
}

describe('the page of lines and cases', () => {
  test('has every line under what is to be thought about it, with the reasons in words', async () => {
    const body = await page()
    const found = [...body.matchAll(/data-bucket="(\w+)"/g)].map(([, bucket]) => bucket)
    expect(found).toEqual([
      'proposed',
      'likely',
      'ambiguous',
      'short',
      'over',
      'duplicate',
      'sum',
      'closed_case',
      'unknown',
    ])
    const { cases, lines } = story
    expect(rowOf(body, lines.proposed)).toContain('名義が一致しています。')
    expect(rowOf(body, lines.proposed)).toContain(`href="/cases/${cases.proposed}"`)
    expect(rowOf(body, lines.over)).toContain('残りの1,700円は仮受金のままです。')
    expect(rowOf(body, lines.unknown)).toContain('候補の案件はありません。')
  })

  test('ticks the sure ones and nothing else', async () => {
    const body = await page()
    const ticked = Object.entries(story.lines).filter(([, line]) => / checked/.test(rowOf(body, line)))
    expect(ticked.map(([name]) => name)).toEqual(['proposed'])
    expect(rowOf(body, story.lines.duplicate)).toContain('預りにする')
    expect(rowOf(body, story.lines.duplicate)).not.toContain('name="ticked"')
    expect(tickOf(body, story.lines.ambiguous)).toBe('')
    expect(rowOf(body, story.lines.ambiguous)).toContain(`?case=${story.cases.ambiguous}#hand`)
  })

  test('shows each case of a sum with its part', async () => {
    const row = rowOf(await page(), story.lines.sum)
    for (const number of [story.cases.sum, story.cases.sumToo]) expect(row).toContain(`href="/cases/${number}"`)
    expect(row.match(/3,300円/g)?.length).toBeGreaterThan(1)
  })

  test('offers nothing to do with a line that the bank took back', async () => {
    const line = await lineIn(web, { payer: 'ｷﾑﾗ ﾐｷ', amount: 77, more: { cancelledBy: story.lines.unknown } })
    expect(rowOf(await page(), line)).not.toContain('data-split')
    const { body } = await ito.get(`/money/lines/${line}`)
    expect(body).not.toContain('data-hand')
    expect(body).toContain('により取り消されています')
  })

  test('counts what is left and what is done, whatever the search', async () => {
    const body = await page(ito, '?q=%E3%82%BD%E3%82%A6%E3%83%A0')
    expect(body).toContain('残り <b data-total="lines">10件</b>')
    expect(rowOf(body, story.lines.unknown)).not.toBe('')
    expect(rowOf(body, story.lines.proposed)).toBe('')
  })

  test('shows names as the bank wrote them and runs none of them', async () => {
    await lineIn(web, { payer: '<script>alert(1)</script>', amount: 1 })
    const body = await page()
    expect(body).toContain('&lt;script>alert(1)')
    expect(body).not.toContain('<script>alert')
  })

  test('lets the auditor read and change nothing', async () => {
    const auditor = await web.as('takahashi')
    const body = await page(auditor)
    expect(rowOf(body, story.lines.proposed)).toContain('名義が一致しています。')
    expect(body).not.toMatch(/name="ticked"|name="only"|data-all/)
    const sent = { only: tickOf(await page(), story.lines.proposed) }
    expect((await auditor.post('/money/reconcile/confirm', sent)).statusCode).toBe(403)
    expect((await auditor.get(`/money/lines/${story.lines.proposed}`)).body).not.toContain('data-hand')
    expect((await auditor.post(`/money/lines/${story.lines.proposed}/allocate`, {})).statusCode).toBe(403)
    expect(await restOf(story.lines.proposed)).toBe(3300)
  })

  test("hides the lines of operators that one does not serve, and the line's own page", async () => {
    const tanaka = await web.as('tanaka')
    expect(await page(tanaka)).toContain('消し込む明細はありません')
    expect((await tanaka.get(`/money/lines/${story.lines.proposed}`)).statusCode).toBe(404)
    const sent = { 'parts.0.case': story.cases.proposed, 'parts.0.amount': '3300' }
    expect((await tanaka.post(`/money/lines/${story.lines.proposed}/allocate`, sent)).statusCode).toBe(404)
  })

  test('sends outsiders to sign in', async () => {
    expect((await web.app.inject('/money/reconcile')).headers.location).toBe('/sign-in?next=%2Fmoney%2Freconcile')
  })
})

describe('confirming by a form', () => {
  test('books what was ticked, says so, and takes it back by one button', async () => {
    const { line, number } = await fresh()
    const answer = await ito.post('/money/reconcile/confirm', { ticked: [tickOf(await page(), line)] })
    expect(answer.statusCode).toBe(303)
    const told = (await ito.get(String(answer.headers.location))).body
    expect(told).toContain('1件を消し込みました。')
    expect(told).toContain(`value="${line}=${number}:r1"`)
    expect(await restOf(line)).toBe(0)
    const undone = await ito.post('/money/reconcile/undo', { of: `${line}=${number}:r1` })
    expect((await ito.get(String(undone.headers.location))).body).toContain('消込を取り消しました。')
    expect(await restOf(line)).toBe(3300)
  })

  test('of money that nobody owes says that it is held, not that it was settled', async () => {
    const line = story.lines.closed
    const { lines } = await web.desk.settling.plan({}, web.actor('ito'))
    const proof = lines.find(({ row }) => row.id === line)?.proof ?? ''
    const answer = await ito.post('/money/reconcile/confirm', { only: `${line}:${proof}` })
    const told = (await ito.get(String(answer.headers.location))).body
    expect(told).toContain('1件を預りにしました。返すか、ほかに充てるかを決めてください。')
    expect(told).not.toContain('件を消し込みました')
    const booked = [{ caseNumber: story.cases.closed, receipt: 'r1' }]
    expect((await web.desk.settling.undo(line, booked, web.actor('ito'))).ok).toBe(true)
  })

  test('with nothing chosen is a quiet button that says what to do', async () => {
    const { line } = await fresh()
    const [quiet, loud] = [await page(undefined, '?q=naimono'), await page()]
    expect(quiet).not.toContain('data-all')
    expect(loud).toMatch(/class="button primary"[^>]*data-all/)
    expect(loud).toMatch(/data-none="true" hidden/)
    const tied = story.lines.likely
    const body = await page(undefined, `?q=${encodeURIComponent('スズキ タロウ')}`)
    expect(body).toContain(`data-line="${tied}"`)
    expect(body).toMatch(/class="button quiet"[^>]*data-all/)
    expect(body).toContain('（0件）')
    expect(body).toMatch(/data-none="true">\s*明細を選んでください（0件）/)
    expect(await restOf(line)).toBe(3300)
  })

  test('sent twice books once and says so without an error page', async () => {
    const { line } = await fresh()
    const sent = { only: tickOf(await page(), line) }
    await ito.post('/money/reconcile/confirm', sent)
    const again = await ito.post('/money/reconcile/confirm', sent)
    expect(again.statusCode).toBe(200)
    expect(again.body).toContain('すでに記帳されています')
  })

  test('tells each line that had moved and books the others', async () => {
    const [a, b] = [await fresh(), await fresh()]
    const ticked = [`${a.line}:seen-yesterday`, tickOf(await page(), b.line)]
    const answer = await ito.post('/money/reconcile/confirm', { ticked })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('表示したあとで明細か案件が変わりました')
    expect(answer.body).toContain('1件を消し込みました。')
    expect([await restOf(a.line), await restOf(b.line)]).toEqual([3300, 0])
  })

  test('answers the script of the page in JSON, with the new totals', async () => {
    const { line, number } = await fresh()
    const body = await page()
    const answer = await web.app.inject({
      method: 'POST',
      url: '/money/reconcile/confirm',
      headers: { cookie: ito.cookie, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        _csrf: /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '',
        only: tickOf(body, line),
      }).toString(),
    })
    expect(answer.json()).toMatchObject({
      answers: [{ line, ok: true, sentence: '消し込みました。', undo: `${line}=${number}:r1` }],
    })
    expect(answer.json().totals.settled).toBeGreaterThan(0)
  })
})

describe('the page of one line', () => {
  test('shows what the bank wrote, the candidates and the history', async () => {
    const { body } = await ito.get(`/money/lines/${story.lines.ambiguous}?case=${story.cases.ambiguous}`)
    expect(body).toContain('ｻｻｷ ｼﾞﾛｳ')
    expect(body).toContain('当てはまる案件が複数あります')
    expect(body).toContain('入金明細')
    const number = story.cases.ambiguous
    expect(body).toContain(`value="${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}"`)
  })

  test('finds a case by name and puts it into the form', async () => {
    const { body } = await ito.get(`/money/lines/${story.lines.unknown}?q=${encodeURIComponent('加藤')}`)
    expect(body).toContain(`?case=${story.cases.unpaid}#hand`)
  })

  test('says at its field what it cannot read, and keeps what was typed', async () => {
    const sent = { 'parts.0.case': '26000011', 'parts.0.amount': 'たくさん' }
    const answer = await ito.post(`/money/lines/${story.lines.unknown}/allocate`, sent)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-parts-0-case"')
    expect(answer.body).toContain('href="#f-parts-0-amount"')
    expect(answer.body).toContain('value="26000011"')
  })

  test('splits a line, learns its name, and takes one part back', async () => {
    const [a, b] = [
      await owingCase(web, people.mai, web.actor('sato')),
      await owingCase(web, people.yui, web.actor('sato')),
    ]
    const line = await lineIn(web, { payer: 'ｶ)ﾌｸｼﾉﾓﾘ', amount: 7000 })
    const parts = { 'parts.0.case': a, 'parts.0.amount': '3,300', 'parts.1.case': b, 'parts.1.amount': '３３００' }
    const over = await ito.post(`/money/lines/${line}/allocate`, { ...parts, 'parts.0.amount': '3700' })
    expect([over.statusCode, over.body.includes('超える分を預りにする')]).toEqual([409, true])
    const done = await ito.post(`/money/lines/${line}/allocate`, { ...parts, learn: 'yes', note: '二人分' })
    expect(done.statusCode).toBe(303)
    expect(await restOf(line)).toBe(400)
    const { body } = await ito.get(`/money/lines/${line}`)
    expect(body).toContain('二人分')
    expect(body.match(/覚えた名義を外す/g)).toHaveLength(2)
    const released = await ito.post(`/money/lines/${line}/release`, { case: a, receipt: 'r1', reason: '別の方の分' })
    expect(released.statusCode).toBe(303)
    expect(await restOf(line)).toBe(3700)
    const again = await ito.post(`/money/lines/${line}/release`, { case: a, receipt: 'r1' })
    expect([again.statusCode, again.body.includes('すでに取り消されているか')]).toEqual([409, true])
  })

  test('forgets a learned name', async () => {
    const { line, number } = await fresh()
    const rest = { 'parts.0.case': number, 'parts.0.amount': '3300', learn: 'yes' }
    await ito.post(`/money/lines/${line}/allocate`, rest)
    const { body } = await ito.get(`/money/lines/${line}`)
    const path = /action="(\/money\/aliases\/[^"]+)"/.exec(body)?.[1] ?? ''
    expect((await (await web.as('takahashi')).post(path, { line })).statusCode).toBe(403)
    expect((await ito.post(path, { line })).statusCode).toBe(303)
    expect((await ito.get(`/money/lines/${line}`)).body).not.toContain('覚えた名義を外す')
    expect((await ito.post(path, { line })).statusCode).toBe(404)
  })

  test('is not there for a line that nobody imported', async () => {
    expect((await ito.get('/money/lines/L999999')).statusCode).toBe(404)
  })
})

describe('the suspense list', () => {
  test('has what is nobody’s by its age, with sums and the next step', async () => {
    const { body } = await ito.get('/money/suspense')
    const groups = [...body.matchAll(/<h2>([^<]+?) ?<span class="count">(\d+)件/g)].map(([, label]) => label?.trim())
    expect(groups).toEqual(['61日以上', '31日から60日', '8日から30日', '7日以内'])
    const row = body.split('<tr class="row">').find(each => each.includes(`/money/lines/${story.lines.unknown}"`))
    expect(row).toContain('82日')
    expect(row).toContain('銀行に依頼人を照会する')
  })

  test('is empty for who serves other operators', async () => {
    expect((await (await web.as('tanaka')).get('/money/suspense')).body).toContain('仮受金はありません')
  })
})
