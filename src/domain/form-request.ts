import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { day, keptText, optional, several } from './fields.ts'
import type { Kept } from './kept.ts'
import { type RequestKind, requestKindNames } from './kinds.ts'
import { operatorId } from './operator.ts'
import { keptPerson, type Person } from './person.ts'
import { refuse } from './refusal.ts'
import { clerks, notYetOrTooEarly, rule, whileAlive } from './rule.ts'

/** 用紙請求: someone asks for the form. Not yet a legal request, so it has no clock of 39条. */
export const formChannels = ['email', 'post', 'phone', 'web', 'counter'] as const

export interface FormRequest {
  readonly requester: Kept<Person>
  readonly channel: (typeof formChannels)[number]
  readonly receivedOn: PlainDate
  readonly kinds: readonly RequestKind[]
  readonly sentOn?: PlainDate
}

export type FormRequestEvent =
  | {
      type: 'FormRequestLogged'
      number: string
      operator: string
      policy: string
      channel: FormRequest['channel']
      requester: Kept<Person>
      receivedOn: PlainDate
      kinds: readonly RequestKind[]
      memo?: Kept<string>
    }
  | { type: 'FormsSent'; on: PlainDate; by: 'post' | 'email' }

export const formRequestRules = {
  logFormRequest: rule({
    by: clerks,
    opens: true,
    body: z.object({
      operator: operatorId,
      channel: z.enum(formChannels),
      receivedOn: day(),
      requester: keptPerson(),
      kinds: several(z.enum(requestKindNames)),
      memo: optional(keptText()),
    }),
    when: kase => (kase.number === null ? null : refuse('already_opened')),
    decide(_kase, body, ctx) {
      const wrong = notYetOrTooEarly('receivedOn', body.receivedOn, ctx)
      if (wrong) return wrong
      if (!ctx.knowsOperator(body.operator)) return refuse('unknown_operator', { field: 'operator' })
      const policy = ctx.policyOn(body.operator, body.receivedOn)
      if (policy === null) return refuse('no_policy', { field: 'receivedOn' })
      const lacking = lackingOf(policy.form.value.asks, body)
      if (lacking) return refuse('contact_missing', { field: `requester.${lacking}` })
      return [{ type: 'FormRequestLogged', number: ctx.number, policy: policy.id, ...body }]
    },
  }),
  sendForms: rule({
    by: clerks,
    body: z.object({ on: day(), by: z.enum(['post', 'email']).default('post') }),
    when: kase =>
      whileAlive(kase) ??
      (kase.formRequest === undefined || kase.intake.arrivedOn !== undefined ? refuse('not_a_form_request') : null),
    decide: (kase, body, ctx) =>
      notYetOrTooEarly('on', body.on, ctx, kase.formRequest?.receivedOn) ??
      // A 用紙送付状 bears a name and an address: it leaves packed and posted like every other letter.
      (body.by === 'post' && coverInHouse(kase)
        ? refuse('not_packed', { field: 'by' })
        : [{ type: 'FormsSent', ...body }]),
  }),
}

const coverInHouse = (kase: Case): boolean =>
  kase.letters.some(
    letter =>
      letter.form === 'form-cover' &&
      !letter.discarded &&
      !kase.postings.some(posting => posting.letters.includes(letter.id)),
  )

/** What the policy asks of who wants the form (さくら: 住所・氏名・電話番号). */
const lackingOf = (asks: readonly string[], { requester }: { requester: Kept<Person> }): string | undefined => {
  if (!('fresh' in requester)) return undefined
  const { address, postcode, phone } = requester.fresh
  if (asks.includes('address') && address === undefined) return 'address'
  if (asks.includes('address') && postcode === undefined) return 'postcode'
  return asks.includes('phone') && phone === undefined ? 'phone' : undefined
}
