import { z } from 'zod'
import type { Case } from './case.ts'
import { addDays, addMonths, type PlainDate } from './day.ts'
import type { FeeAsked } from './fee-due.ts'
import { count, day, keptText, line, optional, several, yenField } from './fields.ts'
import type { Kept } from './kept.ts'
import type { RequestKind } from './kinds.ts'
import { type PaymentMeans, paymentMeans } from './operator.ts'
import { policyOf } from './policy-of.ts'
import { type RefusalCode, refuse } from './refusal.ts'
import { type Body, cashiers, notYetOrTooEarly, openKinds, rule, whileBooked, whileWanted } from './rule.ts'
import { type Yen, yen } from './yen.ts'

/** 手数料: one ledger per case. Whatever came is booked; what may not be applied is held until it is applied, returned or given up. */
export interface Receipt {
  readonly id: string
  readonly means: PaymentMeans
  readonly amount: Yen
  readonly receivedOn: PlainDate
  readonly applied: Yen
  readonly refunded: Yen
  readonly givenUp: Yen
  readonly held?: RefusalCode
  readonly orders: readonly PostalOrder[]
  readonly reversed?: true
}

export interface PostalOrder {
  readonly face: number
  readonly issuedOn: PlainDate
}

export interface FeeLedger {
  readonly dues: readonly (FeeAsked & { readonly id: string })[]
  readonly receipts: readonly Receipt[]
  readonly waived: Yen
  /** kept although nothing is owed any more (withdrawn after payment), as an approver decided */
  readonly keptOf: Yen
  readonly waiver?: { readonly by: string; readonly amount: Yen }
  readonly requestedOn?: PlainDate
  readonly dueOn?: PlainDate
}

export type FeeEvent =
  | FeeAsked
  | { type: 'FeeRequested'; on: PlainDate; dueOn: PlainDate }
  | {
      type: 'FeeReceived'
      receipt: string
      means: PaymentMeans
      amount: Yen
      receivedOn: PlainDate
      payer?: Kept<string>
      orders: readonly PostalOrder[]
      stamps: readonly { face: number; count: number }[]
      reference?: string
      held?: RefusalCode
    }
  | { type: 'FeeApplied'; receipt: string; amount: Yen }

/** 定額小為替 come in twelve values (law.md §5.1). */
export const orderFaces = [50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 750, 1000] as const

const receive = z.object({
  means: z.enum(paymentMeans),
  amount: yenField(),
  receivedOn: day(),
  payer: optional(keptText(100)),
  reference: optional(line(40)),
  orders: several(z.object({ face: count(), issuedOn: day() })),
  stamps: several(z.object({ face: count(), count: count() })),
})

export const feeRules = {
  requestFee: rule({
    by: cashiers,
    body: z.object({ dueOn: optional(day()) }),
    when: kase => whileWanted(kase) ?? (outstanding(kase) > 0 ? null : refuse('fee_not_due')),
    decide(kase, body, ctx) {
      const dueOn = body.dueOn ?? addDays(ctx.today, policyOf(kase, ctx).waits.value.feeDays)
      if (dueOn <= ctx.today)
        return refuse('date_before_event', { field: 'dueOn', about: { day: dueOn, earliest: ctx.today } })
      return [{ type: 'FeeRequested', on: ctx.today, dueOn }]
    },
  }),
  receiveFee: rule({
    by: cashiers,
    body: receive,
    when: whileBooked,
    decide(kase, body, ctx) {
      const wrong = notYetOrTooEarly('receivedOn', body.receivedOn, ctx) ?? wrongPieces(body)
      if (wrong) return wrong
      if (body.amount === 0) return refuse('amounts_differ', { field: 'amount' })
      const held = heldBecause(kase, body, policyOf(kase, ctx).payment.value.means)
      const receipt = `r${kase.fee.receipts.length + 1}`
      const applied = held === undefined ? Math.min(body.amount, outstanding(kase)) : 0
      return [
        { type: 'FeeReceived', receipt, ...body, ...(held && { held }) },
        ...(applied > 0 ? [{ type: 'FeeApplied' as const, receipt, amount: yen(applied) }] : []),
      ]
    },
  }),
  applyFee: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), amount: yenField() }),
    when(kase) {
      const shut = whileBooked(kase)
      if (shut) return shut
      if (outstanding(kase) > 0 && kase.fee.receipts.some(applicable)) return null
      return refuse(kase.fee.receipts.some(each => each.held === 'order_expired') ? 'order_expired' : 'nothing_owed')
    },
    decide(kase, body) {
      const receipt = kase.fee.receipts.find(each => each.id === body.receipt && !each.reversed)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      if (receipt.held === 'order_expired') return refuse('order_expired', { field: 'receipt' })
      const most = Math.min(unassigned(receipt), outstanding(kase))
      if (body.amount > most || body.amount === 0)
        return refuse('exceeds_balance', { field: 'amount', about: { most } })
      return [{ type: 'FeeApplied', ...body }]
    },
  }),
}

