import { describe, expect, test } from 'vitest'
import { type Outcome, outcomesOf, type RequestKind, requestKindNames } from '../../src/domain/kinds.ts'
import { type Given, hanako, ito, logged, paid, proved, type Story, sato, searched, suzuki } from '../domain/given.ts'
import { drawn, groundsFor, long, longText, pagesOf, pdfOf, replied, valuesOf } from './letter-cases.ts'
import { textOf } from './pdf.ts'
import { definitions } from './sheets.ts'

const each = requestKindNames.flatMap(kind =>
  outcomesOf[kind].map((outcome): [RequestKind, Outcome] => [kind, outcome]),
)
const given: readonly Outcome[] = ['full', 'part', 'other_method', 'substitute']

/** With one sentence for everything, as a clerk in a hurry writes it. */
const terse = (kind: RequestKind, outcome: Outcome): Given<'draftDecision'> => {
  const grounds = groundsFor(kind, outcome)
  return {
    kind,
    outcome,
    ...(grounds.length > 0 && { grounds, facts: '調査の結果による。' }),
    ...(given.includes(outcome) && { content: '別紙のとおり' }),
  }
}

/** With everything that can be told, item by item. */
const full = (kind: RequestKind, outcome: Outcome): Given<'draftDecision'> => {
  const [ground] = groundsFor(kind, outcome)
  return {
    ...terse(kind, outcome),
    content: `${longText}\nそのほかは、お問い合わせください。`,
    entries: [
      { label: '氏名（髙﨑𠮷辻󠄀）', before: '高崎', text: longText, on: '2026-11-20', received: 'on' },
      { label: longText.slice(0, 60), text: '会員管理システムに登録', on: '2026-11-19' },
      { label: '項目名だけのもの', text: '（記載なし）' },
    ],
    ...(ground && { facts: longText, withheld: [{ item: '審査の評価', ground, facts: longText }] }),
  }
}

const asked = (kind: RequestKind, more: Parameters<typeof logged>[1] = {}): Story =>
  logged('ims', { kinds: [kind], ...more }).tell(proved, searched)

describe.each(each)('the answer to %s: %s', (kind, outcome) => {
  test.each([
    ['in one sentence', terse(kind, outcome), {}],
    ['item by item, to a long name', full(kind, outcome), { subject: long, wanted: longText }],
  ] as const)('prints %s', async (_, decision, more) => {
    const story = asked(kind, more).tell(replied(decision))
    const paper = await textOf(await pdfOf(story))
    expect(paper).toContain(story.kase.number)
    expect(paper).toMatch(/以上/)
    expect(paper).not.toContain('undefined')
  })
})

const agent = { family: '鈴木', given: '次郎', postcode: '862-0950', address: '熊本県熊本市中央区水前寺六丁目18番1号' }

/** Answered in the plainest way that the kind knows. */
const answer = (
  kind: RequestKind,
  outcome: Outcome,
  more: Partial<Given<'draftDecision'>> = {},
  from: Parameters<typeof logged>[1] & { operator?: string } = {},
): Story => {
  const { operator = 'ims', ...intake } = from
  const story = logged(operator, { kinds: [kind], ...intake }).tell(searched)
  return story.tell(replied({ ...terse(kind, outcome), ...more }))
}

