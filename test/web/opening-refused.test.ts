import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { type Envelope, envelope, personOf, taro } from './opening-form.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterAll(() => web.gone())

const wrong: readonly (readonly [string, Envelope, string, string])[] = [
  ['a day that does not exist', { arrivedOn: '令和8年2月30日' }, 'arrivedOn', '日付を読み取れませんでした'],
  ['no arrival at all', { arrivedOn: '' }, 'arrivedOn', '入力されていません'],
  ['an arrival to come', { arrivedOn: '2026/11/22' }, 'arrivedOn', '2026年11月22日（日）はまだ来ていません'],
  ['an arrival before posting', { arrivedOn: '2026/11/17' }, 'arrivedOn', '引受日より前の日付です'],
  ['a stamp before arrival', { stampedOn: 'R8.11.19' }, 'stampedOn', '到達日より前'],
  ['an attempt after arrival', { firstAttemptOn: '2026-11-21' }, 'arrivedOn', '以後の日付を入れてください'],
  ['an unknown operator', { operator: 'nobody' }, 'operator', '登録されていない事業者です'],
  ['no operator', { operator: '' }, 'operator', '選ばれていません。一つ選んでください。'],
  ['no kind', { kinds: [] }, 'kinds', '請求の種類が選ばれていません'],
  ['a kind that is none', { kinds: ['everything'] }, 'kinds', '選ばれていません'],
  ['a way of coming that is none', { service: 'pigeon' }, 'service', '選ばれていません'],
  ['a number that is none', { trackingNumber: '12345' }, 'trackingNumber', '引受番号を読み取れませんでした'],
  ['no name', { 'subject.family': '' }, 'subject.family', '入力されていません'],
  ['a letter that no font has', { 'subject.given': '花\u{3FFFD}' }, 'subject.given', '印刷できる書体がありません'],
  ['a reversed name', { 'subject.given': '花\u202E子' }, 'subject.given', '使えない文字が含まれています'],
  ['a short postcode', { 'subject.postcode': '860-004' }, 'subject.postcode', '郵便番号を読み取れませんでした'],
  ['an agent without a name', { requester: 'appointed' }, 'agent.family', '代理人の氏名がありません'],
  [
    'a parent of a child without a birthday',
    { requester: 'parent', ...personOf('agent', taro), 'subject.bornOn': '' },
    'subject.bornOn',
    '生年月日がありません',
  ],
  ['a fee that was never published', { shownFee: '100円' }, 'shownFee', '公表したことのない額です'],
  ['a follow-up to a number that is none', { linkedTo: '12345678' }, 'linkedTo', '受付番号が違います'],
  ['a form request that is none', { from: caseNumber(2026, 99_999) }, 'from', '用紙請求は見当たりません'],
  ['money without a sum', { 'fee.means': 'cash' }, 'fee.amount', '入力されていません'],
  ['a sum that is none', { 'fee.means': 'cash', 'fee.amount': '三千円' }, 'fee.amount', '金額を読み取れませんでした'],
  [
    'stamps that do not add up',
    { 'fee.means': 'stamps', 'fee.amount': '1,000', 'fee.stamps.0.face': '84', 'fee.stamps.0.count': '10' },
    'fee.amount',
    '内訳の合計は840円ですが、金額は1,000円です',
  ],
  [
    'a 定額小為替 of a value that does not exist',
    { 'fee.means': 'postal_order', 'fee.orders.0.face': '120', 'fee.orders.0.issuedOn': '2026/11/01' },
    'fee.orders',
    '120円の定額小為替はありません',
  ],
]

describe('what is wrong is said at its field, and nothing is stored', () => {
  test.each(wrong)('%s', async (_what, more, field, sentence) => {
    const answer = await sato.fill('/cases/new', envelope('ims', more))
    expect(answer.statusCode).toBe(422)
    const id = `f-${field.replaceAll('.', '-')}`
    expect(answer.body).toContain(`href="#${id}"`)
    const said = new RegExp(`id="${id}-issue"[^>]*>(.*?)</p>`, 's').exec(answer.body)?.[1]
    expect(said).toContain(sentence)
    expect((await web.desk.list({}, sato.by)).total).toBe(0)
  })

  test('every field at once, money included, with the values kept', async () => {
    const answer = await sato.fill(
      '/cases/new',
      envelope('ims', {
        postedOn: 'きのう',
        kinds: [],
        'subject.family': '',
        'fee.means': 'cash',
        'fee.amount': '多め',
      }),
    )
    for (const field of ['postedOn', 'kinds', 'subject-family', 'fee-amount'])
      expect(answer.body).toContain(`href="#f-${field}"`)
    for (const typed of ['value="きのう"', 'value="多め"', 'value="花子"', 'value="312-34-56789-5"'])
      expect(answer.body).toContain(typed)
    expect(answer.body).toMatch(/name="operator" value="ims" checked/)
  })

  test('a wrong check digit is told and does not stand in the way', async () => {
    const typed = envelope('ims', { trackingNumber: 'A31234567894A' })
    const looked = await sato.post('/cases/new/check', typed)
    expect(looked.body).toContain('検査数字が合いません')
    expect(looked.body).toContain('最後の数字は5になるはずです')
    const answer = await sato.fill('/cases/new', typed)
    expect(answer.statusCode).toBe(303)
    expect((await web.desk.list({ q: '31234567894' }, sato.by)).total).toBe(1)
  })
})
