import { describe, expect, test } from 'vitest'
import { returnReasons } from '../../src/domain/delivery.ts'
import { requestKindNames } from '../../src/domain/kinds.ts'
import type { Notice } from '../../src/domain/letter.ts'
import {
  feeLapsed,
  hanako,
  ito,
  logged,
  paid,
  readyToPost,
  refunded,
  type Story,
  sent,
  suzuki,
  Story as Tale,
} from '../domain/given.ts'
import { drawn, long, longText, notified, pagesOf, pdfOf, valuesOf } from './letter-cases.ts'
import { textOf } from './pdf.ts'

const most = {
  subject: long,
  requester: 'appointed',
  agent: long,
  wanted: longText,
  kinds: [...requestKindNames],
} as const
const lacking = { enclosed: [], onForm: false }
const asked = (more = {}) =>
  new Tale().do('logFormRequest', {
    operator: 'sakura',
    channel: 'email',
    receivedOn: '2026-11-20',
    requester: long,
    kinds: ['disclosure'],
    ...more,
  })

/** How a case comes to call for each notice: in its plainest form, and with everything long. */
const called: readonly [Notice, (story: () => Story) => Story][] = [
  ['reception-slip', story => story()],
  ['acknowledgement', story => story()],
  ['reckoning', story => story()],
  ['form-cover', story => story()],
  ['request-disclosure', story => story()],
  ['request-correction', story => story()],
  ['request-suspension', story => story()],
  ['request-foreign', story => story()],
  ['power-of-attorney', story => story()],
  ['withdrawal-form', story => story()],
  ['cover-letter', story => story().tell(notified('acknowledgement'))],
  ['supplement-request', story => story().do('requestSupplement', { more: longText })],
  ['fee-notice', story => story().do('requestFee', {})],
  [
    'fee-reminder',
    story => story().tell(paid('1000')).as(suzuki).do('requestFee', {}).tell(feeLapsed('2027-02-03', '2026-12-21')),
  ],
  ['counter-slip', story => story().tell(paid('3300', 'cash'))],
  ['fee-receipt', story => story().tell(paid())],
  ['fee-return', story => story().tell(paid('9000'), refunded('200'))],
  ['withdrawal-confirmation', story => story().do('withdraw', { kinds: [], on: '2026-11-21', how: 'phone' })],
  [
    'deemed-withdrawal',
    story =>
      story()
        .do('requestSupplement', { more: '対象' })
        .day('2027-01-04')
        .as(suzuki)
        .do('deemWithdrawn', { because: 'supplement' }),
  ],
  ['extension-notice', story => story().do('extendDeadline', { until: '2026-12-25', reason: longText })],
]

describe.each(called)('%s', (form, call) => {
  test.each([
    ['of a plain case', () => logged('ims')],
    ['of a case with everything missing', () => logged('ims', lacking)],
    ['with the longest names', () => logged('ims', { ...most, ...lacking })],
  ] as const)('prints %s', async (_, story) => {
    const told = call(story).tell(notified(form))
    expect(await textOf(await pdfOf(told))).not.toContain('undefined')
  })
})

test('a slip of a request that needs no papers has no empty table', async () => {
  const story = logged('ims', { kinds: ['held_information'] }).tell(notified('reception-slip'))
  expect(valuesOf(story)).toMatchObject({ suitFrom: '法第39条の対象となる請求ではありません。' })
  expect(await textOf(await pdfOf(story))).not.toContain('同封物の点検')
})

describe('forms sent before a request', () => {
  test('say that the request has no day yet; after one they say that its day stands', () => {
    expect(valuesOf(asked().tell(notified('form-cover')))).toMatchObject({ askedOn: '令和8年11月20日' })
    const arrived = valuesOf(logged('ims', lacking).tell(notified('form-cover')))
    expect(arrived.askedOn).toBeUndefined()
    expect(JSON.stringify(arrived.steps)).not.toContain('ご請求の日')
  })

  test('to no address are refused by the field', () => {
    const { postcode: _postcode, address: _address, ...rest } = hanako
    const byPhone = { operator: 'iij', channel: 'phone', requester: { ...rest, phone: '090-0000-1234' } }
    expect(drawn(asked(byPhone).tell(notified('form-cover')))).toMatchObject([
      { path: 'form', code: 'empty_field', about: { form: 'form-cover', field: 'addressee.postcode' } },
    ])
  })

  test('money that came too early goes back with a letter that names no request', async () => {
    const story = asked().as(ito).do('receiveFee', { means: 'cash', amount: '1415', receivedOn: '2026-11-20' })
    story.do('refundFee', { receipt: 'r1', amount: '1415', means: 'cash', on: '2026-11-21', reason: '早い' })
    const values = valuesOf(story.tell(notified('fee-return')))
    expect(values).toMatchObject({ askedOn: '令和8年11月20日', returns: [{ amount: '1,415円' }] })
    expect(values.kindWithArticle).toBeUndefined()
  })
})

