import type { z } from 'zod'
import { type AmendmentEvent, amendmentRules } from './amendment.ts'
import { type Authority, type AuthorityEvent, authorityRules } from './authority.ts'
import { type CaseLink, type LinkEvent, linkRules } from './case-link.ts'
import { type ClockEvent, clockRules } from './clock.ts'
import { type Closing, type ClosingEvent, closingRules } from './closing.ts'
import { type CustodyEvent, custodyRules } from './custody.ts'
import type { PlainDate } from './day.ts'
import { type Decision, type DecisionEvent, decisionRules } from './decision.ts'
import { type DeliveryEvent, deliveryRules } from './delivery.ts'
import type { FeeEvent, FeeLedger } from './fee.ts'
import { type FeeCorrectionEvent, feeCorrectionRules } from './fee-correction.ts'
import { feeCountRules } from './fee-count.ts'
import { feeLineRules } from './fee-line.ts'
import { feeRules } from './fee-receive.ts'
import { feeRefundRules } from './fee-refund.ts'
import { feeReminderRules } from './fee-reminder.ts'
import { type FormRequest, type FormRequestEvent, formRequestRules } from './form-request.ts'
import { type IdentityCheck, type IdentityEvent, identityRules, type Paper } from './identity.ts'
import { type Inquiry, type InquiryEvent, inquiryRules } from './inquiry.ts'
import { type Intake, type IntakeEvent, intakeRules } from './intake.ts'
import type { Kept } from './kept.ts'
import { type Letter, type LetterEvent, letterRules } from './letter.ts'
import { type NoteEvent, noteRules } from './note.ts'
import { type Package, type PackageEvent, packageRules } from './package.ts'
import { type PackedEnvelope, type PackingEvent, packingRules } from './packing.ts'
import { type PostEvent, type Posting, postRules } from './post.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Context, Rule } from './rule.ts'
import { type Schedule, type ScheduleEvent, scheduleRules } from './schedule.ts'
import { type SupplementEvent, type SupplementRound, supplementRules } from './supplement.ts'

/** 案件: one person's request(s) in one envelope. Facets advance side by side; no status is stored anywhere. */
export interface Case {
  readonly number: string | null
  readonly seq: number
  readonly formRequest?: FormRequest
  readonly intake: Intake
  readonly links: readonly CaseLink[]
  readonly supplements: readonly SupplementRound[]
  readonly identity: {
    readonly papers: readonly Paper[]
    readonly checks: readonly IdentityCheck[]
    readonly authority?: Authority
    readonly subjectConfirmedOn?: PlainDate
    /** what had been proved was taken away by an amendment, and nothing has been proved since */
    readonly amended?: true
  }
  readonly fee: FeeLedger
  readonly feeSettledOn?: PlainDate
  readonly extendedTo?: PlainDate
  readonly plannedOn?: PlainDate
  readonly extensionReason?: Kept<string>
  readonly inquiries: readonly Inquiry[]
  readonly subjectIdentified: boolean
  readonly schedule?: Schedule
  readonly decisions: readonly Decision[]
  readonly letters: readonly Letter[]
  readonly packages?: readonly Package[]
  readonly envelopes: readonly PackedEnvelope[]
  readonly postings: readonly Posting[]
  readonly closing: Closing
}

export type CaseEvent =
  | FormRequestEvent
  | IntakeEvent
  | AmendmentEvent
  | LinkEvent
  | SupplementEvent
  | IdentityEvent
  | CustodyEvent
  | AuthorityEvent
  | FeeEvent
  | FeeCorrectionEvent
  | ClockEvent
  | InquiryEvent
  | ScheduleEvent
  | DecisionEvent
  | LetterEvent
  | PackageEvent
  | PackingEvent
  | PostEvent
  | DeliveryEvent
  | ClosingEvent
  | NoteEvent

/** Every verb of the product. Screens, API, shell and the table of permissions are derived from it. */
export const verbs = {
  ...formRequestRules,
  ...intakeRules,
  ...amendmentRules,
  ...linkRules,
  ...supplementRules,
  ...identityRules,
  ...custodyRules,
  ...authorityRules,
  ...feeRules,
  ...feeReminderRules,
  ...feeCountRules,
  ...feeLineRules,
  ...feeCorrectionRules,
  ...feeRefundRules,
  ...clockRules,
  ...inquiryRules,
  ...scheduleRules,
  ...decisionRules,
  ...letterRules,
  ...packageRules,
  ...packingRules,
  ...postRules,
  ...deliveryRules,
  ...closingRules,
  ...noteRules,
}

export type Verb = keyof typeof verbs
export type VerbInput<V extends Verb> = z.input<(typeof verbs)[V]['body']>

export const verbNames = Object.keys(verbs) as Verb[]
export const isVerb = (text: string): text is Verb => Object.hasOwn(verbs, text)
export const ruleOf = (verb: Verb): Rule<z.ZodObject> => verbs[verb] as unknown as Rule<z.ZodObject>

/** Decides one command. `body` is what the verb's own schema has parsed; an expected "no" is a value. */
export const decide = (
  kase: Case,
  verb: Verb,
  body: Record<string, unknown>,
  ctx: Context,
): readonly CaseEvent[] | Refusal => {
  const rule = ruleOf(verb)
  return mayNot(kase, rule, ctx) ?? rule.when(kase, ctx) ?? rule.decide(kase, body, ctx)
}

const mayNot = (kase: Case, rule: Rule, { by }: Context): Refusal | null => {
  // First whose case it is: a refusal for the role would tell others that the number stands for a case.
  const theirs = kase.number === null || by.operators === 'all' || by.operators.includes(kase.intake.operator)
  if (!theirs) return refuse('not_this_operator')
  return by.roles.some(role => rule.by.includes(role)) ? null : refuse('not_allowed')
}

/** Verbs that this person may use on this case now, with whatever body. */
export const permitted = (kase: Case, ctx: Context): Verb[] =>
  verbNames.filter(verb => {
    const rule = ruleOf(verb)
    return mayNot(kase, rule, ctx) === null && rule.when(kase, ctx) === null
  })

/** Why a verb is not permitted now; null when it is. */
export const barred = (kase: Case, verb: Verb, ctx: Context): Refusal | null =>
  mayNot(kase, ruleOf(verb), ctx) ?? ruleOf(verb).when(kase, ctx)
