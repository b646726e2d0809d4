import { z } from 'zod'
import { keptText, yenField } from '../fields.ts'
import { keptPayee } from '../payee.ts'
import { refuse } from '../refusal.ts'
import { approvers, cashiers } from '../rule.ts'
import { yen } from '../yen.ts'
import { beyondRest, lineRule, moved, nothingLeft } from './line-rule.ts'

/** 返金 of money that no case has: one asks, another approves, a debit line ends it (debit.ts). */
export const refundActs = {
  proposeLineRefund: lineRule({
    by: cashiers,
    body: z.object({ amount: yenField(), payee: keptPayee(), why: keptText(1000) }),
    when: line => nothingLeft(line) ?? (line.refund ? refuse('line_refund_waits') : null),
    decide: (line, { amount, payee, why }, ctx) =>
      beyondRest(line, amount) ?? {
        movements: [moved(line, ctx, { kind: 'refund_proposed', body: { amount } })],
        kept: { payee, why },
      },
  }),
  approveLineRefund: lineRule({
    by: approvers,
    body: z.object({}),
    when: line => (line.refund && !line.refund.approved ? null : refuse('line_refund_missing')),
    decide(line, _body, ctx) {
      if (line.refund === undefined || line.refund.by === ctx.by.id) return refuse('same_person')
      const { amount } = line.refund
      return (
        beyondRest(line, amount) ?? {
          movements: [moved(line, ctx, { kind: 'refund_owed', credit: 'refund_payable', amount })],
        }
      )
    },
  }),
  declineLineRefund: lineRule({
    by: approvers,
    body: z.object({ why: keptText(1000) }),
    when: line => (line.refund && !line.refund.approved ? null : refuse('line_refund_missing')),
    decide: (line, { why }, ctx) => ({
      movements: [moved(line, ctx, { kind: 'refund_declined' })],
      kept: { why },
    }),
  }),
  /** Not sent after all: 仮受金 again. */
  withdrawLineRefund: lineRule({
    by: cashiers,
    body: z.object({ why: keptText(1000) }),
    when: line => (line.refund?.approved ? null : refuse('line_refund_missing')),
    decide: (line, { why }, ctx) => ({
      movements: [
        moved(line, ctx, { kind: 'refund_unpaid', debit: 'refund_payable', amount: line.refund?.amount ?? yen(0) }),
      ],
      kept: { why },
    }),
  }),
} as const
