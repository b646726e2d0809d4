import { z } from 'zod'
import { type FeeEvent, outstanding } from './fee.ts'
import { nextDue } from './fee-receive.ts'
import { day, optional } from './fields.ts'
import { draftedNotice, type LetterEvent } from './letter.ts'
import { type Refusal, refuse } from './refusal.ts'
import { cashiers, rule, whileWanted } from './rule.ts'

export const MOST_REMINDERS = 2

/** 督促: when the day to pay by has passed, the fee or its rest is asked for again, with a new day; twice at most. */
export const feeReminderRules = {
  remindFee: rule({
    by: cashiers,
    body: z.object({ dueOn: optional(day()) }),
    when(kase, ctx) {
      const shut = whileWanted(kase)
      if (shut) return shut
      const { dueOn, reminders = [] } = kase.fee
      if (outstanding(kase) === 0 || dueOn === undefined) return refuse('fee_not_due')
      if (reminders.length >= MOST_REMINDERS) return refuse('reminded_twice')
      return dueOn < ctx.today ? null : refuse('fee_day_open', { about: { day: dueOn } })
    },
    decide(kase, body, ctx): readonly (FeeEvent | LetterEvent)[] | Refusal {
      const dueOn = nextDue(kase, body.dueOn, ctx)
      if (typeof dueOn !== 'string') return dueOn
      return [{ type: 'FeeReminded', on: ctx.today, dueOn }, draftedNotice(kase, 'fee-reminder', ctx)]
    },
  }),
}
