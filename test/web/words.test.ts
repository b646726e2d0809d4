import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ruleOf, type Verb, verbNames } from '../../src/domain/case.ts'
import { groundCodes } from '../../src/domain/grounds.ts'
import { paperProblemCodes } from '../../src/domain/identity-rule.ts'
import { outcomesOf, requestKindNames } from '../../src/domain/kinds.ts'
import { stepCodes } from '../../src/domain/next-steps.ts'
import { policyWarningCodes } from '../../src/domain/policy-warnings.ts'
import { refusalCodes } from '../../src/domain/refusal.ts'
import { choiceLabel } from '../../src/words/choices.ts'
import { enclosureLabels, whySentence } from '../../src/words/enclosures.ts'
import { fieldLabel } from '../../src/words/fields.ts'
import { issueCodes, issueSentence } from '../../src/words/issues.ts'
import { letterWords } from '../../src/words/letters.ts'
import { groundWords, outcomeWords } from '../../src/words/outcomes.ts'
import { paperProblemSentence } from '../../src/words/paper-problems.ts'
import { refusalSentence } from '../../src/words/refusals.ts'
import { kindWithArticle, roleWords } from '../../src/words/requests.ts'
import { stepGroups, stepWords } from '../../src/words/steps.ts'
import { verbWords } from '../../src/words/verbs.ts'
import { policyWarningSentence } from '../../src/words/warnings.ts'

