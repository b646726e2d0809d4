import { z } from 'zod'
import { optional } from '../fields.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { yen } from '../yen.ts'
import { type InstrumentContext, unknownOperator } from './instrument-rule.ts'
import type { Movement } from './ledger-entry.ts'

/** Counting is believed of two people: the one who books it and another one of this desk. */
export const countReasons = ['missing', 'surplus', 'misbooked', 'damaged'] as const
export type CountReason = (typeof countReasons)[number]

/** Fields of who counted too, and why the book says otherwise. */
export const countedBy = () => ({
  with: z.string().min(1, 'required').max(80),
  reason: optional(z.enum(countReasons)),
})

const wrongCount = (
  { operator, with: other, reason }: { operator: string; with: string; reason?: CountReason },
  difference: number,
  { by, countersOf }: InstrumentContext,
): Refusal | null => {
  if (other === by.id) return refuse('counter_same_person', { field: 'with' })
  if (!countersOf(operator).includes(other)) return refuse('unknown_counter', { field: 'with' })
  return difference !== 0 && reason === undefined
    ? refuse('difference_unexplained', { field: 'reason', about: { difference } })
    : null
}

interface Count {
  readonly operator: string
  readonly counted: unknown
  readonly with: string
  readonly reason?: CountReason | undefined
}

/**
 * What a count books: 過不足 against what was counted, in yen (counted less booked). `unexplained`: the part of it that needs a reason.
 * A count without a difference is booked too: it proves that somebody looked.
 */
export const countBooked = (
  what: 'cash' | 'stamps',
  { operator, counted, with: other, reason }: Count,
  { difference, unexplained = difference }: { difference: number; unexplained?: number },
  ctx: InstrumentContext,
): readonly Movement[] | Refusal =>
  unknownOperator(operator, ctx) ??
  wrongCount({ operator, with: other, ...(reason && { reason }) }, unexplained, ctx) ?? [
    {
      kind: what === 'cash' ? 'cash_counted' : 'stamps_counted',
      on: ctx.today,
      debit: difference < 0 ? 'difference' : what,
      credit: difference < 0 ? what : 'difference',
      amount: yen(Math.abs(difference)),
      operator,
      body: { counted, with: other, ...(reason !== undefined && { reason }) },
    },
  ]
