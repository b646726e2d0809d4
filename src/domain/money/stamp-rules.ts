import { z } from 'zod'
import type { Stamps } from '../fee.ts'
import { count, day, optional, several } from '../fields.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { cashiers } from '../rule.ts'
import { yen } from '../yen.ts'
import { countBooked, countedBy } from './counting.ts'
import {
  type InstrumentContext,
  inFuture,
  instrumentRule,
  operatorField,
  some,
  unknownOperator,
} from './instrument-rule.ts'
import { poolOf } from './instruments.ts'
import type { LedgerAccount } from './ledger-entry.ts'
import { sorted, stampsWorth, within } from './stamp-book.ts'

/** 切手 of 1円 and more; the dearest ever issued is 1,000円. */
const stamps = z.object({ face: count(1000).refine(face => face > 0, 'number_not_read'), count: count() })
export const stampPurposes = ['postage', 'sold'] as const
export type StampPurpose = (typeof stampPurposes)[number]

const into: Readonly<Record<StampPurpose, LedgerAccount>> = { postage: 'postage', sold: 'cash' }

export const stampRules = {
  /** Stuck on envelopes, or handed over for cash at their face. */
  useStamps: instrumentRule({
    by: cashiers,
    body: z.object({
      operator: operatorField(),
      stamps: some(stamps),
      on: day(),
      purpose: z.enum(stampPurposes),
      caseNumber: optional(z.string().max(20)),
    }),
    decide({ operator, stamps: used, on, purpose, caseNumber }, ctx) {
      const wrong = unknownOperator(operator, ctx) ?? inFuture(on, ctx) ?? notOnHand(operator, used, 'stamps', ctx)
      if (wrong) return wrong
      if (caseNumber !== undefined && ctx.operatorOf(caseNumber) !== operator)
        return refuse('unknown_case', { field: 'caseNumber' })
      const amount = yen(stampsWorth(used))
      const body = { stamps: sorted(used), purpose }
      return [
        {
          kind: 'stamps_used',
          on,
          debit: into[purpose],
          credit: 'stamps',
          amount,
          operator,
          ...(caseNumber !== undefined && { caseNumber }),
          body,
        },
      ]
    },
  }),
  /** 切手の交換 at the post office: its charge is paid with what is worth more. */
  exchangeStamps: instrumentRule({
    by: cashiers,
    body: z.object({ operator: operatorField(), stamps: some(stamps), got: some(stamps), on: day() }),
    decide({ operator, stamps: given, got, on }, ctx) {
      const wrong = unknownOperator(operator, ctx) ?? inFuture(on, ctx) ?? notOnHand(operator, given, 'stamps', ctx)
      if (wrong) return wrong
      const charge = stampsWorth(given) - stampsWorth(got)
      if (charge < 0) return refuse('exchange_gains', { field: 'got', about: { most: stampsWorth(given) } })
      return [
        {
          kind: 'stamps_used',
          on,
          debit: 'postage',
          credit: 'stamps',
          amount: yen(charge),
          operator,
          body: { stamps: sorted(given), got: sorted(got), purpose: 'exchange' },
        },
      ]
    },
  }),
  /** Everything that is there, face by face; what is not named is not there. */
  countStamps: instrumentRule({
    by: cashiers,
    body: z.object({
      operator: operatorField(),
      stamps: several(stamps),
      ...countedBy(),
    }),
    decide({ stamps: found, ...told }, ctx) {
      const { yen: booked, faces } = poolOf(ctx.book, told.operator).stamps
      const counted = sorted(found)
      const difference = stampsWorth(counted) - booked
      // The same faces as in the book: what differs came without its faces, and nobody miscounted.
      const same = JSON.stringify(counted) === JSON.stringify(faces)
      return countBooked('stamps', { ...told, counted }, { difference, ...(same && { unexplained: 0 }) }, ctx)
    },
  }),
}

/** Null where each face is there often enough. */
const notOnHand = (
  operator: string,
  wanted: readonly Stamps[],
  field: string,
  ctx: InstrumentContext,
): Refusal | null => {
  if (stampsWorth(wanted) === 0) return refuse('stamps_not_held', { field, about: { face: 0, most: 0 } })
  const { faces } = poolOf(ctx.book, operator).stamps
  const there = within(wanted, faces)
  for (const { face, count: asked } of sorted(wanted)) {
    const most = there.find(each => each.face === face)?.count ?? 0
    if (most < asked)
      return refuse('stamps_not_held', {
        field,
        about: { face, most: faces.find(each => each.face === face)?.count ?? 0 },
      })
  }
  return null
}
