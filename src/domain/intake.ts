import { z } from 'zod'
import type { Case } from './case.ts'
import { readCaseNumber } from './case-link.ts'
import type { PlainDate } from './day.ts'
import { demanded, enclosureCode, missing } from './enclosures.ts'
import type { FeeEvent } from './fee.ts'
import { type FeeAsked, feeOnArrival } from './fee-due.ts'
import { earlyMoney } from './fee-receive.ts'
import { day, keptText, line, optional, several, ticked, trackingNumber, yenField } from './fields.ts'
import { comesOfAge, wrongDates, wrongPeople } from './intake-checks.ts'
import type { Kept } from './kept.ts'
import { type RequestKind, requestKindNames } from './kinds.ts'
import { operatorId } from './operator.ts'
import { keptPerson, type Person } from './person.ts'
import { isRefusal, refuse } from './refusal.ts'
import { type Body, clerks, rule, whileAlive } from './rule.ts'

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
      /** plain text in journals of before 2026-11-22, as are issuer and reference */
      arrivedAt?: string | Kept<string>
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
  | FeeAsked
  | Extract<FeeEvent, { type: 'FeeApplied' }>

const logRequest = z.object({
  operator: operatorId,
  desk: optional(line(40)),
  service: z.enum(incomingServices),
  trackingNumber: optional(trackingNumber()),
  postedOn: optional(day()),
  firstAttemptOn: optional(day()),
  arrivedOn: day(),
  stampedOn: optional(day()),
  arrivedAt: optional(keptText(80)),
  requester: z.enum(requesters),
  subject: keptPerson(),
  agent: optional(keptPerson()),
  kinds: several(z.enum(requestKindNames)),
  wanted: optional(keptText()),
  method: z.enum(methods).default('paper'),
  onForm: ticked(),
  enclosed: several(enclosureCode()),
  shownFee: optional(yenField()),
  linkedTo: optional(readCaseNumber()),
  relation: optional(z.enum(['duplicate', 'joint', 'follow_up', 'reactivated'])),
})
export type Envelope = Body<z.output<typeof logRequest>>

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
        ...(fee === null ? [] : [fee, ...earlyMoney(kase, fee.asked, policy.payment.value.means)]),
        ...(linkedTo === undefined
          ? []
          : [{ type: 'CaseLinked' as const, other: linkedTo, relation: relation ?? 'follow_up' }]),
      ]
    },
  }),
}
