import { z } from 'zod'
import type { Case } from './case.ts'
import { readCaseNumber } from './case-link.ts'
import { addYears, type PlainDate } from './day.ts'
import { demanded, missing } from './enclosures.ts'
import { type FeeAsked, feeOnArrival } from './fee-due.ts'
import { day, keptText, line, optional, several, ticked, trackingNumber, yenField } from './fields.ts'
import type { Kept } from './kept.ts'
import { type RequestKind, requestKindNames } from './kinds.ts'
import { operatorId } from './operator.ts'
import { keptPerson, type Person } from './person.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { type Body, type Context, clerks, rule, whileAlive, whileOpen } from './rule.ts'

/** 受付: the envelope, who writes for whom, what is asked, what came with it. */
export const requesters = ['self', 'parent', 'guardian', 'appointed', 'lawyer'] as const
export type Requester = (typeof requesters)[number]
export const methods = ['paper', 'electronic', 'other'] as const
export type Method = (typeof methods)[number]
export const incomingServices = [
  'simple_registered',
  'general_registered',
  'specified_record',
  'letter_pack',
  'ordinary',
  'counter',
  'electronic',
] as const

export interface Intake {
  readonly operator: string
  readonly policy: string
  readonly desk?: string
  readonly arrivedOn?: PlainDate
  readonly stampedOn?: PlainDate
  readonly postedOn?: PlainDate
  readonly trackingNumber?: string
  readonly requester: Requester
  readonly subject?: Kept<Person>
  readonly agent?: Kept<Person>
  readonly wanted?: Kept<string>
  readonly kinds: readonly RequestKind[]
  readonly method: Method
  readonly onForm: boolean
  readonly enclosed: readonly string[]
  readonly missing: readonly string[]
  readonly majorityOn?: PlainDate
}

export type IntakeEvent =
  | ({
      type: 'RequestLogged'
      number: string
      incoming: (typeof incomingServices)[number]
      firstAttemptOn?: PlainDate
      arrivedAt?: string
    } & Required<
      Pick<
        Intake,
        | 'operator'
        | 'policy'
        | 'arrivedOn'
        | 'stampedOn'
        | 'requester'
        | 'subject'
        | 'kinds'
        | 'method'
        | 'onForm'
        | 'enclosed'
        | 'missing'
      >
    > &
      Partial<Intake>)
  | { type: 'ArrivalAmended'; arrivedOn: PlainDate; policy: string; reason: Kept<string> }
  | FeeAsked

const logRequest = z.object({
  operator: operatorId,
  desk: optional(line(40)),
  service: z.enum(incomingServices),
  trackingNumber: optional(trackingNumber()),
  postedOn: optional(day()),
  firstAttemptOn: optional(day()),
  arrivedOn: day(),
  stampedOn: optional(day()),
  arrivedAt: optional(line(80)),
  requester: z.enum(requesters),
  subject: keptPerson(),
  agent: optional(keptPerson()),
  kinds: several(z.enum(requestKindNames)),
  wanted: optional(keptText()),
  method: z.enum(methods).default('paper'),
  onForm: ticked(),
  enclosed: several(z.string().max(60)),
  shownFee: optional(yenField()),
  linkedTo: optional(readCaseNumber()),
  relation: optional(z.enum(['duplicate', 'joint', 'follow_up', 'reactivated'])),
})
type Envelope = Body<z.output<typeof logRequest>>