interface Shape {
  readonly enum?: readonly string[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
}

interface Found {
  readonly path: string
  readonly choices: readonly string[]
}

/** Every field of a body with its path as a form names it, rows numbered. */
const fieldsIn = (shape: Shape, before = ''): Found[] =>
  Object.entries(shape.properties ?? {}).flatMap(([name, each]) => {
    const path = `${before}${name}`
    const choices = each.enum ?? each.items?.enum ?? []
    return [
      { path, choices },
      ...fieldsIn(each, `${path}.`),
      ...(each.items?.properties ? fieldsIn(each.items, `${path}.0.`) : []),
    ]
  })

const fieldsOf = (verb: Verb): Found[] =>
  fieldsIn(z.toJSONSchema(ruleOf(verb).body, { io: 'input', unrepresentable: 'any' }) as Shape)

const everyField = verbNames.flatMap(verb => fieldsOf(verb).map(field => ({ verb, ...field })))

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Letters that stand in Japanese texts: file kinds and the letter of an era. */
const foreign = (text: string) => text.replace(/PDF|JPEG|PNG|R8(?=\.)/g, '').match(/[A-Za-z_]+/g)

/** What every text on a screen must be: Japanese, nothing of the program in it, no shouting. */
const expectPlain = (text: string) => {
  expect(text).toMatch(japanese)
  expect(foreign(text), text).toBeNull()
  expect(text).not.toMatch(/[!！{}<>]|NaN/)
}
const expectSentence = (text: string) => {
  expectPlain(text)
  expect(text).toMatch(/。$/)
}

describe('verbs and their fields', () => {
  it.each(verbNames)('%s has a button, a heading and its help in Japanese', verb => {
    const { label, title, help, irreversible } = verbWords[verb]
    for (const text of [label, title]) {
      expectPlain(text)
      expect(text).not.toMatch(/。/)
    }
    for (const text of [help, irreversible]) if (text !== undefined) expectSentence(text)
  })

  it('gives no two verbs the same button', () => {
    expect(new Set(verbNames.map(verb => verbWords[verb].label)).size).toBe(verbNames.length)
  })

  it('names what will happen wherever a verb destroys, decides or gives up something', () => {
    for (const verb of ['erase', 'shredPaper', 'approveDecision', 'withdraw', 'giveUpRefund'] as const)
      expect(verbWords[verb].irreversible).toBeDefined()
  })

  it.each(everyField)('$verb has a label for $path', ({ verb, path }) => {
    const { label, help } = fieldLabel(verb, path)
    expectPlain(label)
    expect(label).not.toBe('この欄')
    if (help !== undefined) expectSentence(help)
  })

  it.each(everyField.filter(({ choices }) => choices.length > 0))(
    '$verb has words for every choice of $path, all different',
    ({ path, choices }) => {
      const labels = choices.map(choice => choiceLabel(path, choice))
      for (const label of labels) expectPlain(label)
      expect(new Set(labels).size).toBe(choices.length)
    },
  )

  it('labels a part of a person and a piece of a row by its own name', () => {
    expect(fieldLabel('logRequest', 'subject.familyKana').label).toBe('セイ')
    expect(fieldLabel('receiveFee', 'orders.2.face').label).toBe('額面（円）')
    expect(fieldLabel('draftDecision', 'withheld.0.item').label).toBe('項目')
  })

  it('says what a field means to one verb where that is narrower', () => {
    expect(fieldLabel('shredPaper', 'on').label).toBe('廃棄した日')
    expect(fieldLabel('recordReturn', 'reason').label).toBe('戻った理由')
    expect(fieldLabel('amendArrival', 'reason').label).toBe('理由')
  })

  it('does not answer with a part of the language where a field does not exist', () => {
    for (const path of ['', 'constructor', 'subject.toString', 'nothing.0.here'])
      expect(fieldLabel('logRequest', path).label).toBe('この欄')
  })

  it('leaves a choice that people typed or the case numbered as it is', () => {
    expect(choiceLabel('enclosed', '返信用封筒')).toBe('返信用封筒')
    expect(choiceLabel('papers', 'p1')).toBe('p1')
    expect(choiceLabel('kinds', 'constructor')).toBe('constructor')
  })
})

describe('names of things', () => {
  it.each(requestKindNames)('%s stands with its article and has its own words for each outcome', kind => {
    expect(kindWithArticle(kind)).toMatch(/（第\d+条.*項.*）$/)
    const words = outcomesOf[kind].map(outcome => outcomeWords(kind, outcome))
    for (const text of words) expectPlain(text)
    expect(new Set(words).size).toBe(words.length)
  })

  it('speaks of correcting, stopping and disclosing, not of one word for all', () => {
    expect(outcomeWords('correction', 'full')).toBe('訂正等をする')
    expect(outcomeWords('third_party_stop', 'refused')).toBe('第三者への提供を停止しない')
    expect(outcomeWords('disclosure', 'part')).toBe('一部を開示する')
    expect(outcomeWords('purpose', 'absent')).toBe('不存在')
  })

  it('names every letter, ground and role differently', () => {
    for (const table of [letterWords, groundWords, roleWords, enclosureLabels]) {
      const words = Object.values(table)
      for (const text of words) expectPlain(text)
      expect(new Set(words).size).toBe(words.length)
    }
    expect(Object.keys(groundWords)).toEqual(groundCodes)
  })

  it.each(stepCodes)('step %s is a sentence under a known heading', code => {
    expectSentence(stepWords[code].what)
    expect(stepGroups).toContain(stepWords[code].group)
  })
})

describe('refusals', () => {
  it.each(refusalCodes)('%s is said without its figures', refused => {
    expectSentence(refusalSentence({ refused }))
  })

  it('tells two different refusals in different sentences', () => {
    expect(new Set(refusalCodes.map(refused => refusalSentence({ refused }))).size).toBe(refusalCodes.length)
  })

  it.each([
    ['date_in_future', { day: '2026-11-23' }, ['2026年11月23日（月）']],
    [
      'date_before_event',
      { day: '2026-11-01', earliest: '2026-11-04' },
      ['2026年11月1日（日）', '2026年11月4日（水）以後'],
    ],
    ['date_before_event', { day: '2026-11-21', earliest: '2026-11-21' }, ['2026年11月21日（土）より後']],
    ['supplement_not_due', { day: '2026-12-04' }, ['2026年12月4日（金）']],
    ['authority_ended', { day: '2026-04-01' }, ['2026年4月1日（水）']],
    ['certificate_window_over', { day: '2027-11-21' }, ['2027年11月21日（日）']],
    ['retention_running', { day: '2031-11-21' }, ['2031年11月21日（金）']],
    ['fee_not_published', { asked: 3300 }, ['3,300円']],
    ['amounts_differ', { sum: 950, amount: 1000 }, ['950円', '1,000円']],
    ['face_value_unknown', { face: 333 }, ['333円']],
    ['exceeds_balance', { most: 1415 }, ['1,415円']],
    ['exceeds_balance', { most: 0 }, ['残っていません']],
    ['ledger_not_zero', { held: 300 }, ['300円']],
    ['ledger_not_zero', { held: 0 }, ['納められていない手数料']],
    ['ground_not_for_kind', { ground: '33-2-1' }, ['33条2項1号']],
    ['reply_not_posted', { kind: 'disclosure' }, ['開示の回答']],
    ['not_delivered', { kind: 'correction' }, ['訂正・追加・削除の回答']],
    ['identity_insufficient', { problems: 'expired,too_few' }, ['有効期限切れ、点数の不足']],
    ['authority_missing', { problems: 'authority_paper_missing' }, ['代理権を証する書類がない']],
  ] as const)('%s names its figures', (refused, about, parts) => {
    const sentence = refusalSentence({ refused, about })
    expectSentence(sentence)
    for (const part of parts) expect(sentence).toContain(part)
  })
})

describe('issues', () => {
  it.each(issueCodes)('%s is said in Japanese', code => {
    expectSentence(issueSentence(code))
  })

  it('names the character that no font has, and the length that is allowed', () => {
    expect(issueSentence('missing_glyph', { character: '𡈽' })).toContain('「𡈽」')
    expect(issueSentence('too_long', { most: 80 })).toContain('80文字以内')
    expect(issueSentence('file_too_large', { megabytes: 20 })).toContain('20メガバイト')
    expect(issueSentence('sign_in_locked', { minutes: 15 })).toContain('15分')
  })

  it('never shows a code that it does not know', () => {
    for (const code of ['some_new_code', 'toString', 'yaml_block_as_implicit_key', ''])
      expectSentence(issueSentence(code))
  })
})

const warnings = [
  ['gross_price_stale', { amount: 3150, net: 3000, rate: 5 }, ['3,150円', '3,000円', '5%']],
  ['payment_not_published', { means: 'transfer,stamps' }, ['銀行振込、切手']],
  ['fee_below_postage', { fee: 1000, postage: 1210 }, ['1,000円', '1,210円']],
  ['forms_tied_to_paid_disclosure', { forms: 'request-correction' }, ['訂正等請求書']],
  ['paper_abolished', { paper: 'health_insurance_card', abolishedOn: '2025-12-02' }, ['健康保険証', '2025年12月2日']],
  ['kind_not_listed', { kind: 'purpose' }, ['利用目的の通知']],
  ['electronic_not_offered', { methods: 'paper' }, ['書面']],
] as const

describe('what is missing, and warnings', () => {
  it('says why an item is asked, for which kinds and by what means', () => {
    expect(whySentence('form', { kinds: 'correction' })).toContain('訂正・追加・削除には')
    expect(whySentence('fee', { kinds: 'disclosure', means: 'stamps' })).toBe(
      '開示には手数料がかかります。切手で同封していただきます。',
    )
    for (const why of ['form', 'identity', 'authority', 'fee'] as const) expectSentence(whySentence(why))
  })

  it.each(paperProblemCodes)('problem %s is told to the person politely', code => {
    expectSentence(paperProblemSentence(code))
    expectSentence(paperProblemSentence(code, { kind: 'utility_bill' }))
  })

  it('names paper and day as letters write them', () => {
    expect(paperProblemSentence('expired', { kind: 'driver_license', expiresOn: '2026-05-01' })).toContain(
      '運転免許証の有効期限（令和8年5月1日）',
    )
    expect(paperProblemSentence('too_old', { kind: 'residence_record', issuedOn: '2026-05-01', months: 3 })).toContain(
      '令和8年5月1日で、到達日において発行後3か月',
    )
    expect(paperProblemSentence('too_few', { usable: 1 })).toContain('1点')
  })

  it.each(warnings)('warning %s names its facts', (code, about, parts) => {
    const sentence = policyWarningSentence({ code, about })
    expectSentence(sentence)
    for (const part of parts) expect(sentence).toContain(part)
  })

  it('leaves no warning out of the table above', () => {
    expect(warnings.map(([code]) => code)).toEqual(policyWarningCodes)
  })
})

it('says of an address that does not fit what can be done about an address', () => {
  expect(issueSentence('overflow', { field: 'addressee.lines' })).toContain('住所の行をつなげて')
  expect(issueSentence('overflow', { field: 'body' })).not.toContain('住所')
})