/** The pieces must be pieces that exist and add up to the amount. */
const wrongPieces = (body: Body<z.output<typeof receive>>) => {
  const strange =
    body.means === 'postal_order' ? body.orders.find(order => !orderFaces.includes(order.face as 50)) : undefined
  if (strange) return refuse('face_value_unknown', { field: 'orders', about: { face: strange.face } })
  const unborn = body.orders.find(order => order.issuedOn > body.receivedOn)
  if (unborn)
    return refuse('date_before_event', {
      field: 'receivedOn',
      about: { day: body.receivedOn, earliest: unborn.issuedOn },
    })
  const sum =
    body.means === 'postal_order' && body.orders.length > 0
      ? body.orders.reduce((total, order) => total + order.face, 0)
      : body.means === 'stamps' && body.stamps.length > 0
        ? body.stamps.reduce((total, stamp) => total + stamp.face * stamp.count, 0)
        : body.amount
  return sum === body.amount ? null : refuse('amounts_differ', { field: 'amount', about: { sum, amount: body.amount } })
}

const heldBecause = (
  kase: Case,
  body: Body<z.output<typeof receive>>,
  accepted: readonly PaymentMeans[],
): RefusalCode | undefined => {
  if (owed(kase) === 0) return 'fee_not_due'
  // Payable for six months from issue (payments-post.md §5.5); an expired order can only be re-issued by its buyer.
  if (body.orders.some(order => addMonths(order.issuedOn, 6) < body.receivedOn)) return 'order_expired'
  return accepted.includes(body.means) ? undefined : 'means_not_accepted'
}

/** What lies outside the Act is no request of 33条, so 38条 gives no fee for it. */
const outside = (kase: Case, kind: RequestKind): boolean =>
  kase.decisions.findLast(each => each.kind === kind && each.state === 'approved')?.outcome === 'out_of_scope'

/** What the case must pay in all: nothing once every charged kind is withdrawn or found to lie outside the Act. */
export const owed = (kase: Case): number => {
  const open = openKinds(kase).filter(kind => !outside(kase, kind))
  const dues = kase.fee.dues.filter(due => due.kinds.some(kind => open.includes(kind)))
  return Math.max(0, dues.reduce((total, due) => total + due.asked, 0) - kase.fee.waived)
}

const good = (kase: Case) => kase.fee.receipts.filter(receipt => !receipt.reversed)

export const paid = (kase: Case): number => good(kase).reduce((total, receipt) => total + receipt.applied, 0)
/** Applied to what is no longer owed: returned, or kept by decision, before the case closes. */
export const overpaid = (kase: Case): number => Math.max(0, paid(kase) - owed(kase) - kase.fee.keptOf)
export const outstanding = (kase: Case): number => Math.max(0, owed(kase) - paid(kase))
export const unassigned = (receipt: Receipt): number =>
  receipt.reversed ? 0 : receipt.amount - receipt.applied - receipt.refunded - receipt.givenUp
export const heldMoney = (kase: Case): number => good(kase).reduce((total, receipt) => total + unassigned(receipt), 0)
/** An expired 定額小為替 can only go back. */
export const applicable = (receipt: Receipt): boolean => unassigned(receipt) > 0 && receipt.held !== 'order_expired'
export const feeSettled = (kase: Case): boolean => outstanding(kase) === 0
