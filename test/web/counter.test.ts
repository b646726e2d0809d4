import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../documents/pdf.ts'
import { requestFor } from '../domain/given.ts'
import { answeredCase } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let cases: string[]
const gca = (number: string) => `${number}-l1~gca40t`
/** Numbers with the right check digit: the first ten digits modulo 7. */
const tracking = (serial: number) => {
  const ten = String(1311238385 + serial)
  return `${ten}${Number(ten) % 7}`
}
const list = () => ({ on: '2026-11-21', rows: cases.map(gca).join('.') })
const address = () => `/counter/list?${new URLSearchParams(list())}`
const postingsOf = async (number: string) => (await web.desk.kase(number, sato.by))?.kase.postings ?? []

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  cases = []
  for (let nth = 0; nth < 3; nth++) cases.push(await answeredCase(web, 'packed'))
}, 90_000)
afterAll(() => web.gone())

describe('choosing for the counter', () => {
  test('offers packed envelopes with the service that the policy promises and the weight of its pages', async () => {
    const printed = await answeredCase(web, 'printed')
    const { body } = await sato.get('/counter')
    for (const number of cases) expect(body).toMatch(new RegExp(`value="${number}-l1"[^>]*checked`))
    expect(body).not.toContain(`value="${printed}-l1"`)
    expect(body).toContain('一般書留（配達証明・本人限定受取）')
    // Sheets of 4 g each and an envelope with its slips.
    expect(body).toMatch(/両面(\d)枚・長形3号として 約(\d+)g/)
    const [, sheets, grams] = /両面(\d)枚・長形3号として 約(\d+)g/.exec(body) ?? []
    expect(Number(grams)).toBe(Number(sheets) * 4 + 8)
    expect(body).toContain(`value="${grams}"`)
    const oneSided = (await sato.get('/counter?sides=one')).body
    expect(oneSided).toMatch(/片面\d枚・長形3号として/)
    expect((await sato.get('/postings')).body).toContain('href="/counter"')
  })

  test('leads to a list that stands in its address', async () => {
    const rows = Object.fromEntries(
      cases.flatMap(number => [
        [`of.c${number}-l1.way`, 'gca'],
        [`of.c${number}-l1.grams`, '４０'],
        [`of.c${number}-l1.size`, 't'],
      ]),
    )
    const answer = await sato.post('/counter', { on: '2026/11/21', take: cases.map(number => `${number}-l1`), ...rows })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(address())
  })

  test.each([
    [{ on: 'きのう' }, '日付を読み取れませんでした'],
    [{ on: '2026/11/21' }, '選んでください'],
  ])('says what is wrong with %o', async (fields, words) => {
    const answer = await sato.post('/counter', fields)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })

  test('says every weight that is wrong, at its field, by the number on the envelope', async () => {
    const wrong = cases.slice(0, 2)
    const fields = Object.fromEntries(
      cases.flatMap(number => [
        [`of.c${number}-l1.way`, 'gca'],
        [`of.c${number}-l1.grams`, wrong.includes(number) ? 'x' : '40'],
      ]),
    )
    const answer = await sato.post('/counter', { on: '2026/11/21', take: cases.map(each => `${each}-l1`), ...fields })
    expect(answer.statusCode).toBe(422)
    for (const number of wrong) {
      const id = `f-of-c${number}-l1-grams`
      expect(answer.body).toContain(
        `href="#${id}">${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}：重さは`,
      )
      expect(answer.body).toMatch(new RegExp(`id="${id}"[^>]*value="x"[^>]*aria-describedby="${id}-issue"`))
    }
    expect(answer.body.match(/aria-invalid/g)).toHaveLength(wrong.length)
  })

  test('ticks all or none without a script, and keeps what was typed', async () => {
    const grams = { [`of.c${cases[0]}-l1.grams`]: '77' }
    const ticked = (body: string) => body.match(/name="take"[^>]*checked/g)?.length ?? 0
    const none = await sato.post('/counter', { on: '2026/11/22', take: `${cases[0]}-l1`, tick: 'none', ...grams })
    expect([none.statusCode, ticked(none.body)]).toEqual([200, 0])
    expect(none.body).toContain('value="2026/11/22"')
    expect(none.body).toContain('value="77"')
    const all = await sato.post('/counter', { on: '2026/11/22', tick: 'all', ...grams })
    expect(ticked(all.body)).toBe(cases.length)
  })

  test('tells those who only read whose work it is, and shows them no button', async () => {
    const { body } = await (await web.as('takahashi')).get('/counter')
    expect(body).toContain('差出票は、受付と経理の方が作ります')
    expect(body).not.toContain('すべて選ぶ')
  })

  test.each(['0', '-5', '4e1', '99999', ''])('takes no weight of %s', async grams => {
    const number = cases[0] ?? ''
    const row = { [`of.c${number}-l1.way`]: 'gca', [`of.c${number}-l1.grams`]: grams, [`of.c${number}-l1.size`]: 't' }
    const answer = await sato.post('/counter', { on: '2026/11/21', take: `${number}-l1`, ...row })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('重さは1から4000まで')
  })
})

