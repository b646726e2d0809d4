import type { Entry, Withheld } from '../domain/decision.ts'
import { type GroundCode, groundOf } from '../domain/grounds.ts'
import { bySchedule } from '../domain/letter-enclosures.ts'
import type { ScheduleRow } from '../domain/schedule.ts'
import { decisionOf, type LetterFacts, told, type Values } from './facts.ts'
import { kindTitles } from './terms.ts'

/** A ground as the letter cites it; the Act was named in full with the kind asked for. The operator's own published words come first. */
export const cite = (facts: LetterFacts, code: GroundCode): string => {
  const ground = groundOf(code)
  const article = ground.article.startsWith('第') ? `法${ground.article}` : ground.article
  return `${article}（${ownWords(facts, code) ?? ground.sentence}）`
}

/** さくら prints three grounds in its policy; they follow the order of 33条2項1–3号. */
const ownWords = ({ policy }: LetterFacts, code: GroundCode): string | undefined => {
  const nth = ['33-2-1', '33-2-2', '33-2-3'].indexOf(code)
  return nth < 0 ? undefined : policy.refusalGrounds.value[nth]
}

interface Reason {
  readonly item: string
  readonly ground: string
  readonly facts: string
}

/** Reasons as rows: per item withheld, and one for the request as a whole. Facts come before the article when printed. */
export const reasons = (facts: LetterFacts): Reason[] => {
  const decision = decisionOf(facts)
  const items = (facts.texts(decision.withheld) as Withheld[] | null) ?? []
  const fact = told(facts, decision.facts)
  const listed = scheduled(facts, fact)
  // A ground that an item names already needs no row of its own, unless facts were told for it.
  const whole =
    fact === undefined
      ? decision.grounds.filter(code => ![...items.map(item => item.ground), ...scheduledGrounds(facts)].includes(code))
      : decision.grounds
  const rows = [
    ...items.map(({ item, ground, facts: why }) => ({ item, ground: cite(facts, ground), facts: why })),
    ...listed,
  ]
  if (whole.length === 0) return rows
  const what = decision.outcome === 'part' ? 'ご請求の一部' : `${kindTitles[decision.kind]}のご請求`
  return [
    ...rows,
    {
      item: what,
      ground: whole.map(code => cite(facts, code)).join('\n'),
      facts: fact ?? '上記の項目について述べたとおりです。',
    },
  ]
}

const scheduledGrounds = (facts: LetterFacts): readonly GroundCode[] =>
  bySchedule(facts.kase, decisionOf(facts)) ? (facts.kase.schedule?.grounds ?? []) : []

/** Items withheld in the 別紙, one row per ground: by name while they are few. */
const scheduled = (facts: LetterFacts, fact: string | undefined): Reason[] => {
  if (!bySchedule(facts.kase, decisionOf(facts))) return []
  const rows = (facts.texts(facts.kase.schedule?.rows) as ScheduleRow[] | null) ?? []
  return [...Map.groupBy(rows, row => row.withheld)].flatMap(([ground, held]) => {
    if (ground === undefined) return []
    const why = [...new Set(held.map(row => row.facts ?? fact ?? ''))].filter(Boolean)
    const named = held.length <= 5 ? held.map(row => row.item).join('、') : `${held[0]?.item}ほか${held.length - 1}件`
    return [{ item: `${named}（別紙のとおり）`, ground: cite(facts, ground), facts: why.join('\n') }]
  })
}

/** One text for letters that explain in a paragraph: facts first, then the grounds. */
export const explanation = (facts: LetterFacts): string =>
  reasons(facts)
    .map(({ item, ground, facts: why }, _nth, all) => `${all.length > 1 ? `${item}：` : ''}${why}\n根拠：${ground}`)
    .join('\n')

export const entriesOf = (facts: LetterFacts): Entry[] =>
  (facts.texts(decisionOf(facts).entries) as Entry[] | null) ?? []

/** An entry as label and text; one without a text is a line of its own. */
export const labelled = (entries: readonly Entry[]): (Values | string)[] =>
  entries.map(({ label, text }) => (text === undefined ? label : { label, text }))

export const contentLines = (facts: LetterFacts): string[] =>
  (told(facts, decisionOf(facts).content) ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

/** All that a letter tells: entries, then the sentences beyond them. */
export const contentList = (facts: LetterFacts): (Values | string)[] => {
  const told = [...labelled(entriesOf(facts)), ...contentLines(facts)]
  return told.length === 0 && bySchedule(facts.kase, decisionOf(facts)) ? ['別紙のとおり'] : told
}
