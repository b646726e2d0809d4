import { z } from 'zod'
import { type PaperKindName, paperFacts, paperKindNames } from './identity-papers.ts'
import type { Requester } from './intake.ts'
import { type RequestKind, requestKinds } from './kinds.ts'
import type { Policy } from './operator.ts'

export const requestForms = [
  'request-disclosure',
  'request-correction',
  'request-suspension',
  'request-foreign',
] as const
export type RequestForm = (typeof requestForms)[number]

/** What an envelope can be asked to hold. The proofs of an appointed agent carry the name of the paper itself. */
export type EnclosureCode =
  | RequestForm
  | 'subject_identity'
  | 'agent_identity'
  | 'authority_proof'
  | PaperKindName
  | 'fee'
const enclosureCodes: readonly string[] = [
  ...requestForms,
  ...paperKindNames,
  'subject_identity',
  'agent_identity',
  'authority_proof',
  'fee',
]
/** An item of the checklist: what a person types goes into a text that can be erased, never into the journal. */
export const enclosureCode = () =>
  z
    .string()
    .max(60)
    .refine(code => enclosureCodes.includes(code), 'invalid_value')
export type EnclosureWhy = 'form' | 'identity' | 'authority' | 'fee'

/** `about`: names of kinds and papers, comma-separated, for the sentence. */
export interface Enclosure {
  readonly code: EnclosureCode
  readonly why: EnclosureWhy
  readonly about: Readonly<Record<string, string | number>>
}

/** `onForm`: the request stands on the operator's own form, so that no form is left to ask for. */
export interface Asked {
  readonly kinds: readonly RequestKind[]
  readonly requester: Requester
  readonly onForm: boolean
}

/** 28条3項 and 32条1項 are no 開示等の請求等: form, identity rule and fee of 37条・38条 have no basis there (law.md §1.0). */
const prescribed = (kind: RequestKind): boolean => kind !== 'foreign_transfer' && kind !== 'held_information'

/** What this operator wants in the envelope, for these kinds and this requester. Free kinds never ask for a fee. */
export const demanded = (policy: Policy, asked: Asked): readonly Enclosure[] => {
  const kinds = asked.kinds.filter(prescribed)
  if (kinds.length === 0) return []
  return [...(asked.onForm ? [] : forms(policy, kinds)), ...proofs(policy, asked.requester), ...fee(policy, kinds)]
}

/** Codes demanded that are not among those present, in the order of the checklist. */
export const missing = (asked: readonly Enclosure[], present: readonly string[]): EnclosureCode[] =>
  asked.map(({ code }) => code).filter(code => !present.includes(code))

/** A form that is only handed out with the disclosure reply cannot be demanded of one who asks directly (law.md §1.5). */
const forms = (policy: Policy, kinds: readonly RequestKind[]): readonly Enclosure[] =>
  requestForms
    .filter(form => !policy.enclosedWithDisclosure.value.some(gated => gated === form))
    .map(form => ({ form, by: kinds.filter(kind => requestKinds[kind].form === form) }))
    .filter(({ by }) => by.length > 0)
    .map(({ form, by }) => ({ code: form, why: 'form', about: { kinds: by.join(',') } }))

const proofs = (policy: Policy, requester: Requester): readonly Enclosure[] => {
  const { accepts } = policy.identity.value
  const listed = accepts.map(({ paper }) => paper).filter(paper => paperFacts(paper).group !== 'authority')
  const papers = { papers: listed.join(',') }
  if (requester === 'self') return [{ code: 'subject_identity', why: 'identity', about: papers }]
  const known = requester === 'lawyer' && accepts.some(({ paper }) => paper === 'bar_registration')
  const who: Enclosure = known
    ? { code: 'bar_registration', why: 'identity', about: {} }
    : { code: 'agent_identity', why: 'identity', about: papers }
  return [who, ...authority(policy, requester)]
}

const legalProofs: Partial<Record<Requester, readonly PaperKindName[]>> = {
  parent: ['family_register', 'residence_record'],
  // 成年後見人 by 登記事項証明書, 未成年後見人 by 戸籍 (law.md §3.2, §3.3)
  guardian: ['guardianship_registration', 'family_register'],
}

const authority = (policy: Policy, requester: Requester): readonly Enclosure[] => {
  const { legal, appointed, maxAgeMonths } = policy.authority.value
  const fitting = legalProofs[requester]
  if (fitting === undefined) return appointed.map(code => ({ code, why: 'authority', about: { maxAgeMonths } }))
  const either = legal.filter(paper => fitting.includes(paper))
  return [{ code: 'authority_proof', why: 'authority', about: { papers: either.join(','), maxAgeMonths } }]
}

const fee = (policy: Policy, kinds: readonly RequestKind[]): readonly Enclosure[] => {
  const { amount, chargedFor } = policy.fee.value
  const charged = kinds.filter(kind => chargedFor.includes(kind))
  if (policy.payment.value.when !== 'enclosed' || amount === 0 || charged.length === 0) return []
  return [{ code: 'fee', why: 'fee', about: { kinds: charged.join(','), means: policy.payment.value.means.join(',') } }]
}
