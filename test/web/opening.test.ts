import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operatorIds } from '../operators.ts'
import { envelope, numberIn, personOf, taro } from './opening-form.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterAll(() => web.gone())

const caseOf = async (location: unknown) => {
  const found = await web.desk.kase(numberIn(location), sato.by)
  if (found === null) throw new Error(`no case at ${location}`)
  return found.kase
}
const formsOf = (kase: { letters: readonly { form: string }[] }) => kase.letters.map(letter => letter.form)

const asked = { ims: 3300, 'kinki-telecom': 1100, 'cloud-walker': 3150, iij: 1000, sakura: 1415 } as const

describe('one press', () => {
  test.each(operatorIds)('makes a case of %s with its dues and its 受付票', async operator => {
    const stamps = { 'fee.means': 'stamps', 'fee.stamps.0.face': '５００', 'fee.stamps.0.count': '２' }
    const answer = await sato.fill('/cases/new', envelope(operator, operator === 'iij' ? stamps : {}))
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(/^\/cases\/26\d{6}$/)
    const kase = await caseOf(answer.headers.location)
    expect(kase.intake).toMatchObject({
      operator,
      arrivedOn: '2026-11-20',
      stampedOn: '2026-11-20',
      postedOn: '2026-11-18',
      trackingNumber: '31234567895',
      missing: [],
    })
    expect(kase.fee.dues.map(due => due.asked)).toEqual([asked[operator]])
    expect(formsOf(kase)).toEqual(['reception-slip'])
    expect(kase.fee.receipts.map(receipt => receipt.amount)).toEqual(operator === 'iij' ? [1000] : [])
  })

  test('asks for what is missing and drafts the letter and the form that go out', async () => {
    const letter = { onForm: [], enclosed: [] }
    const answer = await sato.fill('/cases/new', envelope('ims', letter))
    const kase = await caseOf(answer.headers.location)
    expect(kase.intake.missing).toEqual(['request-disclosure', 'subject_identity'])
    expect(kase.intake.arrivedOn).toBe('2026-11-20')
    expect(kase.supplements).toMatchObject([{ items: ['request-disclosure', 'subject_identity'], dueOn: '2026-12-21' }])
    expect(formsOf(kase)).toEqual(['reception-slip', 'supplement-request'])
    expect(kase.letters.at(-1)?.enclosures).toContain('request-disclosure')
  })

  test('makes the case even where the letter cannot be written, and says so', async () => {
    const answer = await sato.fill('/cases/new', envelope('ims', { enclosed: [], 'subject.address': '' }))
    expect(answer.headers.location).toMatch(/\?note=supplement-letter$/)
    const kase = await caseOf(answer.headers.location)
    expect(kase.supplements).toHaveLength(1)
    expect(formsOf(kase)).toEqual(['reception-slip'])
  })

  test('takes several kinds and an agent with the papers that were there', async () => {
    const answer = await sato.fill(
      '/cases/new',
      envelope('ims', {
        kinds: ['disclosure', 'correction'],
        requester: 'appointed',
        ...personOf('agent', taro),
        enclosed: ['agent_identity', 'seal_certificate'],
      }),
    )
    const kase = await caseOf(answer.headers.location)
    expect(kase.intake).toMatchObject({
      requester: 'appointed',
      kinds: ['disclosure', 'correction'],
      missing: ['power_of_attorney'],
    })
    expect(formsOf(kase)).toEqual(['reception-slip', 'supplement-request'])
    expect(kase.letters.at(-1)?.enclosures).toContain('power-of-attorney')
  })

  test('books the 定額小為替 that lay in the envelope, with their dates', async () => {
    const answer = await sato.fill(
      '/cases/new',
      envelope('ims', {
        'fee.means': 'postal_order',
        'fee.orders.0.face': '1000',
        'fee.orders.0.issuedOn': 'R8.11.1',
        'fee.orders.1.face': '300',
        'fee.orders.1.issuedOn': '2026/11/01',
      }),
    )
    const kase = await caseOf(answer.headers.location)
    expect(kase.fee.receipts).toMatchObject([
      {
        means: 'postal_order',
        amount: 1300,
        applied: 1300,
        receivedOn: '2026-11-20',
        orders: [{ face: 1000 }, { face: 300 }],
      },
    ])
  })

  test('keeps an agent out of the case while the person asks', async () => {
    const answer = await sato.fill('/cases/new', envelope('ims', personOf('agent', taro)))
    expect((await caseOf(answer.headers.location)).intake.agent).toBeUndefined()
  })

  test('keeps names byte for byte', async () => {
    const name = { family: '髙﨑', given: '𠮷辻\u{E0100}' }
    const answer = await sato.fill('/cases/new', envelope('ims', personOf('subject', name)))
    const number = numberIn(answer.headers.location)
    const [subject] = await web.desk.reveal(number, [(await caseOf(answer.headers.location)).intake.subject], sato.by)
    expect(subject).toMatchObject(name)
  })

  test('pressed twice makes one case with one of everything', async () => {
    const fields = envelope('iij', {
      _once: 'the-same-press',
      enclosed: [],
      'fee.means': 'stamps',
      'fee.stamps.0.face': '100',
      'fee.stamps.0.count': '10',
    })
    const before = (await web.desk.list({}, sato.by)).total
    const [first, second] = await Promise.all([sato.fill('/cases/new', fields), sato.fill('/cases/new', fields)])
    expect(second.headers.location).toBe(first.headers.location)
    expect((await web.desk.list({}, sato.by)).total).toBe(before + 1)
    const kase = await caseOf(first.headers.location)
    expect(kase.fee.receipts).toHaveLength(1)
    expect(kase.supplements).toHaveLength(1)
    expect(formsOf(kase)).toEqual(['reception-slip', 'supplement-request'])
  })

  test('links a follow-up to the case that it follows', async () => {
    const first = numberIn((await sato.fill('/cases/new', envelope('sakura'))).headers.location)
    const page = await sato.get(`/cases/new?linked=${first}&relation=follow_up`)
    expect(page.body).toContain('value="花子"')
    expect(page.body).toMatch(/name="operator" value="sakura" checked/)
    const answer = await sato.fill(
      `/cases/new?linked=${first}&relation=follow_up`,
      envelope('sakura', { linkedTo: first, relation: 'follow_up', kinds: ['correction'] }),
    )
    expect((await caseOf(answer.headers.location)).links).toEqual([{ other: first, relation: 'follow_up' }])
  })
})

