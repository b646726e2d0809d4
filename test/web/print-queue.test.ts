import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptOffsets } from '../../src/web/print/printer-offsets.ts'
import { runsOf, squeeze } from '../documents/pdf.ts'
import { requestFor } from '../domain/given.ts'
import { answeredCase } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let first: string
let second: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  first = await answeredCase(web, 'written')
  second = await answeredCase(web, 'written')
}, 60_000)
afterAll(() => web.gone())

const pagesOf = async (pdf: Buffer) => (await runsOf(pdf)).map(page => squeeze(page.map(run => run.text).join('')))
const printedOf = async (number: string) => (await web.desk.letters(number, sato.by))[0]?.printed

/** The PDF that the page offers which the deed leads to. */
const fileOf = async (location: unknown, who = sato) => {
  const { body } = await who.get(String(location))
  const href = /href="(\/print-queue\/batch\.pdf[^"]*)"/.exec(body)?.[1] ?? expect.fail('no file is offered')
  return who.get(href.replaceAll('&amp;', '&'))
}

describe('printing a batch', () => {
  test('offers what waits, ticked, with its envelope', async () => {
    const { body } = await sato.get('/print-queue')
    for (const number of [first, second]) {
      expect(body).toMatch(new RegExp(`value="${number}-l1"[^>]*checked`))
      expect(body).toContain(`/cases/${number}/letters/l1/envelope.pdf`)
    }
    expect((await sato.get('/postings')).body).toContain('href="/print-queue"')
  })

  test('logs each print once, however often the form is sent, and gives the same file', async () => {
    const fields = { pick: [`${first}-l1`, `${second}-l1`], envelope: '長3', sides: 'both', _once: 'batch-1' }
    const sent = await sato.post('/print-queue', fields)
    expect(sent.statusCode).toBe(303)
    const { location = '' } = sent.headers
    const after = (await sato.get(String(location))).body
    expect(after).toContain('2通の印刷を記録しました')
    expect(after).toContain('href="/packing"')
    const pdf = await fileOf(location)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const pages = await pagesOf(pdf.rawPayload)
    expect(pages[0]).toContain('2通')
    expect(pages.length % 2).toBe(0)
    expect(pages.findIndex(page => page.includes(`${second}-L1-99`)) % 2).toBe(0)
    expect((await sato.post('/print-queue', fields)).headers.location).toBe(location)
    expect((await fileOf(location)).rawPayload).toEqual(pdf.rawPayload)
    expect([await printedOf(first), await printedOf(second)]).toEqual([1, 1])
  })

  test('logs a reprint again and gives the same bytes', async () => {
    const fields = { pick: `${first}-l1`, envelope: '長3', sides: 'one', why: 'faulty' }
    const { body } = await sato.get('/print-queue')
    expect(body).toContain('もう一度印刷する')
    const one = await sato.post('/print-queue', { ...fields, _once: 'again-1' })
    const two = await sato.post('/print-queue', { ...fields, _once: 'again-2' })
    const bytes = async (location: unknown) => (await fileOf(location)).rawPayload
    expect(await bytes(one.headers.location)).toEqual(await bytes(two.headers.location))
    expect(await printedOf(first)).toBe(3)
  })

  test('asks why, at the field, before it prints again', async () => {
    const before = await printedOf(first)
    const answer = await sato.post('/print-queue', { pick: `${first}-l1`, envelope: '長3', _once: 'why' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-why">もう一度印刷する理由：')
    expect(answer.body).toMatch(/id="f-why"[^>]*aria-describedby="f-why-issue"/)
    expect(await printedOf(first)).toBe(before)
  })

  test('prints nothing again that another window has printed meanwhile, whatever else was chosen', async () => {
    const [one, two] = [await answeredCase(web, 'written'), await answeredCase(web, 'written')]
    const pick = [`${one}-l1`, `${two}-l1`]
    const fields = { pick, fresh: pick.join(' '), envelope: '長3', sides: 'one' }
    expect((await sato.get('/print-queue')).body).toMatch(new RegExp(`name="fresh" value="[^"]*${two}-l1`))
    await sato.post('/print-queue', { ...fields, pick: [`${two}-l1`], _once: 'elsewhere' })
    const answer = await sato.post('/print-queue', { ...fields, why: 'faulty', _once: 'here' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('この画面を開いたあとに印刷されています')
    expect([await printedOf(one), await printedOf(two)]).toEqual([0, 1])
    // The same press twice is no other window.
    const alone = { ...fields, pick: [`${one}-l1`], _once: 'twice' }
    const { location } = (await sato.post('/print-queue', alone)).headers
    expect((await sato.post('/print-queue', alone)).headers.location).toBe(location)
    expect(await printedOf(one)).toBe(1)
  })

  test('ticks all or none without a script: what waits, never what is to be printed again', async () => {
    const fresh = await answeredCase(web, 'written')
    const none = await sato.post('/print-queue', { pick: `${fresh}-l1`, sides: 'one', tick: 'none' })
    expect([none.statusCode, /name="pick"[^>]*checked/.test(none.body)]).toEqual([200, false])
    expect(none.body).toMatch(/value="one" selected/)
    const all = (await sato.post('/print-queue', { tick: 'all' })).body
    expect(all).toMatch(new RegExp(`value="${fresh}-l1"[^>]*checked`))
    expect(all).not.toMatch(new RegExp(`value="${first}-l1"[^>]*checked`))
    expect(await printedOf(fresh)).toBe(0)
  })

  test('shows a letter that has to be written anew as such, not to be ticked, and prints the others', async () => {
    const number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
    await web.do(number, 'writeLetter', { form: 'acknowledgement' }, sato.by)
    await web.do(number, 'writeLetter', { form: 'cover-letter' }, sato.by)
    await web.do(number, 'discardLetter', { letter: 'l1' }, sato.by)
    const box = new RegExp(`<input[^>]*value="${number}-l2"[^>]*>`)
    for (const page of ['/print-queue', '/postings', '/labels']) {
      const { body } = await sato.get(page)
      const [tick = ''] = box.exec(body) ?? []
      expect(tick).toContain('disabled')
      expect(tick).not.toContain('checked')
      expect(body).toContain('作り直しが必要')
      expect(body).toContain(`href="/cases/${number}/acts/discardLetter"`)
    }
    for (const page of ['/print-queue', '/labels'])
      expect(box.exec((await sato.post(page, { tick: 'all' })).body)?.[0]).not.toContain('checked')
    const label = await sato.post('/labels', { sheet: 'a-one-12', start: '1', pick: `${number}-l2` })
    expect(label.statusCode).toBe(422)
    expect(label.body).toContain('作り直してください')
  })

  test('refuses all of it by name for one that cannot be printed, and logs nothing', async () => {
    const before = await printedOf(second)
    const answer = await sato.post('/print-queue', {
      pick: [`${second}-l1`, `${second}-l9`],
      envelope: '長3',
      _once: 'x',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('この文書はありません')
    expect(await printedOf(second)).toBe(before)
    const stranger = await (await web.as('tanaka')).post('/print-queue', {
      pick: `${first}-l1`,
      envelope: '長3',
      _once: 'y',
    })
    expect(stranger.statusCode).toBe(422)
    expect(stranger.body).not.toContain('山田')
  })

  test('asks for a choice, and takes nothing that no box of ours has', async () => {
    for (const fields of [{ _once: 'z' }, { pick: '../../etc', _once: 'z' }]) {
      const answer = await sato.post('/print-queue', fields)
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('印刷する文書を選んでください')
    }
    expect((await sato.get('/print-queue/batch.pdf?letters=x&on=2026-11-21')).statusCode).toBe(404)
  })

  test('gives the file of a recorded print alone: neither before it nor once its papers are packed', async () => {
    const number = await answeredCase(web, 'written')
    const file = `/print-queue/batch.pdf?letters=${number}-l1&on=2026-11-21&envelope=none`
    const refused = await sato.get(file)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('まだ印刷を記録していないか')
    await web.do(number, 'printLetter', { letter: 'l1' }, sato.by)
    expect((await sato.get(file)).headers['content-type']).toBe('application/pdf')
    await web.pack(number, ['l1'], sato.by, web.actor('ito'))
    expect((await sato.get(file)).statusCode).toBe(409)
  })

  test('shows a letter that was not printed without its codes, and from its print on the very file', async () => {
    const number = await answeredCase(web, 'written')
    const seen = async () => (await pagesOf((await sato.get(`/cases/${number}/letters/l1.pdf`)).rawPayload)).join('')
    const before = await seen()
    expect(before).toContain('確認用')
    expect(before).not.toContain(`${number}-L1-`)
    await web.do(number, 'printLetter', { letter: 'l1' }, sato.by)
    const after = await seen()
    expect(after).not.toContain('確認用')
    expect(after).toContain(`${number}-L1-0-1/`)
  })

  test('is not for those who only read', async () => {
    const auditor = await web.as('takahashi')
    const { body } = await auditor.get('/print-queue')
    expect(body).not.toContain('1つのPDFにする')
    expect(body).toContain('印刷は、受付と経理の方が行います')
    expect(body).not.toContain('type="checkbox"')
    expect((await auditor.post('/print-queue', { pick: `${first}-l1`, _once: 'a' })).statusCode).toBe(403)
    expect(
      (await (await web.as('tanaka')).get(`/print-queue/batch.pdf?letters=${first}-l1&on=2026-11-21`)).statusCode,
    ).toBe(422)
  })
})

describe('one envelope', () => {
  test.each(['長3', '角2'])('of %s is a PDF of one page', async paper => {
    const answer = await sato.get(`/cases/${first}/letters/l1/envelope.pdf?paper=${encodeURIComponent(paper)}`)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(await pagesOf(answer.rawPayload)).toHaveLength(1)
  })

  test('is not there for those who serve another operator', async () => {
    const answer = await (await web.as('tanaka')).get(`/cases/${first}/letters/l1/envelope.pdf`)
    expect(answer.statusCode).toBe(404)
  })

  test('of a paper of the house is said to have none', async () => {
    await web.do(first, 'writeLetter', { form: 'reception-slip' }, sato.by)
    const answer = await sato.get(`/cases/${first}/letters/l2/envelope.pdf`)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('封筒の宛名がありません')
  })
})

describe('labels', () => {
  const choice = { sheet: 'a-one-12', start: '11', x: '0.5', y: '-1.2' }

  test('begin at the free position and go on with a new sheet', async () => {
    const third = await answeredCase(web, 'written')
    // The first one ticked in both lists is still one envelope.
    const pick = [`${first}-l1`, `${second}-l1`, `${first}-l1`, `${third}-l1`]
    const answer = await sato.post('/labels', { ...choice, pick })
    expect(answer.statusCode).toBe(303)
    const { body } = await sato.get(String(answer.headers.location))
    expect(body).toContain('ラベル3枚を、11番から並べました')
    // Two on the sheet that was begun, one on the next: that one goes on at its second label.
    expect(body).toMatch(/name="start"[^>]*value="2"/)
    const href = /href="(\/labels\/sheet\.pdf[^"]*)"/.exec(body)?.[1] ?? expect.fail('no file is offered')
    expect(await pagesOf((await sato.get(href.replaceAll('&amp;', '&'))).rawPayload)).toHaveLength(2)
  })

  test('can be tried without a letter', async () => {
    const answer = await sato.post('/labels', { ...choice, try: '1' })
    const [rulers = ''] = await pagesOf((await sato.get(String(answer.headers.location))).rawPayload)
    expect(rulers).toContain('右へ0.5mm、下へ-1.2mm')
  })

  test('keep how far the printer is off, for labels and for envelopes, in the browser', async () => {
    const x = async (by: Browser, url: string) => (await runsOf((await by.get(url)).rawPayload)).flat()[0]?.x ?? 0
    const face = `/cases/${first}/letters/l1/envelope.pdf`
    const before = await x(sato, face)
    const other = await web.as('sato')
    const kept = await other.post('/labels', { ...choice, faceX: '2.0', faceY: '-1.5', keep: '1' })
    expect(kept.statusCode).toBe(303)
    expect((await other.get(String(kept.headers.location))).body).toContain('補正を保存しました')
    // Labels are made by a form that does not hold the offsets: the kept ones count.
    const made = await other.post('/labels', { sheet: 'a-one-12', start: '1', pick: `${first}-l1` })
    expect(made.headers.location).toContain('x=0.5&y=-1.2')
    expect(await x(other, face)).toBeCloseTo(before + (2 * 72) / 25.4, 1)
    expect(await x(sato, face)).toBe(before)
    const { body } = await other.get('/labels')
    for (const value of ['0.5', '-1.2', '2.0', '-1.5']) expect(body).toContain(`value="${value}"`)
    const fields = { pick: `${first}-l1`, envelope: '長3', sides: 'one', why: 'faulty', _once: 'moved' }
    const { location } = (await other.post('/print-queue', fields)).headers
    expect(location).toContain('faceX=2.0&faceY=-1.5')
    const [, page = []] = await runsOf((await fileOf(location, other)).rawPayload)
    expect(page[0]?.x).toBeCloseTo(before + (2 * 72) / 25.4, 1)
  })

  test.each(['999_0_0_0', 'x', '', '1_2_3_4_5;--'])('a cookie that is not ours (%s) moves nothing', value => {
    const request = { cookies: { kaiji_printer: value } } as unknown as FastifyRequest
    const { label, face } = keptOffsets({ request })
    for (const tenth of [label.x, label.y, face.x, face.y]) expect(Math.abs(tenth)).toBeLessThanOrEqual(100)
  })

  test('try a window too, which takes no labels', async () => {
    expect((await sato.get('/labels')).body).toContain('長形3号窓付き')
    const window = { ...choice, sheet: 'naga3-window' }
    const answer = await sato.post('/labels', { ...window, try: '1' })
    const [, outline = ''] = await pagesOf((await sato.get(String(answer.headers.location))).rawPayload)
    expect(outline).toContain('あて名の場所')
    expect((await sato.post('/labels', { ...window, pick: `${first}-l1` })).statusCode).toBe(422)
    expect((await sato.get(`/labels/sheet.pdf?letters=${first}-l1&sheet=naga3-window&start=1`)).statusCode).toBe(404)
  })

  test.each([
    [{ start: '13' }, '1から12まで'],
    [{ x: '11' }, '-10.0から10.0まで'],
    [{ y: '1.25' }, '小数第1位'],
    [{}, '選んでください'],
  ])('say what is wrong with %o', async (wrong, words) => {
    const answer = await sato.post('/labels', { ...choice, ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })

  test('are not for those who only read, who are told whose work it is', async () => {
    const auditor = await web.as('takahashi')
    const { body } = await auditor.get('/labels')
    expect(body).toContain('宛名ラベルは、受付と経理の方が作ります')
    expect(body).not.toContain('ラベルを作る</button>')
    expect((await auditor.post('/labels', { ...choice, pick: `${first}-l1` })).statusCode).toBe(403)
  })

  test('show no address to those who serve another operator', async () => {
    const answer = await (await web.as('tanaka')).get(`/labels/sheet.pdf?letters=${first}-l1&sheet=a-one-12&start=1`)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain('熊本県')
  })
})
