import type { PlainDate } from './day.ts'
import { paperFacts } from './identity-papers.ts'
import { requestKindNames } from './kinds.ts'
import type { Policy } from './operator.ts'
import { postage } from './postage.ts'
import { askedFee, staleGross } from './tax.ts'

/** Where a published policy rots or deviates from the Act. Told to the administrator; no case is ever stopped by one. */
export const policyWarningCodes = [
  'gross_price_stale',
  'payment_not_published',
  'fee_below_postage',
  'forms_tied_to_paid_disclosure',
  'paper_abolished',
  'kind_not_listed',
  'electronic_not_offered',
] as const
export type PolicyWarningCode = (typeof policyWarningCodes)[number]

/** `about`: figures in yen, days, names of kinds and papers for the sentence. */
export interface PolicyWarning {
  readonly code: PolicyWarningCode
  readonly about: Readonly<Record<string, string | number>>
}

type Check = (policy: Policy, on: PlainDate) => readonly PolicyWarning[]

/** One sheet or a few in 定形 (reference/law.md §5.5 reckons with the same). */
const REPLY_GRAMS = 50

/** 33条1項 lets the person choose 電磁的記録 since the Act of 2020 came into force. */
const ELECTRONIC_SINCE = '2022-04-01'

const charges = ({ fee: { value } }: Policy): boolean => value.amount > 0 && value.chargedFor.length > 0

const grossPrice: Check = ({ fee: { value } }, on) => {
  const stale = staleGross(value, on)
  return stale === null
    ? []
    : [{ code: 'gross_price_stale', about: { amount: value.amount, net: stale.net, rate: stale.rate } }]
}

/** 政令12条 counts the way of paying among what the operator has to make known (law.md §5.1). */
const payment: Check = policy =>
  charges(policy) && policy.payment.from !== 'policy' && policy.payment.from !== 'procedure'
    ? [{ code: 'payment_not_published', about: { means: policy.payment.value.means.join(',') } }]
    : []

const margin: Check = (policy, on) => {
  const { service, options } = policy.reply.value
  const cost = postage({ on, grams: REPLY_GRAMS, size: 'standard', services: [service, ...options] })
  const { asked } = askedFee(policy.fee.value, on)
  return charges(policy) && cost !== null && asked < cost.total
    ? [{ code: 'fee_below_postage', about: { fee: asked, postage: cost.total } }]
    : []
}

/** 34条 and 35条 know no disclosure first and no fee (law.md §1.5). */
const forms: Check = ({ fee, enclosedWithDisclosure }) =>
  fee.value.amount > 0 && fee.value.chargedFor.includes('disclosure') && enclosedWithDisclosure.value.length > 0
    ? [{ code: 'forms_tied_to_paid_disclosure', about: { forms: enclosedWithDisclosure.value.join(',') } }]
    : []

const papers: Check = ({ identity }, on) =>
  identity.value.accepts.flatMap(({ paper }) => {
    const { abolishedOn } = paperFacts(paper)
    return abolishedOn !== undefined && abolishedOn <= on
      ? [{ code: 'paper_abolished' as const, about: { paper, abolishedOn } }]
      : []
  })

const kinds: Check = policy =>
  requestKindNames
    .filter(kind => !policy.kinds.value.includes(kind))
    .map(kind => ({ code: 'kind_not_listed', about: { kind } }))

const electronic: Check = ({ methods }, on) =>
  on >= ELECTRONIC_SINCE && !methods.value.includes('electronic')
    ? [{ code: 'electronic_not_offered', about: { methods: methods.value.join(',') } }]
    : []

const checks: readonly Check[] = [grossPrice, payment, margin, forms, papers, kinds, electronic]

/** What to tell the administrator about a policy as things stand on a day; empty when nothing is amiss. */
export const policyWarnings = (policy: Policy, on: PlainDate): readonly PolicyWarning[] =>
  checks.flatMap(check => check(policy, on))
