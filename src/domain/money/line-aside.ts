import { z } from 'zod'
import { refuse } from '../refusal.ts'
import { cashiers } from '../rule.ts'
import { yen } from '../yen.ts'
import { lineRule, moved, notCredit, nothingLeft } from './line-rule.ts'

/** Why money on the account is none of this desk's. */
export const asideReasons = ['other_business', 'own_transfer', 'interest', 'bank_fee', 'other'] as const

/** Why money that left is none of the desk's. */
export const debitReasons = ['bank_fee', 'other_business', 'own_transfer', 'other'] as const

/** 対象外: money that came or left and is none of this desk's. */
export const asideActs = {
  setAside: lineRule({
    by: cashiers,
    body: z.object({ reason: z.enum(asideReasons) }),
    when: nothingLeft,
    decide: (line, { reason }, ctx) => ({
      movements: [
        moved(line, ctx, { kind: 'set_aside', credit: 'not_ours', amount: yen(line.rest), body: { reason } }),
      ],
    }),
  }),
  takeBack: lineRule({
    by: cashiers,
    body: z.object({}),
    when: line => notCredit(line) ?? (line.aside > 0 ? null : refuse('not_set_aside')),
    decide: (line, _body, ctx) => ({
      movements: [moved(line, ctx, { kind: 'taken_back', debit: 'not_ours', amount: yen(line.aside) })],
    }),
  }),
  /** A debit that no refund explains: a fee of the bank, another business on the same account. */
  setDebitAside: lineRule({
    by: cashiers,
    body: z.object({ reason: z.enum(debitReasons) }),
    when: line => {
      if (line.out === undefined) return refuse('line_is_credit')
      return line.unexplained > 0 ? null : refuse('nothing_to_explain')
    },
    decide: (line, { reason }, ctx) => ({
      movements: [
        moved(line, ctx, {
          kind: 'debit_explained',
          debit: reason === 'bank_fee' ? 'bank_charge' : 'not_ours',
          credit: 'bank',
          amount: yen(line.unexplained),
          body: { reason },
        }),
      ],
    }),
  }),
  takeDebitBack: lineRule({
    by: cashiers,
    body: z.object({}),
    when: line => (line.asideAs === undefined ? refuse('not_set_aside') : null),
    decide: (line, _body, ctx) => ({
      movements: [
        moved(line, ctx, {
          kind: 'debit_unexplained',
          debit: 'bank',
          credit: line.asideAs ?? 'not_ours',
          amount: yen(line.aside),
        }),
      ],
    }),
  }),
} as const
