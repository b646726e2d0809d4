import type { Entry } from '../domain/decision.ts'
import { wareki } from '../domain/era.ts'
import type { ReplyForm } from '../domain/letter.ts'
import { decisionOf, type LetterFacts, told, type Value, type Values } from './facts.ts'
import { feeLine } from './fee-told.ts'
import { contentLines, contentList, entriesOf, explanation, labelled, reasons } from './grounds-told.ts'
import { foot, head, provedReader, request, writer } from './head.ts'
import { enclosedForms } from './instructions.ts'
import { decisionSentence } from './outcomes.ts'
import { remedies } from './remedies.ts'
import { answerArticles } from './terms.ts'

/** 回答書: one letter per approved decision. */
export const replyValues = (form: ReplyForm, facts: LetterFacts): Values => {
  const decision = decisionOf(facts)
  // What lies outside the Act needs no proof of identity, so that none is there to take an address from.
  const reader = decision.outcome === 'out_of_scope' ? writer(facts) : provedReader(facts)
  const enclosures = enclosedForms(facts)
  const more = remedies(decision)
  return {
    ...head(facts, reader),
    // The first sentence of every reply names the Act and calls it 法.
    ...request(facts, [decision.kind], '法'),
    decision: decisionSentence(decision.kind, decision.outcome),
    ...special[form](facts),
    fee: feeLine(facts.kase, facts.policy, decision),
    ...(more.length > 0 && { remedies: more }),
    ...(enclosures.length > 0 && { enclosures }),
    ...foot(facts),
  }
}

const day = (entry: { on?: Parameters<typeof wareki>[0] | undefined }, facts: LetterFacts) =>
  wareki(entry.on ?? facts.today)

const corrections = (facts: LetterFacts): Value[] =>
  entriesOf(facts).map(entry => ({
    item: entry.label,
    before: entry.before ?? '（記載なし）',
    after: entry.text ?? '（削除）',
    doneOn: day(entry, facts),
  }))

const measures = (facts: LetterFacts): Values[] => {
  const entries = entriesOf(facts)
  const told = entries.map(entry => ({
    measure: entry.label,
    range: entry.text ?? 'ご請求の範囲の全部',
    doneOn: day(entry, facts),
  }))
  return told.length > 0
    ? told
    : contentLines(facts).map(measure => ({ measure, range: 'ご請求の範囲', doneOn: wareki(facts.today) }))
}

/** 規則20条・24条: what was given or received, when, to or from whom (law.md §1.3). */
const records = (facts: LetterFacts): Values => {
  const given = entriesOf(facts).filter(entry => !entry.received)
  const received = entriesOf(facts).filter(entry => entry.received)
  const row = (each: Entry) => ({ date: each.on === undefined ? '―' : wareki(each.on), items: each.text ?? '―' })
  return some({
    provided: given.map(each => ({ ...row(each), recipient: each.label, consent: each.before ?? '―' })),
    received: received.map(each => ({ ...row(each), source: each.label, how: each.before ?? '―' })),
    contents: contentLines(facts),
  })
}

/** Lists that hold something. */
const some = (lists: Record<string, Value[]>): Values =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))

const methodNames = { paper: '書面の交付', electronic: '電磁的記録の提供', other: '当社が定める方法' } as const

const methodTold = ({ policy, kase }: LetterFacts): string => {
  if (kase.intake.method !== 'paper') return methodNames[kase.intake.method]
  const { options } = policy.reply.value
  const how = [
    ...(options.includes('delivery_certificate') ? ['配達証明付き'] : []),
    ...(options.includes('addressee_only') ? ['本人限定受取'] : []),
  ].join('')
  return `${methodNames.paper}${how === '' ? '' : `（${how}郵便による送付）`}`
}

const checked = '当社の登録の内容及びその根拠となる資料を確認いたしました。'

const investigated = (facts: LetterFacts): string => told(facts, decisionOf(facts).content) ?? checked