export const intakeRules = {
  logRequest: rule({
    by: clerks,
    body: logRequest,
    opens: true,
    when: (kase: Case) =>
      kase.intake.arrivedOn === undefined ? (kase.number === null ? null : whileAlive(kase)) : refuse('already_opened'),
    decide(kase, body, ctx) {
      const wrong = wrongDates(body, ctx) ?? wrongPeople(body)
      if (wrong) return wrong
      if (kase.number !== null && kase.intake.operator !== body.operator)
        return refuse('not_this_operator', { field: 'operator' })
      if (!ctx.knowsOperator(body.operator)) return refuse('unknown_operator', { field: 'operator' })
      const policy = ctx.policyOn(body.operator, body.arrivedOn)
      if (policy === null) return refuse('no_policy', { field: 'arrivedOn' })
      if (body.kinds.length === 0) return refuse('kind_missing', { field: 'kinds' })
      const { service, shownFee, linkedTo, relation, stampedOn, ...kept } = body
      const asked = demanded(policy, { kinds: body.kinds, requester: body.requester, onForm: body.onForm })
      const fee = feeOnArrival(ctx, body.operator, body.kinds, body.arrivedOn, shownFee)
      if (isRefusal(fee)) return fee
      const majorityOn = comesOfAge(body)
      return [
        {
          type: 'RequestLogged',
          number: kase.number ?? ctx.number,
          policy: policy.id,
          incoming: service,
          stampedOn: stampedOn ?? ctx.today,
          ...kept,
          missing: missing(asked, body.enclosed),
          ...(majorityOn && { majorityOn }),
        },
        ...(fee === null ? [] : [fee]),
        ...(linkedTo === undefined
          ? []
          : [{ type: 'CaseLinked' as const, other: linkedTo, relation: relation ?? 'follow_up' }]),
      ]
    },
  }),
  amendArrival: rule({
    by: clerks,
    body: z.object({ arrivedOn: day(), reason: keptText(400) }),
    when: whileOpen,
    decide(kase, body, ctx) {
      const { operator, kinds, postedOn, stampedOn } = kase.intake
      const wrong = wrongDates({ arrivedOn: body.arrivedOn, ...(postedOn && { postedOn }) }, ctx)
      if (wrong) return wrong
      if (stampedOn !== undefined && body.arrivedOn > stampedOn)
        return refuse('date_before_arrival', { field: 'arrivedOn' })
      const policy = ctx.policyOn(operator, body.arrivedOn)
      if (policy === null) return refuse('no_policy', { field: 'arrivedOn' })
      const [due] = kase.fee.dues
      // An older form's price once accepted stays; otherwise the price follows the day (law.md §5.3).
      const fee = due?.olderForm ? null : feeOnArrival(ctx, operator, kinds, body.arrivedOn, undefined)
      if (isRefusal(fee)) return fee
      return [
        { type: 'ArrivalAmended', arrivedOn: body.arrivedOn, policy: policy.id, reason: body.reason },
        ...(fee === null || fee.asked === due?.asked ? [] : [fee]),
      ]
    },
  }),
}

const wrongDates = (
  body: Partial<Pick<Envelope, 'postedOn' | 'firstAttemptOn' | 'stampedOn'>> & { arrivedOn: PlainDate },
  ctx: Context,
): Refusal | null => {
  for (const field of ['postedOn', 'firstAttemptOn', 'arrivedOn', 'stampedOn'] as const) {
    const on = body[field]
    if (on !== undefined && on > ctx.today) return refuse('date_in_future', { field, about: { day: on } })
  }
  if (body.postedOn !== undefined && body.arrivedOn < body.postedOn)
    return refuse('date_before_posting', { field: 'arrivedOn' })
  if (body.firstAttemptOn !== undefined && body.postedOn !== undefined && body.firstAttemptOn < body.postedOn)
    return refuse('date_before_posting', { field: 'firstAttemptOn' })
  if (body.firstAttemptOn !== undefined && body.arrivedOn < body.firstAttemptOn)
    return refuse('date_before_event', {
      field: 'arrivedOn',
      about: { day: body.arrivedOn, earliest: body.firstAttemptOn },
    })
  if (body.stampedOn !== undefined && body.stampedOn < body.arrivedOn)
    return refuse('date_before_arrival', { field: 'stampedOn' })
  return null
}

const wrongPeople = (body: Envelope): Refusal | null => {
  if (body.requester === 'self')
    return body.agent === undefined ? null : refuse('agent_not_expected', { field: 'agent' })
  if (body.agent === undefined) return refuse('agent_missing', { field: 'agent' })
  return body.requester === 'parent' && majority(body.subject) === undefined
    ? refuse('born_on_missing', { field: 'subject.bornOn' })
    : null
}

/** When the power of a parent, or of the guardian of a minor, ends by itself; an adult ward has come of age long ago. */
const comesOfAge = ({ requester, subject, arrivedOn }: Envelope): PlainDate | undefined => {
  const on = majority(subject)
  if (requester === 'parent') return on
  return requester === 'guardian' && on !== undefined && on > arrivedOn ? on : undefined
}

/** First day of majority (民法4条): 18 is reached as the day before the birthday ends; who was born on 29 February comes of age on 1 March. */
const majority = (subject: Kept<Person>): PlainDate | undefined => {
  const born = 'fresh' in subject ? subject.fresh.bornOn : undefined
  if (born === undefined) return undefined
  const birthday = addYears(born, 18)
  return born.endsWith('-02-29') && !birthday.endsWith('-02-29')
    ? (birthday.replace('-02-28', '-03-01') as PlainDate)
    : birthday
}
