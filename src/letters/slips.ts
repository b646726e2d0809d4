import type { InternalDate } from '../domain/clock.ts'
import { demanded } from '../domain/enclosures.ts'
import { longDay, wareki } from '../domain/era.ts'
import { type RequestKind, requestKinds } from '../domain/kinds.ts'
import { fullKana, fullName, type Person } from '../domain/person.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import { enclosureLabel } from '../words/enclosures.ts'
import { stepWords } from '../words/steps.ts'
import { type LetterFacts, present, told, type Value, type Values } from './facts.ts'
import { feeState } from './fee-told.ts'
import { fitting } from './room.ts'
import { capacityTitles, kindsWithArticles } from './terms.ts'

/** Papers for the file: 受付票 and 期限計算書. */
const dateNames: Record<InternalDate, string> = {
  acknowledge: '受付の連絡',
  supplement: '補正の依頼',
  decide: '決定',
  post: '回答の発送',
}

const nameOf = (person: Person | null) => (person === null ? '' : fullName(person))

/** Above the name, for whoever calls the person. */
const readingOf = (person: Person | null) => (person === null ? undefined : fitting(fullKana(person), 45))

export const receptionValues = (facts: LetterFacts): Values => {
  const { kase, policy, reckoning } = facts
  const { intake } = kase
  const writer = facts.agent ?? facts.subject
  const asked = demanded(policy, { kinds: intake.kinds, requester: intake.requester, onForm: intake.onForm })
  return present({
    number: kase.number ?? '',
    operator: `${facts.operator.name}（${facts.operator.brand}）`,
    requester: nameOf(writer),
    requesterKana: readingOf(writer),
    capacity: capacityTitles[intake.requester],
    subject: facts.agent === null ? undefined : nameOf(facts.subject),
    subjectKana: facts.agent === null ? undefined : readingOf(facts.subject),
    postedOn: intake.postedOn && wareki(intake.postedOn),
    arrivedOn: intake.arrivedOn === undefined ? '' : wareki(intake.arrivedOn),
    stampedOn: wareki(intake.stampedOn ?? facts.today),
    trackingNumber: intake.trackingNumber && formatTrackingNumber(intake.trackingNumber),
    kinds: kindsListed(intake.kinds),
    target: cut(told(facts, intake.wanted) ?? '（記載なし）'),
    papers: listed(
      asked.map(each => ({
        paper: enclosureLabel(each.code),
        state: intake.missing.includes(each.code) ? '不足' : '済',
      })),
    ),
    // What the table above shows as 不足 needs no second list; what a clerk noted besides does.
    missing: listed(intake.missing.filter(code => !asked.some(each => each.code === code)).map(enclosureLabel)),
    fee: feeState(kase, policy),
    suitFrom: suitFrom(facts),
    internalDates: (reckoning?.internal ?? []).map(each => ({ label: dateNames[each.name], text: longDay(each.date) })),
    nextSteps: listed(
      facts.steps.map(
        step => `${stepWords[step.code].what}${step.dueOn === undefined ? '' : `（${longDay(step.dueOn)}まで）`}`,
      ),
    ),
    clerk: facts.clerk,
  })
}

/** One kind a line; many run on, for the box is one size. */
const kindsListed = (kinds: readonly RequestKind[]): string[] =>
  kinds.length > 3 ? [kindsWithArticles(kinds, '法')] : kinds.map(kind => kindsWithArticles([kind], '法'))

/** The slip shows how a long letter begins; the letter itself is in the file. */
const cut = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, ' ')
  return line.length > 120 ? `${[...line].slice(0, 110).join('')}…（続きは請求書）` : line
}

/** Optional parts of a form are absent, never an empty list. */
const listed = (items: Value[]): Value[] | undefined => (items.length === 0 ? undefined : items)

/** 39条 does not list 32条 and 28条: such a request opens no suit (law.md §1.0). */
const mayBeSued = ({ kase }: Pick<LetterFacts, 'kase'>): boolean =>
  kase.intake.kinds.some(kind => requestKinds[kind].suit)

const suitFrom = ({ kase, reckoning }: LetterFacts): string => {
  if (reckoning === null) return ''
  if (!mayBeSued({ kase })) return '法第39条の対象となる請求ではありません。'
  return `${longDay(reckoning.suitPossibleFrom)}　到達日の翌日から数えて15日目（法第39条第1項）`
}

export const reckoningValues = (facts: LetterFacts): Values => {
  const { kase, operator, reckoning, today } = facts
  // `calledFor` lets no form request have this paper.
  if (reckoning === null) return {}
  return {
    number: kase.number ?? '',
    operator: operator.name,
    arrivedOn: longDay(reckoning.arrivedOn),
    printedOn: wareki(today),
    dates: [
      { label: '訴えを提起できる日', text: mayBeSued(facts) ? longDay(reckoning.suitPossibleFrom) : suitFrom(facts) },
      ...reckoning.internal.map(each => ({ label: dateNames[each.name], text: longDay(each.date) })),
    ],
    rules: [
      '法第39条第1項の2週間は、到達の日の翌日から暦日で数えます（民法第140条、第141条、第143条）。補正や入金を待つ間も止まりません。',
      '社内の期限は営業日で数え、補正待ち及び入金待ちの間は止めます。到達から14日目を過ぎるときは、その日以前の最後の営業日に繰り上げます。',
    ],
    days: reckoning.days.map(each => ({
      date: longDay(each.date),
      counted: each.legalDay === undefined ? '―' : `${each.legalDay}日目`,
      why: each.why,
    })),
  }
}
