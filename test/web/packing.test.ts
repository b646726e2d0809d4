import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageCode } from '../../src/domain/page-code.ts'
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
  other = await answeredCase(web, 'printed')
  const codes = async (of: string) => (await web.desk.pageSet(of, ['l1'], web.actor('sato'))).map(pageCode)
  right = await codes(number)
  stray = (await codes(other))[0] ?? ''
})
afterAll(() => web.gone())

const here = () => `/cases/${number}/packing/l1`
const read = (scans: readonly string[], scan = '', more: Record<string, string> = {}) =>
  sato.post(here(), { scans, scan, ...more })
const sign = (body: string) => /class="packing-sign[^>]*>(?:<[^>]*>[^<]*<\/[^>]*>)?([^<]*)/.exec(body)?.[1]?.trim()

describe('reading the pages of an envelope', () => {
  test('says what belongs there and that nothing was read yet', async () => {
    const { body, statusCode } = await sato.get(here())
    expect(statusCode).toBe(200)
    for (const words of ['回答書（全部開示）', '訂正等請求書', '利用停止等請求書', '封筒の宛名面'])
      expect(body).toContain(words)
    expect(sign(body)).toBe(`あと${right.length}面`)
    expect(body).toMatch(/<input id="scan"[^>]*autofocus/)
    expect(body).not.toContain('封入を記録する')
  })

  test('counts one page after another without a script, the pages read so far travelling with the form', async () => {
    const { body } = await read(right.slice(0, 1), right[1])
    expect(sign(body)).toBe(`あと${right.length - 2}面`)
    // In the order in which they were read: what is taken out is named by its place.
    expect([...body.matchAll(/name="scans" value="([^"]*)"/g)].map(found => found[1])).toEqual(right.slice(0, 2))
  })

  test('names a sheet of another person and lets it be taken out', async () => {
    const { body } = await read(right, stray)
    expect(sign(body)).toBe('違うものが入っています')
    expect(body).toContain(`${other.slice(0, 2)}-${other.slice(2, 7)}-${other.slice(7)}の文書1`)
    expect(body).toContain('別の方の書類です。')
    expect(body).not.toContain('封入を記録する')
    const out = await read([...right, stray], '', { remove: String(right.length) })
    expect(sign(out.body)).toBe('揃いました')
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

  test('opens the envelope of whatever page is read, with that page read', async () => {
    const answer = await sato.get(`/packing?scan=${encodeURIComponent(right[0] ?? '')}`)
    expect(answer.headers.location).toBe(`${here()}?${new URLSearchParams({ scan: right[0] ?? '' })}`)
    const { body } = await sato.get(String(answer.headers.location))
    expect(sign(body)).toBe(`あと${right.length - 1}面`)
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

    const second = `/cases/${number}/packing/second/e1`
    const posting = async () => (await sato.get(`/cases/${number}/acts/postLetters`)).body
    expect(await posting()).toContain('封入の確認が済んでいません')
    const own = await sato.get(second)
    expect(own.body).toContain('自分で封入した封筒は、自分で確かめられません')
    expect((await sato.post(second, {})).statusCode).toBe(409)

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
    await web.do(number, 'printLetter', { letter: 'l1' }, web.actor('sato'))
    const { body } = await sato.get('/postings')
    expect(body.split('id="pack"')[1]?.split('</section>')[0]).toContain(`href="${here()}"`)
  })
})
