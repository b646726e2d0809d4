import type { z } from 'zod'
import type { PlainDate } from '../day.ts'
import type { Kept } from '../kept.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Actor, Body, Role } from '../rule.ts'
import { yen } from '../yen.ts'
import type { Movement } from './ledger-entry.ts'
import type { LineState } from './line-state.ts'

/** What is written, and the personal words that go beside it where they can be erased. */
export interface LineDone {
  readonly movements: readonly Movement[]
  readonly kept?: Readonly<Record<string, Kept<unknown>>>
}

export interface LineContext {
  readonly today: PlainDate
  readonly by: Actor
}

/** One act with a line: who may, what it takes, whether it makes sense now, what follows. */
export interface LineRule<S extends z.ZodObject = z.ZodObject> {
  readonly by: readonly Role[]
  readonly body: S
  /** Why the act is not permitted now, whatever the body says; null when it is. */
  when(line: LineState, ctx: LineContext): Refusal | null
  decide(line: LineState, body: Body<z.output<S>>, ctx: LineContext): LineDone | Refusal
}

export const lineRule = <S extends z.ZodObject>(given: LineRule<S>): LineRule<S> => given

/** Why it is no credit; null when it is. */
export const notCredit = (line: LineState): Refusal | null => (line.in === undefined ? refuse('line_is_debit') : null)

/** Why nothing of it can be decided now: no credit, a refund that waits, nothing left. */
export const nothingLeft = (line: LineState): Refusal | null => {
  if (line.refund && !line.refund.approved) return notCredit(line) ?? refuse('line_refund_waits')
  return notCredit(line) ?? (line.rest > 0 ? null : refuse('line_used_up'))
}

/** Why `amount`, in yen, is more than is left. */
export const beyondRest = (line: LineState, amount: number): Refusal | null =>
  amount > 0 && amount <= line.rest ? null : refuse('line_used_up', { field: 'amount', about: { rest: line.rest } })

/** A movement of this line, dated today. Memos stand between two accounts and move nothing. */
export const moved = (
  line: LineState,
  ctx: LineContext,
  given: Partial<Movement> & Pick<Movement, 'kind'>,
): Movement => ({
  on: ctx.today,
  debit: 'unidentified',
  credit: 'unidentified',
  amount: yen(0),
  operator: line.operator,
  line: line.id,
  account: line.account,
  ...given,
})
