import { z } from 'zod'
import { day, keptText, yenField } from '../fields.ts'
import { refuse } from '../refusal.ts'
import { approvers, cashiers } from '../rule.ts'
import { lineRule, moved, notCredit } from './line-rule.ts'

/** 組戻し: the payer's bank asks, we agree or refuse, a debit line ends it (debit.ts). */
export const recallActs = {
  /** The payer's bank asks us to give the money back (payments-post.md §3.1). */
  requestRecall: lineRule({
    by: cashiers,
    body: z.object({ on: day(), amount: yenField(), why: keptText(1000) }),
    when(line) {
      if (line.recall) return refuse('recall_waits')
      return notCredit(line) ?? (line.rest + line.given > 0 ? null : refuse('line_used_up'))
    },
    decide(line, { on, amount, why }, ctx) {
      if (on > ctx.today) return refuse('date_in_future', { field: 'on', about: { day: on } })
      if (on < line.date) return refuse('date_before_event', { field: 'on', about: { day: on, earliest: line.date } })
      const most = line.rest + line.given
      if (amount === 0 || amount > most) return refuse('exceeds_balance', { field: 'amount', about: { most } })
      return { movements: [moved(line, ctx, { kind: 'recall_requested', on, body: { amount } })], kept: { why } }
    },
  }),
  /** Consent gives money away: one who decides gives it, and only for money that no case has. */
  agreeToRecall: lineRule({
    by: approvers,
    body: z.object({}),
    when: line => (line.recall?.state === 'requested' ? null : refuse('recall_missing')),
    decide(line, _body, ctx) {
      if (line.rest < (line.recall?.amount ?? 0)) return refuse('recall_allocated')
      return { movements: [moved(line, ctx, { kind: 'recall_agreed' })] }
    },
  }),
  refuseRecall: lineRule({
    by: approvers,
    body: z.object({ why: keptText(1000) }),
    when: line => (line.recall?.state === 'requested' ? null : refuse('recall_missing')),
    decide: (line, { why }, ctx) => ({ movements: [moved(line, ctx, { kind: 'recall_refused' })], kept: { why } }),
  }),
} as const
