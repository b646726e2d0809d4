import { z } from 'zod'
import { day, yenField } from '../fields.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { cashiers } from '../rule.ts'
import { countBooked, countedBy } from './counting.ts'
import { type InstrumentContext, inFuture, instrumentRule, operatorField, unknownOperator } from './instrument-rule.ts'
import { poolOf } from './instruments.ts'
import { unknownAccount } from './order-rules.ts'

export const cashRules = {
  /** Paid into the bank; 未達 until its line proves it. */
  bankCash: instrumentRule({
    by: cashiers,
    body: z.object({
      operator: operatorField(),
      amount: yenField(),
      on: day(),
      into: z.string().min(1, 'required').max(80),
    }),
    decide({ operator, amount, on, into }, ctx) {
      const wrong =
        unknownOperator(operator, ctx) ??
        inFuture(on, ctx) ??
        notInBox(operator, amount, ctx) ??
        toBank(into, operator, ctx)
      return (
        wrong ?? [{ kind: 'cash_banked', on, debit: 'in_transit', credit: 'cash', amount, operator, account: into }]
      )
    },
  }),
  countCash: instrumentRule({
    by: cashiers,
    body: z.object({
      operator: operatorField(),
      counted: yenField(),
      ...countedBy(),
    }),
    decide: (count, ctx) =>
      countBooked('cash', count, { difference: count.counted - poolOf(ctx.book, count.operator).cash.yen }, ctx),
  }),
}

export const notInBox = (operator: string, amount: number, { book }: InstrumentContext): Refusal | null => {
  const most = poolOf(book, operator).cash.yen
  return amount > 0 && amount <= most
    ? null
    : refuse('cash_not_held', { field: 'amount', about: { most: Math.max(0, most) } })
}

const toBank = (into: string, operator: string, ctx: InstrumentContext): Refusal | null =>
  into === 'cash' ? refuse('unknown_account', { field: 'into' }) : unknownAccount(into, operator, ctx)