describe('who may open', () => {
  test.each(['takahashi', 'ito'] as const)('%s may not', async who => {
    const browser = await web.as(who)
    expect((await browser.get('/cases/new')).statusCode).toBe(403)
    expect((await browser.post('/cases/new', envelope('ims'))).statusCode).toBe(403)
    expect((await browser.post('/cases/new/preview', envelope('ims'))).statusCode).toBe(403)
  })

  test('nobody does without the form token', async () => {
    const before = (await web.desk.list({}, sato.by)).total
    for (const url of ['/cases/new', '/cases/new/check', '/cases/new/preview'])
      expect((await sato.post(url, { ...envelope('ims'), _csrf: 'of another session' })).statusCode).toBe(403)
    expect((await web.desk.list({}, sato.by)).total).toBe(before)
  })

  test('a stranger is sent to the sign-in page', async () => {
    expect((await web.app.inject({ url: '/cases/new' })).headers.location).toBe('/sign-in?next=%2Fcases%2Fnew')
  })

  test('a clerk sees only the operators that she serves', async () => {
    const tanaka = await web.as('tanaka')
    const page = await tanaka.get('/cases/new')
    expect(page.body).toMatch(/name="operator" value="iij" checked/)
    expect(page.body).not.toContain('value="ims"')
    const refused = await tanaka.fill('/cases/new', envelope('ims'))
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('登録されていない事業者です')
  })

  test('a case of another desk is not opened from its number', async () => {
    const number = numberIn((await sato.fill('/cases/new', envelope('ims'))).headers.location)
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get(`/cases/new?linked=${number}&relation=follow_up`)).statusCode).toBe(404)
    expect((await tanaka.get(`/cases/new?from=${number}`)).statusCode).toBe(404)
  })
})