describe('what an answer says', () => {
  test.each([
    [
      'disclosure',
      '保有個人データの不存在について',
      'ご請求に係る保有個人データは存在しませんので、個人情報の保護に関する法律（以下「法」といいます。）第33条第3項の',
    ],
    [
      'third_party_records',
      '第三者提供記録の不存在について',
      '第三者提供記録は存在しませんので、個人情報の保護に関する法律（以下「法」といいます。）第33条第5項において準用する同条第3項の',
    ],
    ['correction', '保有個人データの不存在について', '訂正等は行いません'],
    [
      'suspension',
      '保有個人データの不存在について',
      '個人情報の保護に関する法律（以下「法」といいます。）第35条第7項の',
    ],
  ] as const)('of nothing held, asked for %s', async (kind, title, sentence) => {
    const story = answer(kind, 'absent')
    const paper = await textOf(await pdfOf(story))
    expect(paper).toContain(title)
    expect(paper).toContain(sentence)
    expect(paper).toContain('用語の意味')
    expect(await pagesOf(story)).toBe(1)
  })

  test.each(['foreign_transfer', 'held_information'] as const)(
    'of a refused %s: reasons and no empty information',
    kind => {
      const values = valuesOf(answer(kind, 'refused'))
      expect(values.information).toBeUndefined()
      expect(values.reasons).toHaveLength(1)
      expect(values.fee).toBe('手数料はかかりません。')
      expect(values.remedies).toEqual(['決定の理由について、下記のお問い合わせ先に説明を求めることができます。'])
    },
  )

  test('of a request outside the Act names the other desk and keeps no fee', () => {
    const story = answer('disclosure', 'out_of_scope', {
      grounds: ['scope-sender'],
      facts: '投稿者の情報を求めておられます。',
      entries: [{ label: '発信者情報開示請求窓口', text: '電話 03-0000-0000' }],
      content: '書式は、窓口のページにあります。',
    })
    expect(valuesOf(story)).toMatchObject({
      explanation: expect.stringContaining('根拠：情報流通プラットフォーム対処法（'),
      otherDesk: [{ label: '発信者情報開示請求窓口', text: '電話 03-0000-0000' }, '書式は、窓口のページにあります。'],
      fee: '手数料はいただきません。',
    })
  })

  test('of stopping the provision to third parties does not speak of 利用停止等', async () => {
    for (const outcome of ['full', 'refused', 'substitute'] as const)
      expect(await textOf(await pdfOf(answer('third_party_stop', outcome)))).not.toContain('利用停止等')
  })

  test('of records of provision gives each in its own table, received ones apart', () => {
    const values = valuesOf(
      answer('third_party_records', 'full', {
        entries: [
          { label: '株式会社決済代行', before: '同意あり', text: '氏名', on: '2026-04-01' },
          { label: '株式会社名簿', text: '住所', on: '2026-05-01', received: 'on' },
        ],
      }),
    )
    expect(values.provided).toEqual([
      { date: '令和8年4月1日', recipient: '株式会社決済代行', items: '氏名', consent: '同意あり' },
    ])
    expect(values.received).toEqual([{ date: '令和8年5月1日', source: '株式会社名簿', items: '住所', how: '―' }])
  })

  test('of several kinds in one envelope: the free one says that it is free', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] }).tell(paid(), searched)
    expect(valuesOf(story.tell(replied(terse('correction', 'full')))).fee).toBe('手数料はかかりません。')
    expect(valuesOf(story.tell(replied(terse('disclosure', 'full')))).fee).toBe(
      '3,300円（税率10％、うち消費税額300円）　令和8年11月20日受領',
    )
  })

  test('names the Act in full once and goes on with 法', () => {
    const values = valuesOf(answer('disclosure', 'refused'))
    expect(values.kindWithArticle).toBe('保有個人データの開示（法第33条第1項）')
    const forms = [...definitions.values()].filter(({ id }) => id.startsWith('reply-'))
    for (const { id, blocks } of forms) {
      const first = blocks.find(block => block.block === 'paragraph')
      expect([id, first?.text.match(/個人情報の保護に関する法律（以下「法」といいます。）/g)?.length]).toEqual([id, 1])
      expect([id, JSON.stringify(blocks).match(/個人情報の保護に関する法律/g)?.length]).toEqual([id, 1])
    }
    expect(JSON.stringify(values.reasons)).toContain('法第33条第2項第1号（')
  })

  test('cites the words of the policy where it has its own', () => {
    expect(JSON.stringify(valuesOf(answer('disclosure', 'refused', {}, { operator: 'sakura' })).reasons)).toContain(
      '本人又は第三者の生命、身体、財産、その他の権利利益を害するおそれがある場合',
    )
  })

  test('tells several grounds of one refusal with their facts once', () => {
    const { reasons } = valuesOf(answer('disclosure', 'refused', { grounds: ['33-2-1', '33-2-2'] }))
    expect(reasons).toHaveLength(1)
    expect(JSON.stringify(reasons).match(/調査の結果による/g)).toHaveLength(1)
  })

  test('explains a change of method by the item, where only an item was given', () => {
    const story = answer('disclosure', 'other_method', {
      grounds: [],
      facts: undefined,
      withheld: [{ item: '録音', ground: '33-2-method', facts: '媒体が特殊です。' }],
    })
    expect(valuesOf(story).difficulty).toMatch(/^媒体が特殊です。\n根拠：法第33条第2項（/)
  })
})

