import { addDays, type PlainDate } from './day.ts'
import { feeAllowed, type RequestKind } from './kinds.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Context } from './rule.ts'
import { askedFee, taxWithin } from './tax.ts'
import type { Yen } from './yen.ts'

/** What is owed: the published price of the arrival day, one due per request (38条: three kinds only). */
export interface FeeAsked {
  type: 'FeeAsked'
  kinds: readonly RequestKind[]
  published: Yen
  basis: 'net' | 'gross'
  rate: number
  asked: Yen
  tax: Yen
  /** the form showed an older, lower price that the operator had published */
  olderForm?: true
}

/**
 * The due for a request that arrives on a day, or null when nothing asked may be charged for.
 * `shownFee`: the price printed on the form that the person used; accepted when it was once published (law.md §9 case 15).
 */
export const feeOnArrival = (
  ctx: Context,
  operator: string,
  kinds: readonly RequestKind[],
  arrivedOn: PlainDate,
  shownFee: Yen | undefined,
): FeeAsked | Refusal | null => {
  const policy = ctx.policyOn(operator, arrivedOn)
  if (policy === null) return refuse('no_policy', { field: 'arrivedOn' })
  const { amount, basis, chargedFor, rounding } = policy.fee.value
  const charged = kinds.filter(kind => feeAllowed(kind) && chargedFor.includes(kind))
  if (charged.length === 0 || amount === 0) return null
  const { rate, asked, tax } = askedFee({ amount, basis, rounding }, arrivedOn)
  const due: FeeAsked = { type: 'FeeAsked', kinds: charged, published: amount, basis, rate, asked, tax }
  if (shownFee === undefined || shownFee >= asked) return due
  if (!oncePublished(ctx, operator, arrivedOn, shownFee))
    return refuse('fee_not_published', { field: 'shownFee', about: { asked } })
  return { ...due, asked: shownFee, tax: taxWithin(shownFee, rate, rounding), olderForm: true }
}

/** The last days before each change of the tax rate, and a year back for a change of policy. */
const oncePublished = (ctx: Context, operator: string, arrivedOn: PlainDate, price: Yen): boolean =>
  ['2014-03-31', '2019-09-30', addDays(arrivedOn, -30), addDays(arrivedOn, -365)]
    .filter(on => on < arrivedOn)
    .some(on => {
      const policy = ctx.policyOn(operator, on as PlainDate)
      return policy !== null && askedFee(policy.fee.value, on as PlainDate).asked === price
    })

/** Price, tax within and kinds: at equal prices the tax of another day may still be another. */
export const sameDue = (one: FeeAsked, other: FeeAsked): boolean =>
  (['published', 'basis', 'rate', 'asked', 'tax'] as const).every(field => one[field] === other[field]) &&
  one.kinds.join() === other.kinds.join()
