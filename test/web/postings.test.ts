import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hanako, requestFor } from '../domain/given.ts'
import { answeredCase, nasty } from './postings-story.ts'
import { type Browser, fieldsIn, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
const cases: Record<'written' | 'printed' | 'packed' | 'posted' | 'delivered', string> = {
  written: '',
  printed: '',
  packed: '',
  posted: '',
  delivered: '',
}

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  cases.written = await answeredCase(web, 'written', { subject: { ...hanako, ...nasty } })
  for (const until of ['printed', 'packed', 'posted', 'delivered'] as const)
    cases[until] = await answeredCase(web, until)
})
afterAll(() => web.gone())

const listOf = (body: string, id: string) => body.split(`id="${id}"`)[1]?.split('</section>')[0] ?? ''

describe('print and post', () => {
  test.each([
    ['print', 'written', 'printLetter'],
    ['counter', 'packed', 'postLetters'],
    ['sent', 'posted', 'recordDelivery'],
    ['sent', 'posted', 'recordHeld'],
    ['sent', 'delivered', 'receiveCertificate'],
  ] as const)('the list %s holds a case that is %s and leads to %s', async (id, state, verb) => {
    const list = listOf((await sato.get('/postings')).body, id)
    expect(list).toContain(`href="/cases/${cases[state]}/acts/${verb}"`)
  })

  test('prints what is ticked in its first list as one file', async () => {
    const number = await answeredCase(web, 'written')
    const list = listOf((await sato.get('/postings')).body, 'print')
    expect(list).toContain('action="/print-queue"')
    expect(list).toMatch(new RegExp(`value="${number}-l1"[^>]*checked`))
    const fields = { pick: `${number}-l1`, envelope: '長3', sides: 'both', _once: fieldsIn(list)._once ?? '' }
    const sent = await sato.post('/print-queue', fields)
    const after = (await sato.get(String(sent.headers.location))).body
    const file = /href="(\/print-queue\/batch\.pdf[^"]*)"/.exec(after)?.[1] ?? expect.fail('no file is offered')
    expect((await sato.get(file.replaceAll('&amp;', '&'))).headers['content-type']).toBe('application/pdf')
    const { body } = await sato.get('/postings')
    expect(listOf(body, 'print')).not.toContain(number)
    expect(listOf(body, 'pack')).toContain(number)
  })

  test('a case stands in one list only', async () => {
    const { body } = await sato.get('/postings')
    expect(listOf(body, 'counter')).not.toContain(cases.written)
    expect(listOf(body, 'print')).not.toContain(cases.printed)
    expect(listOf(body, 'counter')).not.toContain(cases.posted)
  })

  test('says how the envelope is to go and what is in it', async () => {
    const list = listOf((await sato.get('/postings')).body, 'counter')
    expect(list).toContain('一般書留（配達証明・本人限定受取）')
    expect(list).toContain('回答書（全部開示）、訂正等請求書、利用停止等請求書')
  })

  test('shows number, services and how long the post office holds it', async () => {
    await web.do(cases.posted, 'recordHeld', { posting: 's1', since: '2026-11-21' }, web.actor('sato'))
    const list = listOf((await sato.get('/postings')).body, 'sent')
    expect(list).toContain('131-12-38385-2')
    expect(list).toContain('郵便局で保管中')
    expect(list).toContain('<time datetime="2026-12-01"')
    expect(list).toContain('あと10日')
  })

  test('shows why one came back and leaves it when it has gone again', async () => {
    const number = await answeredCase(web, 'posted')
    const by = web.actor('sato')
    await web.do(number, 'recordReturn', { posting: 's1', on: '2026-11-21', reason: 'moved' }, by)
    const back = listOf((await sato.get('/postings')).body, 'sent')
    expect(back).toContain('転居')
    expect(back).toContain(`/cases/${number}/packing"`)
    const again = {
      letters: ['l1'],
      service: 'general_registered',
      options: ['delivery_certificate', 'addressee_only'],
      trackingNumber: '131-12-38386-3',
      postedOn: '2026-11-21',
    }
    await web.pack(number, ['l1'], by, web.actor('ito'))
    await web.do(number, 'postLetters', again as never, by)
    const gone = listOf((await sato.get('/postings')).body, 'sent')
    expect(gone).not.toContain('転居')
    expect(gone).toContain(`/cases/${number}/acts/recordDelivery`)
  })

  test('does not follow a notice that went without a number', async () => {
    const by = web.actor('sato')
    const number = await web.do(null, 'logRequest', requestFor('ims'), by)
    await web.do(number, 'requestFee', {} as never, web.actor('ito'))
    await web.do(number, 'writeLetter', { form: 'fee-notice' }, by)
    await web.do(number, 'printLetter', { letter: 'l1' }, by)
    await web.pack(number, ['l1'], by)
    await web.do(number, 'postLetters', { letters: ['l1'], service: 'ordinary', postedOn: '2026-11-21' } as never, by)
    const { body } = await sato.get('/postings')
    expect(body).not.toContain(`/cases/${number}"`)
    expect((await sato.get('/postings/book')).body).toContain('発送済み')
  })

  test('shows names as they are written and runs none of them', async () => {
    const { body } = await sato.get('/postings')
    expect(body).toContain('髙﨑𠮷辻󠄀')
    expect(body).not.toContain('<script>alert')
  })

  test('lets the auditor read and begin nothing', async () => {
    const { body } = await (await web.as('takahashi')).get('/postings')
    expect(listOf(body, 'print')).toContain(`/cases/${cases.written}"`)
    expect(body).not.toContain('/acts/')
    expect(listOf(body, 'print')).not.toMatch(/<form|type="checkbox"/)
  })

  test('is three sentences for those who serve another operator', async () => {
    const { body } = await (await web.as('tanaka')).get('/postings')
    expect(body).toContain('印刷を待つ文書はありません')
    expect(body).toContain('窓口に出す封筒はありません')
    expect(body).toContain('配達を待つ封筒はありません')
  })

  test('sends outsiders to sign in', async () => {
    expect((await web.app.inject('/postings')).headers.location).toBe('/sign-in?next=%2Fpostings')
  })
})

describe('the posting book', () => {
  test('holds the envelopes of this month with what became of them', async () => {
    const { body } = await sato.get('/postings/book')
    expect(body).toContain('2026年11月1日（日）')
    expect(body).toContain('131-12-38385-2')
    expect(body).toContain('配達証明書待ち')
  })

  test.each(['R8.11.21', '２０２６１１２１', '令和8年11月21日'])('reads %s as a day', async from => {
    const answer = await sato.get(`/postings/book?from=${encodeURIComponent(from)}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(`/cases/${cases.posted}"`)
  })

  test('is empty in words outside the period', async () => {
    const { body } = await sato.get('/postings/book?from=2026/10/1&to=2026/10/31')
    expect(body).toContain('該当なし')
    expect(body).not.toContain(cases.posted)
  })

  test('says at the field that a day does not exist, and keeps it', async () => {
    const answer = await sato.get('/postings/book?to=2026/2/30"><script>')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('日付を読み取れませんでした')
    expect(answer.body).toContain('value="2026/2/30&quot;')
    expect(answer.body).not.toContain('"><script>')
  })

  test('keeps to an operator, and to those that the reader serves', async () => {
    expect((await sato.get('/postings/book?operator=iij')).body).toContain('該当なし')
    expect((await (await web.as('tanaka')).get('/postings/book')).body).toContain('該当なし')
  })
})
