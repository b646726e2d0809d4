import { z } from 'zod'
import type { PlainDate } from '../day.ts'
import { day, keptText, yenField } from '../fields.ts'
import type { Kept } from '../kept.ts'
import { keptPayee } from '../payee.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Actor, approvers, type Body, cashiers, type Role } from '../rule.ts'
import { yen } from '../yen.ts'
import type { Movement } from './ledger-entry.ts'
import type { LineState } from './line-state.ts'

/** Why money on the account is none of this desk's. */
export const asideReasons = ['other_business', 'own_transfer', 'interest', 'bank_fee', 'other'] as const

/** Why money that left is none of the desk's. */
export const debitReasons = ['bank_fee', 'other_business', 'own_transfer', 'other'] as const

/** What is written, and the personal words that go beside it where they can be erased. */
export interface LineDone {
  readonly movements: readonly Movement[]
  readonly kept?: Readonly<Record<string, Kept<unknown>>>
}

export interface LineContext {
  readonly today: PlainDate
  readonly by: Actor
}

interface LineRule<S extends z.ZodObject = z.ZodObject> {
  readonly by: readonly Role[]
  readonly body: S
  /** Why the act is not permitted now, whatever the body says; null when it is. */
  when(line: LineState, ctx: LineContext): Refusal | null
  decide(line: LineState, body: Body<z.output<S>>, ctx: LineContext): LineDone | Refusal
}

const lineRule = <S extends z.ZodObject>(given: LineRule<S>): LineRule<S> => given

const credit = (line: LineState): Refusal | null => (line.in === undefined ? refuse('line_is_debit') : null)

const withRest = (line: LineState): Refusal | null => {
  if (line.refund && !line.refund.approved) return credit(line) ?? refuse('line_refund_waits')
  return credit(line) ?? (line.rest > 0 ? null : refuse('line_used_up'))
}

const within = (line: LineState, amount: number): Refusal | null =>
  amount > 0 && amount <= line.rest ? null : refuse('line_used_up', { field: 'amount', about: { rest: line.rest } })

/** A movement of this line, dated today. Memos stand between two accounts and move nothing. */
const moved = (line: LineState, ctx: LineContext, given: Partial<Movement> & Pick<Movement, 'kind'>): Movement => ({
  on: ctx.today,
  debit: 'unidentified',
  credit: 'unidentified',
  amount: yen(0),
  operator: line.operator,
  line: line.id,
  account: line.account,
  ...given,
})

/** What a person may do with a line beside giving its money to cases (that is settling). */
export const lineActs = {
  setAside: lineRule({
    by: cashiers,
    body: z.object({ reason: z.enum(asideReasons) }),
    when: withRest,
    decide: (line, { reason }, ctx) => ({
      movements: [
        moved(line, ctx, { kind: 'set_aside', credit: 'not_ours', amount: yen(line.rest), body: { reason } }),
      ],
    }),
  }),
  takeBack: lineRule({
    by: cashiers,
    body: z.object({}),
    when: line => credit(line) ?? (line.aside > 0 ? null : refuse('not_set_aside')),
    decide: (line, _body, ctx) => ({
      movements: [moved(line, ctx, { kind: 'taken_back', debit: 'not_ours', amount: yen(line.aside) })],
    }),
  }),
  noteLine: lineRule({
    by: cashiers,
    body: z.object({ note: keptText(1000) }),
    when: () => null,
    decide: (line, { note }, ctx) => ({ movements: [moved(line, ctx, { kind: 'noted' })], kept: { note } }),
  }),
  proposeLineRefund: lineRule({
    by: cashiers,
    body: z.object({ amount: yenField(), payee: keptPayee(), why: keptText(1000) }),
    when: line => withRest(line) ?? (line.refund ? refuse('line_refund_waits') : null),
    decide: (line, { amount, payee, why }, ctx) =>
      within(line, amount) ?? {
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
        within(line, amount) ?? {
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
  /** The payer's bank asks us to give the money back (payments-post.md §3.1). */
  requestRecall: lineRule({
    by: cashiers,
    body: z.object({ on: day(), amount: yenField(), why: keptText(1000) }),
    when(line) {
      if (line.recall) return refuse('recall_waits')
      return credit(line) ?? (line.rest + line.given > 0 ? null : refuse('line_used_up'))
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

export type LineAct = keyof typeof lineActs
export const lineActNames = Object.keys(lineActs) as LineAct[]
export const isLineAct = (text: string): text is LineAct => Object.hasOwn(lineActs, text)
export const lineRuleOf = (act: LineAct): LineRule => lineActs[act] as unknown as LineRule

/** Why this person may not do this with the line now; null when they may. */
export const barredAct = (line: LineState, act: LineAct, ctx: LineContext): Refusal | null => {
  const rule = lineRuleOf(act)
  if (!ctx.by.roles.some(role => rule.by.includes(role))) return refuse('not_allowed')
  return rule.when(line, ctx)
}

/** Decides one act. `body` is what the act's own schema has parsed; an expected "no" is a value. */
export const decideLine = (
  line: LineState,
  act: LineAct,
  body: Record<string, unknown>,
  ctx: LineContext,
): LineDone | Refusal => barredAct(line, act, ctx) ?? lineRuleOf(act).decide(line, body, ctx)
