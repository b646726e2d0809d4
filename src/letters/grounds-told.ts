import type { Entry, Withheld } from '../domain/decision.ts'
import { type GroundCode, groundOf } from '../domain/grounds.ts'
import { decisionOf, type LetterFacts, told, type Values } from './facts.ts'
import { act, kindTitles } from './terms.ts'

/** A ground as the letter cites it: the Act by its full name at first mention, then 法. The operator's own published words come first. */
export const cite = (facts: LetterFacts, code: GroundCode, first: boolean): string => {
  const ground = groundOf(code)
  const article = ground.article.startsWith('第') ? `${first ? act : '法'}${ground.article}` : ground.article
  return `${article}（${ownWords(facts, code) ?? ground.sentence}）`
}

/** さくら prints three grounds in its policy; they follow the order of 33条2項1–3号. */
const ownWords = ({ policy }: LetterFacts, code: GroundCode): string | undefined => {
  const nth = ['33-2-1', '33-2-2', '33-2-3'].indexOf(code)
  return nth < 0 ? undefined : policy.refusalGrounds.value[nth]
}

/** Reasons as rows: per item withheld, or one for the whole request. Facts come before the article when printed. */
export const reasons = (facts: LetterFacts): Values[] => {
  const decision = decisionOf(facts)
  const items = (facts.texts(decision.withheld) as Withheld[] | null) ?? []
  const fact = told(facts, decision.facts) ?? ''
  const whole = decision.grounds.map(ground => ({ item: `${kindTitles[decision.kind]}のご請求`, ground, facts: fact }))
  return [...items, ...whole].map((reason, nth) => ({
    item: reason.item,
    ground: cite(facts, reason.ground, nth === 0),
    facts: reason.facts,
  }))
}

/** One text for letters that explain in a paragraph: facts first, then the grounds. */
export const explanation = (facts: LetterFacts): string => {
  const decision = decisionOf(facts)
  const cited = decision.grounds.map((code, nth) => cite(facts, code, nth === 0)).join('、')
  return [told(facts, decision.facts), `根拠：${cited}`].filter(Boolean).join('\n')
}

export const entriesOf = (facts: LetterFacts): Entry[] =>
  (facts.texts(decisionOf(facts).entries) as Entry[] | null) ?? []

/** Entries as label and text; a bare content sentence stands alone. */
export const contentList = (facts: LetterFacts): (Values | string)[] => {
  const lines = (told(facts, decisionOf(facts).content) ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return [...entriesOf(facts).map(entry => ({ label: entry.label, text: entry.text ?? '' })), ...lines]
}
