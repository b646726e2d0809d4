import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageCode, readPageCode, shortPageCode } from '../../src/domain/page-code.ts'
import { hanako } from '../domain/given.ts'
import { answeredCase } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string
let other: string
let right: string[]
let stray: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  number = await answeredCase(web, 'printed')
  other = await answeredCase(web, 'printed', { subject: { ...hanako, family: '難波', given: '六郎' } })
  const codes = async (of: string) => (await web.desk.pageSet(of, ['l1'], web.actor('sato'))).map(pageCode)
  right = await codes(number)
  stray = (await codes(other))[0] ?? ''
})
afterAll(() => web.gone())

const here = () => `/cases/${number}/packing/l1`
const read = (scans: readonly string[], scan = '', more: Record<string, string> = {}) =>
  sato.post(here(), { scans, scan, ...more })
const sign = (body: string) => /class="packing-sign[^"]*">.*?class="words">([^<]*)/s.exec(body)?.[1]?.trim()

describe('reading the pages of an envelope', () => {
  test('says what belongs there and that nothing was read yet', async () => {
    const { body, statusCode } = await sato.get(here())
    expect(statusCode).toBe(200)
    for (const words of ['回答書（全部開示）', '訂正等請求書', '利用停止等請求書', '封筒の宛名面'])
      expect(body).toContain(words)
    expect(sign(body)).toBe(`あと${right.length}面`)
    expect(body).toMatch(/<input id="scan"[^>]*autofocus/)
    expect(body).not.toContain('封入を記録する')
    expect(body).not.toContain('封入が済んでいます')
  })

  test('counts one page after another without a script, the pages read so far travelling with the form', async () => {
    const { body } = await read(right.slice(0, 1), right[1])
    expect(sign(body)).toBe(`あと${right.length - 2}面`)
    // In the order in which they were read: what is taken out is named by its place.
    expect([...body.matchAll(/name="scans" value="([^"]*)"/g)].map(found => found[1])).toEqual(right.slice(0, 2))
  })

  test('names a sheet of another person and lets it be taken out', async () => {
    const { body } = await read(right, stray)
    expect(sign(body)).toBe('別の方の書類です')
    expect(body).toContain(`${other.slice(0, 2)}-${other.slice(2, 7)}-${other.slice(7)}の文書1`)
    expect(body).toContain('別の方の書類です。')
    expect(body).not.toContain('封入を記録する')
    const out = await read([...right, stray], '', { remove: String(right.length) })
    expect(sign(out.body)).toBe('揃いました')
  })

  test.each([
    ['a code of another office', '4912345678904', '読み取れません'],
    ['the cover of a batch', 'KD1:batch-cover', '案件の書類ではありません'],
    ['a page for the second time', 'again', '2回読み取りました'],
    ['a page that the last print has not', 'beyond', '今の印刷にない面です'],
  ])('shows for %s what is wrong, large, and on top of the list', async (_, what, words) => {
    const [first = ''] = right
    const code = readPageCode(first) ?? expect.fail('no page')
    const scan = { again: first, beyond: shortPageCode({ ...code, page: 9, pages: 9 }) }[what] ?? what
    const { body } = await read([first, scan], right[1])
    expect(sign(body)).toBe(words)
    const list = body.split('class="packing-scans"')[1] ?? ''
    expect(list.indexOf('class="wrong"')).toBeLessThan(list.indexOf('class="right"'))
  })

  test('says which page of which number a wrong sheet is, large, and nobody’s name', async () => {
    const { body } = await read(right, stray)
    const which = /class="packing-which">([^<]*)/.exec(body)?.[1]
    expect(which).toMatch(
      new RegExp(`^${other.slice(0, 2)}-${other.slice(2, 7)}-${other.slice(7)}の文書1「.+」（\\d/\\d面）$`),
    )
    expect(body).not.toContain('難波')
  })

  test('keeps every page of the largest package, and says so where more are read than there can be', async () => {
    const inputs = (body: string) => body.match(/name="scans"/g)?.length ?? 0
    const [first = ''] = right
    const many = await read(
      Array.from({ length: 1_400 }, () => first),
      right[1],
    )
    expect(inputs(many.body)).toBe(1_401)
    expect(sign(many.body)).toBe('2回読み取りました')
    const over = await read(
      Array.from({ length: 3_000 }, () => first),
      right[1],
    )
    expect([over.statusCode, inputs(over.body)]).toEqual([409, 3_000])
    expect(over.body).toContain('一度に確かめられるのは3,000面までです。最後に読み取ったものは数えていません。')
  })

  test('shows a page of a package that was made anew as the old one, and does not count it', async () => {
    const by = web.actor('sato')
    const anew = await answeredCase(web, 'printed')
    const put = async (verb: 'choosePackage' | 'recordPackage' | 'printLetter', body: object) => {
      const done = await web.desk.perform(anew, verb, body, by)
      if (!done.ok) throw new Error(JSON.stringify(done))
    }
    const made = { letter: 'l1', file: 'f', sha256: 'a'.repeat(64), pages: 9, attached: 2, masked: 0 }
    await put('choosePackage', { letter: 'l1', choice: { parts: [] } })
    await put('recordPackage', { ...made, edition: 1 })
    await put('printLetter', { letter: 'l1' })
    const old = (await web.desk.pageSet(anew, ['l1'], by)).filter(code => code.form === 'attachment').map(pageCode)
    await put('recordPackage', { ...made, masked: 1, edition: 2 })
    await put('printLetter', { letter: 'l1' })
    const { body } = await sato.post(`/cases/${anew}/packing/l1`, { scans: old.slice(0, 1), scan: old[1] ?? '' })
    expect(sign(body)).toBe('この面は作り直す前の版です')
    expect(body).toContain('の文書1「添付の資料」（1/2面）が入っています。')
    expect(body).toContain('<b>0/2面</b>')
  })

  test('does not believe a form that says it is complete', async () => {
    const answer = await read(right.slice(1), '', { record: 'yes' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('がまだありません')
    expect((await web.desk.kase(number, web.actor('sato')))?.kase.envelopes).toEqual([])
  })

  test('shows what was typed as it is and runs none of it', async () => {
    const { body } = await read([], '"><script>alert(1)</script>')
    expect(body).toContain('この窓口の番号ではないか、読み誤りです')
    expect(body).not.toContain('<script>alert')
  })

  test('a case or a letter that is not there, and people who may not', async () => {
    expect((await sato.get('/cases/26000992/packing/l1')).statusCode).toBe(404)
    expect((await sato.get(`/cases/${number}/packing/l9`)).statusCode).toBe(409)
    expect((await (await web.as('tanaka')).get(here())).statusCode).toBe(404)
    expect((await (await web.as('takahashi')).get(here())).statusCode).toBe(403)
    expect((await web.app.inject(here())).headers.location).toMatch(/^\/sign-in/)
    expect((await sato.post(here(), { scan: right[0] ?? '', _csrf: 'x' })).statusCode).toBe(403)
  })
})

describe('the packing table', () => {
  test('lists the envelopes that wait with all that goes in, and the lists of print and post do', async () => {
    for (const url of ['/packing', '/postings']) {
      const { body } = await sato.get(url)
      expect(body).toContain('>回答書（全部開示）、訂正等請求書、利用停止等請求書</td>')
      expect(body).toContain(`href="${here()}"`)
      expect(body).toContain('封入待ち')
    }
    expect((await sato.get(`/cases/${number}/packing`)).headers.location).toBe(here())
  })

  test('tells those who only read whose work it is, and has no field for codes', async () => {
    const { body } = await (await web.as('takahashi')).get('/packing')
    expect(body).toContain('封入は、受付と経理の方が確かめます')
    expect(body).not.toContain('id="scan"')
  })

  test('opens the envelope of whatever page is read, with that page read', async () => {
    const answer = await sato.get(`/packing?scan=${encodeURIComponent(right[0] ?? '')}`)
    expect(answer.headers.location).toBe(`${here()}?${new URLSearchParams({ scan: right[0] ?? '' })}`)
    const { body } = await sato.get(String(answer.headers.location))
    expect(sign(body)).toBe(`あと${right.length - 1}面`)
  })

  test('says as large as at the envelope why a code opens none, and which page it is', async () => {
    expect(sign((await sato.get('/packing?scan=4912345678904')).body)).toBe('読み取れません')
    expect(sign((await sato.get('/packing?scan=KD1%3Abatch-cover')).body)).toBe('案件の書類ではありません')
    const written = await answeredCase(web, 'posted')
    const [page] = await web.desk.pageSet(written, ['l1'], web.actor('sato'))
    const gone = await sato.get(`/packing?scan=${encodeURIComponent(pageCode(page ?? expect.fail('no page')))}`)
    expect(sign(gone.body)).toBe('封入を待っていません')
    expect(gone.body).toContain(`${written.slice(0, 2)}-${written.slice(2, 7)}-${written.slice(7)}の文書1`)
    const packed = await answeredCase(web, 'packed')
    const [inside] = await web.desk.pageSet(packed, ['l1'], web.actor('sato'))
    const done = await sato.get(`/packing?scan=${encodeURIComponent(pageCode(inside ?? expect.fail('no page')))}`)
    expect(sign(done.body)).toBe('封入は済んでいます')
    expect(done.body).toContain(`href="/cases/${packed}/packing/l1"`)
  })

  test('says that a code is not ours, or waits for nothing', async () => {
    expect((await sato.get('/packing?scan=4912345678904')).body).toContain('この窓口の番号ではない')
    expect((await sato.get(`/packing?scan=${(right[0] ?? '').replace(/:l1:.*/, ':l7:0:x:1/1:00')}`)).body).toMatch(
      /この窓口の番号ではない|封入を待っていません/,
    )
  })
})

describe('a complete envelope', () => {
  test('is recorded, confirmed by another in their own session, and only then taken to the counter', async () => {
    const answer = await read(right, '', { record: 'yes', _once: 'once-1' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/packing?packed=${number}`])
    expect((await sato.get(String(answer.headers.location))).body).toContain('別の担当者が宛名と中身を確かめます')
    expect((await read(right, '', { record: 'yes', _once: 'once-1' })).statusCode).toBe(303)

    // Who comes back by the browser's button sees that it is done, not an envelope that waits.
    expect((await sato.get(here())).body).toContain('この封筒は封入が済んでいます')

    const second = `/cases/${number}/packing/second/e1`
    const posting = async () => (await sato.get(`/cases/${number}/acts/postLetters`)).body
    expect(await posting()).toContain('封入の確認が済んでいません')
    const own = await sato.get(second)
    expect(own.body).toContain('自分で封入した封筒は、自分で確かめられません')
    expect((await sato.post(second, {})).statusCode).toBe(409)
    // The packer's own row leads nowhere that only refuses.
    expect((await sato.get('/packing')).body).not.toContain(`href="${second}"`)
    expect((await sato.get('/packing')).body).toContain('封入し直す')

    const ito = await web.as('ito')
    expect((await ito.get('/postings')).body).toContain(`href="${second}"`)
    expect((await ito.get(second)).body).toContain('佐藤さんが番号を読み取って封入しました')
    const done = await ito.post(second, {})
    expect([done.statusCode, done.headers.location]).toEqual([303, `/packing?packed=${number}`])
    expect((await ito.get(String(done.headers.location))).body).toContain('差出票を作れます')
    expect(await posting()).not.toContain('封入の確認が済んでいません')
    const counter = (await ito.get('/postings')).body.split('id="counter"')[1]?.split('</section>')[0]
    expect(counter).toContain(`/cases/${number}/acts/postLetters`)
    expect((await ito.get(second)).statusCode).toBe(409)
  })

  test('is opened again when its letter is printed once more', async () => {
    await web.do(number, 'printLetter', { letter: 'l1', why: 'faulty' }, web.actor('sato'))
    const { body } = await sato.get('/postings')
    expect(body.split('id="pack"')[1]?.split('</section>')[0]).toContain(`href="${here()}"`)
  })
})

describe('what is handed over at the counter', () => {
  test('is read page by page without the face of an envelope, and then leaves by no post', async () => {
    const handed = await answeredCase(web, 'printed', { subject: { ...hanako, family: '窓口', given: '三郎' } })
    const codes = (await web.desk.pageSet(handed, ['l1'], sato.by)).map(pageCode)
    const pages = codes.filter(code => !code.includes('envelope-face'))
    const table = `/cases/${handed}/packing/l1`
    expect((await sato.get(table)).body).toContain(`href="${table}?handover=yes"`)
    const { body } = await sato.post(`${table}?handover=yes`, { scans: pages })
    expect(sign(body)).toBe('揃いました')
    expect(body).toContain(`action="${table}?handover=yes"`)
    expect(body).not.toContain('封筒の宛名面')
    expect((await sato.post(`${table}?handover=yes`, { scans: pages, record: 'yes' })).statusCode).toBe(303)
    const kase = async () => (await web.desk.kase(handed, sato.by))?.kase
    expect(await kase()).toMatchObject({ envelopes: [{ handover: true }] })
    const second = await (await web.as('ito')).get(`/cases/${handed}/packing/second/e1`)
    expect(second.body).toContain('手渡すもの')
    expect(second.body).not.toContain('封筒の宛名面')
  })
})
