import type { Case } from './case.ts'
import type { Decision } from './decision.ts'
import { requestForms } from './enclosures.ts'
import { type Outcome, requestKinds } from './kinds.ts'
import type { FormId, Notice } from './letter.ts'
import type { Policy } from './operator.ts'
import { openRound } from './supplement.ts'

/**
 * The policies of IMS, キンキテレコム and クラウドウォーカー send the forms for 訂正 and 利用停止 「開示請求に対する当社からの回答書とともに」.
 * A refusal is such an answer, and 34条・35条 need no disclosure first (law.md §1.5), so the forms go with it too. They do not
 * go where nothing is held (不存在) or the Act does not apply: there is nothing to correct or to stop.
 */
const answers: readonly Outcome[] = ['full', 'part', 'other_method', 'refused']

export const replyEnclosures = (kase: Case, decision: Decision, policy: Policy): FormId[] => [
  ...(bySchedule(kase, decision) ? ['disclosure-schedule' as const] : []),
  ...(decision.kind === 'disclosure' && answers.includes(decision.outcome) ? policy.enclosedWithDisclosure.value : []),
]

/** Whether the 別紙 tells what this decision gives. */
export const bySchedule = (kase: Case, { kind, outcome }: Pick<Decision, 'kind' | 'outcome'>): boolean =>
  kase.schedule !== undefined && kind === 'disclosure' && ['full', 'part', 'other_method'].includes(outcome)

/** What a notice says to be 同封: the forms wanted with their cover, the blank papers that a 補正 asks to be filled in. */
export const noticeEnclosures = (kase: Case, form: Notice): FormId[] => {
  // The 委任状 always goes with the forms; only agents send it back.
  if (form === 'form-cover') return [...new Set([...wantedForms(kase), 'power-of-attorney' as const])]
  if (form !== 'supplement-request') return []
  const items = openRound(kase.supplements)?.items ?? []
  return [
    ...requestForms.filter(each => items.includes(each)),
    ...(items.includes('power_of_attorney') ? ['power-of-attorney' as const] : []),
    // Its code leads what comes back to the case.
    'supplement-reply',
  ]
}

const wantedForms = (kase: Case): FormId[] => {
  const kinds = kase.intake.arrivedOn === undefined ? (kase.formRequest?.kinds ?? []) : kase.intake.kinds
  return kinds.length === 0 ? ['request-disclosure'] : kinds.map(kind => requestKinds[kind].form)
}
