import { wareki } from '../domain/era.ts'
import type { FormId, ReplyForm } from '../domain/letter.ts'
import { decisionOf, type LetterFacts, letterOf, told, type Value, type Values } from './facts.ts'
import { contentList, entriesOf, explanation, reasons } from './grounds-told.ts'
import { foot, head, provedReader, request, writer } from './head.ts'
import { decisionSentence } from './outcomes.ts'
import { remedies } from './remedies.ts'
import { feeLine } from './terms.ts'

/** 回答書: one letter per approved decision. */
export const replyValues = (form: ReplyForm, facts: LetterFacts): Values => {
  const decision = decisionOf(facts)
  const reader = decision.outcome === 'out_of_scope' ? writer(facts) : provedReader(facts)
  const enclosures = enclosureLines(facts, form)
  const more = remedies(decision)
  return {
    ...head(facts, reader),
    ...request(facts, [decision.kind]),
    decision: decisionSentence(decision.kind, decision.outcome),
    ...special[form](facts),
    fee: feeLine(facts.kase, facts.policy, [decision.kind]),
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

const measures = (facts: LetterFacts): Value[] =>
  entriesOf(facts).map(entry => ({
    measure: entry.label,
    range: entry.text ?? 'ご請求の範囲の全部',
    doneOn: day(entry, facts),
  }))

const records = (facts: LetterFacts): Values => {
  const given = entriesOf(facts).filter(entry => !entry.received)
  const received = entriesOf(facts).filter(entry => entry.received)
  return {
    ...(given.length > 0 && {
      provided: given.map(each => ({
        date: day(each, facts),
        recipient: each.label,
        items: each.text ?? '',
        consent: each.before ?? '―',
      })),
    }),
    ...(received.length > 0 && {
      received: received.map(each => ({
        date: day(each, facts),
        source: each.label,
        items: each.text ?? '',
        how: each.before ?? '―',
      })),
    }),
  }
}

const methodNames = { paper: '書面の交付', electronic: '電磁的記録の提供', other: '当社が定める方法' } as const

const paperMethod = ({ policy, kase }: LetterFacts): string => {
  const strict = policy.reply.value.options.includes('addressee_only')
  return kase.intake.method === 'electronic'
    ? methodNames.electronic
    : `${methodNames.paper}${strict ? '（配達証明付き本人限定受取郵便による送付）' : ''}`
}

const investigated = (facts: LetterFacts): string =>
  told(facts, decisionOf(facts).content) ?? '当社の登録の内容及びその根拠となる資料を確認いたしました。'

const withReasons = (facts: LetterFacts): Values => {
  const rows = reasons(facts)
  return rows.length === 0 ? {} : { reasons: rows }
}

const information = (facts: LetterFacts): Values => ({
  information: [
    ...contentList(facts),
    ...reasons(facts).map(reason => ({
      label: '提供しない理由',
      text: `${String(reason.facts)}\n${String(reason.ground)}`,
    })),
  ],
})

const searchedOn = ({ kase, today }: LetterFacts): string =>
  wareki(
    kase.inquiries
      .map(each => each.answeredOn)
      .filter(each => each !== undefined)
      .sort()
      .at(-1) ?? today,
  )

const special: Record<ReplyForm, (facts: LetterFacts) => Values> = {
  'reply-purpose': facts => ({
    purposes: entriesOf(facts).map(entry => ({ data: entry.label, purpose: entry.text ?? '' })),
  }),
  'reply-purpose-refusal': withReasons,
  'reply-disclosure-full': facts => ({ method: paperMethod(facts), contents: contentList(facts) }),
  'reply-disclosure-part': facts => ({
    method: paperMethod(facts),
    contents: contentList(facts),
    ...withReasons(facts),
  }),
  'reply-disclosure-refusal': withReasons,
  'reply-absent': facts => ({
    searched: decisionOf(facts).searched.map(each => ({ ...each })),
    searchedOn: searchedOn(facts),
  }),
  'reply-method-change': facts => ({
    requestedMethod: methodNames[facts.kase.intake.method],
    difficulty: explanation(facts),
    method: told(facts, decisionOf(facts).content) ?? '書面の交付',
  }),
  'reply-third-party-records': facts => ({ method: paperMethod(facts), ...records(facts), ...withReasons(facts) }),
  'reply-correction': facts => ({
    investigation: investigated(facts),
    corrections: corrections(facts),
    ...withReasons(facts),
  }),
  'reply-correction-refusal': facts => ({ investigation: investigated(facts), ...withReasons(facts) }),
  'reply-suspension': facts => ({ measures: measures(facts), ...withReasons(facts) }),
  'reply-suspension-refusal': withReasons,
  'reply-suspension-substitute': facts => ({
    difficulty: explanation(facts),
    measures: entriesOf(facts).map(entry => ({
      measure: [entry.label, entry.text].filter(Boolean).join('：'),
      doneOn: day(entry, facts),
    })),
  }),
  'reply-foreign': information,
  'reply-held-information': information,
  'reply-out-of-scope': facts => ({
    explanation: explanation(facts),
    ...(entriesOf(facts).length > 0 && {
      otherDesk: entriesOf(facts).map(entry => ({ label: entry.label, text: entry.text ?? '' })),
    }),
  }),
}

const enclosureLines = (facts: LetterFacts, form: ReplyForm): string[] => {
  const forms: readonly FormId[] = letterOf(facts)?.enclosures ?? []
  const titles: Partial<Record<FormId, string>> = {
    'request-correction': '保有個人データ訂正等請求書　1部',
    'request-suspension': '保有個人データ利用停止等請求書　1部',
  }
  const lines = forms.map(each => titles[each] ?? '').filter(Boolean)
  return form === 'reply-disclosure-full' || form === 'reply-disclosure-part' ? lines : []
}