describe('a notice that the answer came back', () => {
  const back = (reason: (typeof returnReasons)[number], more = {}) =>
    readyToPost(more).tell(sent).do('recordReturn', { posting: 's1', on: '2026-11-21', reason })

  test.each(returnReasons.filter(reason => reason !== 'deceased'))(
    'by %s tells how to get it, and nothing of it',
    async reason => {
      const story = back(reason).tell(notified('returned-notice'))
      expect(valuesOf(story)).toMatchObject({
        service: '一般書留（配達証明・本人限定受取）',
        returnedOn: '令和8年11月21日',
        ways: [expect.any(String), expect.any(String)],
      })
      expect(await textOf(await pdfOf(story))).not.toMatch(/開示|第33条|undefined/)
    },
  )

  test('prints with the longest names', async () => {
    const story = back('unclaimed', { subject: long }).tell(notified('returned-notice'))
    expect(await pagesOf(story)).toBeLessThanOrEqual(2)
  })
})

describe('a cover letter', () => {
  const papers = (story: Story) => valuesOf(story.tell(notified('cover-letter'))).papers

  test('lists the letters that are still here with what they enclose, and whose data they hold', async () => {
    const story = readyToPost().tell(notified('fee-receipt'), notified('reception-slip'))
    expect(papers(story)).toMatchObject([
      { paper: expect.stringMatching(/^回答書（全部開示）（第\d{8}-1号）$/), copies: '1部' },
      { paper: '訂正等請求書', copies: '1部' },
      { paper: '利用停止等請求書' },
      { paper: expect.stringMatching(/^領収書（第\d{8}-2号）$/) },
    ])
    expect(valuesOf(story)).toMatchObject({ persons: '1名（宛名の方ご本人）' })
    expect(await pagesOf(story)).toBe(1)
  })

  test('leaves out what is posted, what was discarded and what goes to another reader', () => {
    const story = logged('ims', { requester: 'appointed', agent: long, enclosed: [] })
    story.tell(notified('subject-notice'), notified('acknowledgement')).do('discardLetter', { letter: 'l2' })
    story.tell(notified('withdrawal-form'))
    expect(papers(story)).toMatchObject([{ paper: expect.stringMatching(/^取下書（/) }])
    expect(valuesOf(story)).toMatchObject({ persons: '1名（代理される方ご本人）' })
  })
})

describe('a form to withdraw with', () => {
  const form = (more = {}) => valuesOf(logged('ims', more).tell(notified('withdrawal-form')))

  test('names the case, and asks where money goes back only if the request costs any', () => {
    expect(form()).toMatchObject({ number: expect.stringMatching(/^\d{8}$/), charged: true })
    expect(form({ kinds: ['correction'] })).toMatchObject({
      charged: false,
      kinds: '保有個人データの訂正等',
      feeSentence: 'このご請求に手数料はかかりません。',
    })
  })

  test('of every kind and the longest names stays on one page', async () => {
    expect(await pagesOf(logged('ims', { ...most, ...lacking }).tell(notified('withdrawal-form')))).toBe(1)
  })
})