describe('the fee on an answer', () => {
  const told = (...stretches: ((story: Story) => Story)[]) =>
    valuesOf(logged('ims').tell(searched, ...stretches, replied(terse('disclosure', 'refused')))).fee

  test.each([
    ['not yet paid', [], '3,300円（税率10％、うち消費税額300円）'],
    [
      'paid',
      [paid()],
      '3,300円（税率10％、うち消費税額300円）　令和8年11月20日受領。ご請求に応じられない場合も、手数料はお返ししておりません。',
    ],
    ['waived', [waived], '3,300円（税率10％、うち消費税額300円）を免除いたしました。'],
    [
      'paid in part, the rest waived',
      [paid('1000'), waived],
      '3,300円（税率10％、うち消費税額300円）のうち1,000円　令和8年11月20日受領、2,300円を免除。ご請求に応じられない場合も、手数料はお返ししておりません。',
    ],
  ] as const)('%s', (_, stretches, line) => {
    expect(told(...stretches)).toBe(line)
  })
})

function waived(story: Story): Story {
  return story.as(ito).do('proposeWaiver', { reason: '当社の誤り' }).as(suzuki).do('approveWaiver', {}).as(sato)
}

describe('the reader of an answer', () => {
  test.each(['parent', 'guardian', 'appointed', 'lawyer'] as const)(
    'is the person while a %s may not receive',
    requester => {
      const story = answer('disclosure', 'full', {}, { requester, agent, subject: { ...hanako, bornOn: '2015-04-03' } })
      expect(valuesOf(story).addressee).toMatchObject({ name: '山田　花子', honorific: '様' })
    },
  )

  test('is the agent who may, in the name of the person', () => {
    const story = logged('ims', { requester: 'parent', agent, subject: { ...hanako, bornOn: '2015-04-03' } })
      .do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2030-01-01' })
      .do('receivePaper', {
        whose: 'agent',
        kind: 'family_register',
        as: 'original',
        receivedOn: '2026-11-20',
        issuedOn: '2026-11-01',
      })
      .do('checkIdentity', { whose: 'agent', papers: ['p1'] })
      .do('checkAuthority', { papers: ['p2'] })
      .tell(searched, replied(terse('disclosure', 'full')))
    expect(valuesOf(story).addressee).toEqual({
      postcode: '862-0950',
      lines: ['熊本県熊本市中央区水前寺六丁目18番1号'],
      name: '鈴木　次郎',
      honorific: '様',
      onBehalf: '山田　花子様　法定代理人',
    })
  })

  test('lives where the papers say, with the postcode that the clerk copied', () => {
    const story = logged('ims')
      .do('receivePaper', { kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2030-01-01' })
      .do('checkIdentity', {
        papers: ['p1'],
        address: '〒８６０－０８０７ 熊本市中央区下通一丁目3番8号\n101号',
        nameOnPaper: '山田 華子',
      })
      .tell(searched, replied(terse('disclosure', 'full')))
    expect(valuesOf(story).addressee).toEqual({
      postcode: '860-0807',
      lines: ['熊本市中央区下通一丁目3番8号', '101号'],
      name: '山田　華子',
      honorific: '様',
    })
  })
})

describe('what is missing on an answer is named, not thrown', () => {
  const { postcode: _postcode, ...noPostcode } = hanako
  const { address: _address, ...noAddress } = hanako

  test.each([
    ['no postcode', { subject: noPostcode }, 'addressee.postcode', 'empty_field'],
    ['no address', { subject: noAddress }, 'addressee.lines', 'empty_field'],
    [
      'an address longer than any window',
      { subject: { ...hanako, address: '辻'.repeat(200), building: '棟'.repeat(200) } },
      'addressee.lines',
      'overflow',
    ],
  ] as const)('%s', (_, from, field, code) => {
    expect(drawn(answer('disclosure', 'full', {}, from))).toEqual([
      { path: 'form', code, about: { form: 'reply-disclosure-full', field } },
    ])
  })

  test('particulars that have been erased', () => {
    expect(drawn(answer('disclosure', 'full'), { subject: true })).toMatchObject([
      { path: 'form', code: 'empty_field', about: { field: 'addressee.postcode' } },
    ])
  })
})
