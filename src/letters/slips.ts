import type { InternalDate } from '../domain/clock.ts'
import { demanded } from '../domain/enclosures.ts'
import { longDay, wareki } from '../domain/era.ts'
import { outstanding, owed, paid } from '../domain/fee.ts'
import { fullName, type Person } from '../domain/person.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { enclosureLabel } from '../words/enclosures.ts'
import { stepWords } from '../words/steps.ts'
import { type LetterFacts, present, told, type Values } from './facts.ts'
import { feeWithTax, kindsWithArticles } from './terms.ts'

/** Papers for the file: 受付票 and 期限計算書. */
const dateNames: Record<InternalDate, string> = {
  acknowledge: '受付の連絡',
  supplement: '補正の依頼',
  decide: '決定',
  post: '回答の発送',
}

const capacities = {
  self: '本人',
  parent: '法定代理人（親権者）',
  guardian: '法定代理人（後見人）',
  appointed: '任意代理人',
  lawyer: '任意代理人（弁護士等）',
} as const

const nameOf = (person: Person | null) => (person === null ? '' : fullName(person))

export const receptionValues = (facts: LetterFacts): Values => {
  const { kase, policy, reckoning } = facts
  const { intake } = kase
  const writer = facts.agent ?? facts.subject
  return present({
    number: kase.number ?? '',
    operator: `${facts.operator.name}（${facts.operator.brand}）`,
    requester: `${nameOf(writer)}（${capacities[intake.requester]}）`,
    subject: facts.agent === null ? undefined : nameOf(facts.subject),
    postedOn: intake.postedOn && wareki(intake.postedOn),
    arrivedOn: intake.arrivedOn === undefined ? '' : wareki(intake.arrivedOn),
    stampedOn: wareki(intake.stampedOn ?? facts.today),
    trackingNumber: intake.trackingNumber && formatTrackingNumber(intake.trackingNumber),
    kinds: intake.kinds.map(kind => kindsWithArticles([kind])),
    target: told(facts, intake.wanted) ?? '（記載なし）',
    papers: demanded(policy, { kinds: intake.kinds, requester: intake.requester, onForm: intake.onForm }).map(each => ({
      paper: enclosureLabel(each.code),
      state: intake.missing.includes(each.code) ? '不足' : '済',
    })),
    missing: intake.missing.length === 0 ? undefined : intake.missing.map(code => enclosureLabel(code)),
    fee: feeState(facts),
    suitFrom:
      reckoning === null ? '' : `${longDay(reckoning.suitPossibleFrom)}　到達日の翌日から数えて15日目（法第39条第1項）`,
    internalDates: (reckoning?.internal ?? []).map(each => ({ label: dateNames[each.name], text: longDay(each.date) })),
    nextSteps: facts.steps.map(
      step => `${stepWords[step.code].what}${step.dueOn === undefined ? '' : `（${longDay(step.dueOn)}まで）`}`,
    ),
    clerk: facts.clerk,
  })
}

const feeState = ({ kase, policy }: LetterFacts): string => {
  const amount = feeWithTax(kase, policy)
  if (amount === undefined || owed(kase) === 0) return '手数料はかかりません。'
  return `${amount}／入金 ${formatYen(yen(paid(kase)))}、未収 ${formatYen(yen(outstanding(kase)))}`
}

export const reckoningValues = ({ kase, operator, reckoning, today }: LetterFacts): Values => {
  if (reckoning === null) throw new Error('a form request has no clock')
  return {
    number: kase.number ?? '',
    operator: operator.name,
    arrivedOn: longDay(reckoning.arrivedOn),
    printedOn: wareki(today),
    dates: [
      { label: '訴えを提起できる日', text: longDay(reckoning.suitPossibleFrom) },
      ...reckoning.internal.map(each => ({ label: dateNames[each.name], text: longDay(each.date) })),
    ],
    rules: [
      '法第39条第1項の2週間は、到達の日の翌日から暦日で数えます（民法第140条、第141条、第143条）。補正や手数料の未納によって止まることはありません。',
      '社内の期限は営業日で数え、補正待ち及び入金待ちの間は止めます。到達から14日目を過ぎるときは、その日以前の最後の営業日に繰り上げます。',
    ],
    days: reckoning.days.map(each => ({
      date: longDay(each.date),
      counted: each.legalDay === undefined ? '―' : `${each.legalDay}日目`,
      why: each.why,
    })),
  }
}