describe('an acknowledgement', () => {
  const told = (story: Story) => valuesOf(story.tell(notified('acknowledgement')))

  test('tells the day of the answer, and that waiting for papers or money moves it', () => {
    const later = '書類の補正又は手数料のお支払いをお待ちする間は、その日数だけ遅くなることがあります。'
    expect(told(logged('ims')).planned).toMatch(
      new RegExp(`^令和8年12月\\d+日までに回答をお送りする予定です。${later}$`),
    )
    expect(told(logged('ims', { kinds: ['correction'] })).planned).not.toContain(later)
  })

  test('promises no day that has passed', () => {
    expect(told(logged('ims').day('2027-03-01')).planned).toBe('調査及び決定が済みしだい、遅滞なく回答をお送りします。')
  })

  test.each([
    ['nothing yet', () => logged('ims'), /^3,300円.*このうち3,300円のお支払いを.*別の書面で/],
    ['a day to pay by', () => logged('ims').do('requestFee', {}), /3,300円のお支払いを.*期限は令和8年12月/],
    ['a part', () => logged('ims').tell(paid('1000')), /このうち2,300円/],
    ['all of it', () => logged('ims').tell(paid()), /令和8年11月\d+日受領$/],
    ['no charge', () => logged('ims', { kinds: ['correction'] }), /^手数料はかかりません。$/],
  ] as const)('says of the fee: %s', (_, story, words) => {
    expect(told(story()).fee).toMatch(words)
  })

  test('asks for no proof where the Act asks for none, and says that something is missing', () => {
    const { course } = told(logged('ims', { kinds: ['held_information'] }))
    expect(course).toEqual(['ご請求の対象を調査し、決定します。', '結果を回答書でお知らせします。'])
    expect(JSON.stringify(told(logged('ims', lacking)).course)).toContain('不足している書類又は記載があります。')
  })
})

describe('a notice to the person about an agent', () => {
  const told = (today: string) =>
    valuesOf(logged('ims', { requester: 'appointed', agent: long }).day(today).tell(notified('subject-notice')))
      .objectBy

  test.each([
    ['2026-11-20', '令和8年12月4日'],
    ['2026-12-02', '令和8年12月9日'],
  ])('written on %s leaves until %s to object', (today, until) => {
    expect(told(today)).toBe(until)
  })
})

test('a part of the request that is withdrawn is named; the rest goes on', () => {
  const story = logged('ims', { kinds: ['disclosure', 'correction'] }).tell(paid())
  story.as(suzuki).do('withdraw', { kinds: ['disclosure'], on: '2026-11-21', how: 'phone' })
  expect(valuesOf(story.tell(notified('withdrawal-confirmation')))).toMatchObject({
    kindWithArticle: '保有個人データの開示（個人情報の保護に関する法律第33条第1項）',
    scope: '上記の種類のご請求（そのほかのご請求は続けます。）',
    fee: 'お納めいただいた3,300円の取扱いは、別にお知らせいたします。',
  })
})

describe('where to ask', () => {
  test('tells each way whole, and the hours in marks of paper', () => {
    const { contact, sender } = valuesOf(logged('sakura').tell(notified('acknowledgement'))) as {
      contact: string[]
      sender: { hours: string }
    }
    expect(contact).toEqual([
      'さくらインターネット株式会社　カスタマーセンター',
      '電話 0120-775664　電子メール support@sakura.ad.jp',
      '受付時間 平日10:00～18:00（土日祝日休業）',
    ])
    expect(sender.hours).toBe('平日10:00～18:00（土日祝日休業）')
  })

  test('of a desk without a named person says whose seal it is only once', () => {
    const { sender } = valuesOf(logged('ims').tell(notified('acknowledgement')))
    expect(sender).toMatchObject({ desk: '個人情報ご相談窓口', responsible: '責任者' })
  })
})

describe('what goes back', () => {
  test('is called by its name in the title and the first sentence', async () => {
    const paper = await textOf(await pdfOf(logged('ims').tell(paid('9000'), refunded('200'), notified('fee-return'))))
    expect(paper).toContain('手数料の返金について（お知らせ）')
    expect(paper).toContain('お預かりした手数料を、次のとおりお返しいたします。')
    expect(paper).not.toContain('書類又は')
  })

  test('an ended request says what did not come', async () => {
    const story = logged('ims').do('requestSupplement', { more: '対象' }).day('2027-01-04').as(suzuki)
    story.do('deemWithdrawn', { because: 'supplement' })
    expect(await textOf(await pdfOf(story.tell(notified('deemed-withdrawal'))))).toContain(
      '期限までに必要な補正を確認できませんでした。',
    )
  })
})