describe("the counter's list", () => {
  test('shows every price with its parts and the total, and is a PDF', async () => {
    const { body } = await sato.get(address())
    expect(body).toContain('1,210円')
    expect(body).toContain('110＋480＋350＋270')
    expect(body).toContain('3,630円')
    const pdf = await sato.get(`/counter/list.pdf?${new URLSearchParams(list())}`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(await textOf(pdf.rawPayload)).toContain('3,630円')
  })

  test('has no total and no PDF while one has no price', async () => {
    const dear = `/counter/list?on=2026-11-21&rows=${cases[0]}-l1~gca60t`
    expect((await sato.get(dear)).body).toContain('料金表にありません')
    expect((await sato.get(dear.replace('list?', 'list.pdf?'))).statusCode).toBe(422)
  })

  test.each(['', 'x', '26000014', `${'26000014-l1~g40t.'.repeat(101)}26000014-l1~g40t`])(
    'is not there for an address that we did not write: %s',
    async rows => {
      expect((await sato.get(`/counter/list?on=2026-11-21&rows=${rows}`)).statusCode).toBe(404)
    },
  )

  test('says neither name nor sender to those who serve another operator', async () => {
    const { body } = await (await web.as('tanaka')).get(address())
    expect(body).not.toContain('山田')
    expect(body).not.toContain('差出票（PDF）')
  })
})

describe("reading the receipt's numbers", () => {
  const send = (fields: Record<string, string>) => sato.post('/counter/list', { ...list(), ...fields })

  test('records one row, without the letters of the reader, and comes back at the next', async () => {
    expect((await sato.get(address())).body).toMatch(/name="n1"[^>]*autofocus/)
    const answer = await send({ n1: `A${tracking(0)}A`, n2: '', n3: '', _once: 'scan-1' })
    expect(answer.statusCode).toBe(303)
    expect(await postingsOf(cases[0] ?? '')).toMatchObject([
      { trackingNumber: tracking(0), postedOn: '2026-11-21', service: 'general_registered' },
    ])
    const { body } = await sato.get(address())
    expect(body).toContain('131-12-38385-2')
    expect(body).toContain('残り2通')
    expect(body).not.toContain('name="n1"')
    expect(body).toMatch(/name="n2"[^>]*autofocus/)
  })

  test('records nothing twice when the same form is sent again', async () => {
    await send({ n1: `A${tracking(0)}A`, _once: 'scan-1' })
    expect(await postingsOf(cases[0] ?? '')).toHaveLength(1)
  })

  test('does not take the number of another row', async () => {
    const answer = await send({ n2: tracking(0), _once: 'scan-2' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('1番と同じ番号')
    expect(await postingsOf(cases[1] ?? '')).toEqual([])
  })

  test('leaves a row that cannot be read where it is, and records the others', async () => {
    const answer = await send({ n2: '12345', n3: tracking(2), _once: 'scan-3' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('番号を読み取れませんでした')
    expect(answer.body).toContain('value="12345"')
    expect(await postingsOf(cases[1] ?? '')).toEqual([])
    expect(await postingsOf(cases[2] ?? '')).toHaveLength(1)
  })

  test('warns of a wrong check digit, and records it when told so', async () => {
    const wrong = `${tracking(1).slice(0, -1)}${(Number(tracking(1).slice(-1)) + 1) % 7}`
    const warned = await send({ n2: wrong, _once: 'scan-4' })
    expect(warned.statusCode).toBe(422)
    expect(warned.body).toContain('検査数字が合いません')
    expect(await postingsOf(cases[1] ?? '')).toEqual([])
    expect((await send({ n2: wrong, 'accept.n2': wrong, _once: 'scan-5' })).statusCode).toBe(303)
    expect(await postingsOf(cases[1] ?? '')).toMatchObject([{ trackingNumber: wrong }])
    expect((await sato.get(address())).body).toContain('すべて記録しました')
  })

  test('records nothing of an envelope whose packing was not checked', async () => {
    const number = await answeredCase(web, 'printed')
    const answer = await sato.post('/counter/list', {
      on: '2026-11-21',
      rows: gca(number),
      n1: tracking(9),
      _once: 's',
    })
    expect(answer.statusCode).toBe(422)
    expect(await postingsOf(number)).toEqual([])
  })

  test('is not for those who only read, nor for another operator', async () => {
    const number = await answeredCase(web, 'packed')
    const fields = { on: '2026-11-21', rows: gca(number), n1: tracking(8), _once: 't' }
    expect((await (await web.as('takahashi')).post('/counter/list', fields)).statusCode).toBe(403)
    expect((await (await web.as('tanaka')).post('/counter/list', fields)).statusCode).toBe(422)
    expect(await postingsOf(number)).toEqual([])
  })
})

describe('a list of two senders', () => {
  const rowsOf = (body: string) =>
    [...body.matchAll(/<h2>(差出人[^<]*)|<td class="right digits">(\d+)<\/td>.*?name="(n\d+)".*?cases\/(\d{8})/gs)].map(
      ([, title, no, field, number]) => title?.trim() ?? { no, field, number },
    )

  test('stands on the screen as on the paper: sender, sheet and number, and a number read there goes to that person', async () => {
    const noticed = async (operator: string) => {
      const number = await web.do(null, 'logRequest', requestFor(operator), sato.by)
      await web.do(number, 'writeLetter', { form: 'acknowledgement' }, sato.by)
      await web.do(number, 'printLetter', { letter: 'l1' }, sato.by)
      await web.pack(number, ['l1'], sato.by, web.actor('ito'))
      return number
    }
    const [a, k, b] = [await noticed('ims'), await noticed('kinki-telecom'), await noticed('ims')]
    const take = [a, k, b].map(number => `${number}-l1`)
    const ways = Object.fromEntries(
      take.flatMap(text => [
        [`of.c${text}.way`, 'r'],
        [`of.c${text}.grams`, '40'],
        [`of.c${text}.size`, 't'],
      ]),
    )
    const made = await sato.post('/counter', { on: '2026/11/21', take, ...ways })
    const where = String(made.headers.location)
    expect(decodeURIComponent(where)).toContain(`rows=${[a, b, k].map(number => `${number}-l1~r40t`).join('.')}`)
    const { body } = await sato.get(where)
    expect(rowsOf(body)).toEqual([
      expect.stringMatching(/^差出人 .+1枚中1枚目$/),
      { no: '1', field: 'n1', number: a },
      { no: '2', field: 'n2', number: b },
      expect.stringMatching(/^差出人 .+1枚中1枚目$/),
      { no: '1', field: 'n3', number: k },
    ])
    // The same list as somebody wrote it down in another order: the third number is still the one of the second sender.
    const mixed = { on: '2026-11-21', rows: [a, k, b].map(number => `${number}-l1~r40t`).join('.') }
    expect((await sato.post('/counter/list', { ...mixed, n3: tracking(20), _once: 'two' })).statusCode).toBe(303)
    expect(await postingsOf(k)).toMatchObject([{ trackingNumber: tracking(20) }])
    expect(await postingsOf(b)).toEqual([])
    const twice = await sato.post('/counter/list', { ...mixed, n2: tracking(20), _once: 'three' })
    expect(twice.body).toMatch(/の1番と同じ番号/)
  })
})
