import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { feeOnArrival, sameDue } from './fee-due.ts'
import { day, keptText } from './fields.ts'
import { wasProved } from './identity.ts'
import { type Method, methods } from './intake.ts'
import { wrongDates } from './intake-checks.ts'
import type { Kept } from './kept.ts'
import { keptPerson, type Person, samePerson } from './person.ts'
import { isRefusal, refuse } from './refusal.ts'
import { clerks, rule, whileAlive, whileOpen, whileWanted } from './rule.ts'

/** What was taken down at the opening desk is put right by a new entry, never over the old one. */
export type AmendmentEvent =
  /** `free`: what was owed for the day of before is not charged for on this one */
  | { type: 'ArrivalAmended'; arrivedOn: PlainDate; policy: string; reason: Kept<string>; free?: true }
  | {
      type: 'PersonAmended'
      whose: 'subject' | 'agent'
      person: Kept<Person>
      reason: Kept<string>
      /** who was proved is no longer who is written down: what was proved has to be looked at again */
      unproved?: true
    }
  | { type: 'MethodChanged'; method: Method; reason: Kept<string> }

export const amendmentRules = {
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
      const fee = due?.olderForm ? due : feeOnArrival(ctx, operator, kinds, body.arrivedOn, undefined)
      if (isRefusal(fee)) return fee
      const free = due !== undefined && fee === null
      return [
        {
          type: 'ArrivalAmended',
          arrivedOn: body.arrivedOn,
          policy: policy.id,
          reason: body.reason,
          ...(free && { free }),
        },
        ...(fee === null || (due && sameDue(fee, due)) ? [] : [fee]),
      ]
    },
  }),
  /** A slip of the pen, a new address told by letter; never taken over into the customer register (that is 34条). */
  amendPerson: rule({
    by: clerks,
    body: z.object({
      whose: z.enum(['subject', 'agent']).default('subject'),
      person: keptPerson(),
      reason: keptText(400),
    }),
    when: whileAlive,
    decide(kase: Case, body, ctx) {
      if (body.whose === 'agent' && kase.intake.agent === undefined)
        return refuse('agent_not_expected', { field: 'whose' })
      const before = ctx.personOf(kase.intake[body.whose])
      const after = 'fresh' in body.person ? body.person.fresh : null
      const unproved = wasProved(kase, body.whose) && !(before && after && samePerson(before, after))
      return [{ type: 'PersonAmended', ...body, ...(unproved && { unproved }) }]
    },
  }),
  /** The person may choose another method until the answer is written (law.md §9 case 12). */
  changeMethod: rule({
    by: clerks,
    body: z.object({ method: z.enum(methods), reason: keptText(400) }),
    when: kase =>
      whileWanted(kase) ??
      (kase.letters.some(each => each.decision !== undefined && !each.discarded) ? refuse('letter_posted') : null),
    decide: (kase, body) =>
      body.method === kase.intake.method
        ? refuse('nothing_owed', { field: 'method' })
        : [{ type: 'MethodChanged', ...body }],
  }),
}