const withReasons = (facts: LetterFacts): Values => some({ reasons: reasons(facts).map(each => ({ ...each })) })

const information = (facts: LetterFacts): Values => ({
  ...some({ information: contentList(facts) }),
  ...withReasons(facts),
})

/** 第三者提供記録 and the other kinds have a name and a paragraph of their own (33条5項, law.md §1.3). */
const matter = (facts: LetterFacts): Values => {
  const { kind } = decisionOf(facts)
  return { what: kind === 'third_party_records' ? '第三者提供記録' : '保有個人データ', article: answerArticles[kind] }
}

const asked = (facts: LetterFacts): Values => ({
  asked: decisionOf(facts).kind === 'third_party_stop' ? '第三者への提供の停止' : '利用停止等',
})

const searchedOn = ({ kase, today }: LetterFacts): string =>
  wareki(
    kase.inquiries
      .map(each => each.answeredOn)
      .filter(each => each !== undefined)
      .sort()
      .at(-1) ?? today,
  )

const purposes = (facts: LetterFacts): Values[] => [
  ...entriesOf(facts).map(entry => ({ data: entry.label, purpose: entry.text ?? '' })),
  ...contentLines(facts).map(purpose => ({ data: 'ご請求の対象', purpose })),
]

const special: Record<ReplyForm, (facts: LetterFacts) => Values> = {
  'reply-purpose': facts => ({ purposes: purposes(facts) }),
  'reply-purpose-refusal': withReasons,
  'reply-disclosure-full': facts => ({ method: methodTold(facts), contents: contentList(facts) }),
  'reply-disclosure-part': facts => ({
    method: methodTold(facts),
    contents: contentList(facts),
    ...withReasons(facts),
  }),
  'reply-disclosure-refusal': facts => ({ ...matter(facts), ...withReasons(facts) }),
  'reply-absent': facts => {
    const records = decisionOf(facts).kind === 'third_party_records'
    return {
      ...matter(facts),
      searched: decisionOf(facts).searched.map(each => ({ ...each })),
      searchedOn: searchedOn(facts),
      ...(records ? { aboutRecords: true } : { aboutData: true }),
    }
  },
  'reply-method-change': facts => ({
    ...matter(facts),
    requestedMethod: methodNames[facts.kase.intake.method],
    difficulty: explanation(facts),
    method: contentLines(facts).join('\n') || '書面の交付',
    ...some({ contents: labelled(entriesOf(facts)) }),
  }),
  'reply-third-party-records': facts => ({ method: methodTold(facts), ...records(facts), ...withReasons(facts) }),
  'reply-correction': facts => {
    const rows = corrections(facts)
    // 34条3項: the answer tells what was corrected, be it item by item or in a sentence.
    return {
      ...(rows.length > 0
        ? { investigation: investigated(facts), corrections: rows }
        : { investigation: checked, done: contentLines(facts) }),
      ...withReasons(facts),
    }
  },
  'reply-correction-refusal': facts => ({ investigation: investigated(facts), ...withReasons(facts) }),
  'reply-suspension': facts => ({ ...asked(facts), measures: measures(facts), ...withReasons(facts) }),
  'reply-suspension-refusal': facts => ({ ...asked(facts), ...withReasons(facts) }),
  'reply-suspension-substitute': facts => ({
    ...asked(facts),
    difficulty: explanation(facts),
    measures:
      entriesOf(facts).length > 0 ? substitutes(facts) : measures(facts).map(({ range: _range, ...rest }) => rest),
  }),
  'reply-foreign': information,
  'reply-held-information': information,
  'reply-out-of-scope': facts => ({
    explanation: explanation(facts),
    ...some({ otherDesk: contentList(facts) }),
  }),
}

const substitutes = (facts: LetterFacts): Values[] =>
  entriesOf(facts).map(entry => ({
    measure: [entry.label, entry.text].filter(Boolean).join('：'),
    doneOn: day(entry, facts),
  }))
