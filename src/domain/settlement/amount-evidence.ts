import type { Yen } from '../yen.ts'
import { owes } from './look.ts'
import type { NameReason } from './name-fit.ts'
import type { Due, Proposal } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** Transfer fees of Japanese banks, as they are taken off by payers (payments-post.md §3.3); a policy may list others. */
export const TRANSFER_FEES = [110, 145, 165, 220, 275, 330, 440, 550, 605, 660, 770, 880, 990] as const

/** How an amount stands to a case, and what of it the case would take. */
export interface AmountEvidence {
  readonly bucket: 'exact' | 'short' | 'over' | 'duplicate' | 'closed_case'
  readonly takes: Yen
  readonly reasons: readonly Reason[]
  readonly contradictions: readonly Reason[]
  readonly already?: string
}

export function amountEvidence(due: Due, amount: Yen, shortBy: ReadonlySet<number>): AmountEvidence {
  if (!owes(due)) return nothingOwed(due, amount)
  const byHand = handBooked(due, amount)
  const maybe: readonly Reason[] = byHand.length > 0 ? [{ code: 'maybe_by_hand', about: { amount } }] : NONE
  if (amount === due.outstanding)
    return {
      bucket: 'exact',
      takes: amount,
      reasons: [{ code: 'amount_exact', about: { amount } }],
      contradictions: maybe,
    }
  // Part of the fee was booked by hand, and the line is that very part.
  if (byHand.length > 0) return { ...alreadyThere(due, amount), bucket: 'duplicate' }
  const gap = due.outstanding - amount
  if (gap < 0)
    return {
      bucket: 'over',
      takes: due.outstanding,
      reasons: [],
      contradictions: [{ code: 'over_by', about: { over: -gap, outstanding: due.outstanding } }],
    }
  const about = { short: gap, outstanding: due.outstanding }
  return shortBy.has(gap)
    ? { bucket: 'short', takes: amount, reasons: [{ code: 'short_by_fee', about }], contradictions: [] }
    : { bucket: 'short', takes: amount, reasons: [], contradictions: [{ code: 'short_by', about }] }
}

/** Receipts that were booked as transfers without a line, of just this amount. */
export const handBooked = (due: Due, amount: Yen) =>
  due.booked.length === 0
    ? due.booked
    : due.booked.filter(each => each.byHand && each.line === undefined && each.amount === amount)

const stateReason = { withdrawn: 'state_withdrawn', closed: 'state_closed', not_charged: 'state_not_charged' } as const

const nothingOwed = (due: Due, amount: Yen): AmountEvidence => {
  const there = alreadyThere(due, amount)
  if (due.state === 'open') return { ...there, bucket: 'duplicate' }
  return {
    ...there,
    bucket: 'closed_case',
    contradictions: [
      { code: stateReason[due.state] },
      ...there.contradictions.filter(each => each.code !== 'paid_already'),
    ],
  }
}

/** The whole line goes to the case: as the receipt that is there already, or to be held and given back. */
const alreadyThere = (due: Due, amount: Yen): Omit<AmountEvidence, 'bucket'> => {
  const [receipt, another] = handBooked(due, amount)
  if (receipt === undefined)
    return { takes: amount, reasons: [], contradictions: [{ code: 'paid_already', about: { asked: due.asked } }] }
  if (another !== undefined)
    return { takes: amount, reasons: [], contradictions: [{ code: 'maybe_by_hand', about: { amount } }] }
  const about = { receipt: receipt.receipt, receivedOn: receipt.receivedOn, amount }
  return { takes: amount, reasons: [{ code: 'booked_by_hand', about }], contradictions: [], already: receipt.receipt }
}

/** One case and why: what the name says, what the amount says, and `more`. */
export const proposal = (
  due: Due,
  money: Pick<AmountEvidence, 'takes' | 'reasons' | 'contradictions' | 'already'>,
  name: NameReason,
  more: { readonly reasons?: readonly Reason[]; readonly contradictions?: readonly Reason[] } = {},
): Proposal => {
  const reasons = joined(more.reasons ?? NONE, name.reasons, money.reasons)
  const contradictions = joined(name.contradictions, more.contradictions ?? NONE, money.contradictions)
  const { caseNumber } = due
  return money.already === undefined
    ? { caseNumber, amount: money.takes, reasons, contradictions }
    : { caseNumber, amount: money.takes, reasons, contradictions, already: money.already }
}

const NONE: readonly Reason[] = []
const joined = (a: readonly Reason[], b: readonly Reason[], c: readonly Reason[]): readonly Reason[] => {
  if (a.length + b.length === 0) return c
  if (b.length + c.length === 0) return a
  return a.length + c.length === 0 ? b : [...a, ...b, ...c]
}
