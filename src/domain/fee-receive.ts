import { z } from 'zod'
import type { Case } from './case.ts'
import { addDays, type PlainDate } from './day.ts'
import {
  applicable,
  type FeeEvent,
  orderLastDay,
  outstanding,
  owed,
  type PostalOrder,
  unassigned,
  whileKept,
} from './fee.ts'
import { receive, wrongPieces } from './fee-pieces.ts'
import { day, optional, yenField } from './fields.ts'
import type { Kept } from './kept.ts'
import type { PaymentMeans } from './operator.ts'
import { policyOf } from './policy-of.ts'
import { type Refusal, type RefusalCode, refuse } from './refusal.ts'
import { type Context, cashiers, notYetOrTooEarly, rule, whileBooked, whileWanted } from './rule.ts'
import { type Yen, yen } from './yen.ts'

export const feeRules = {
  requestFee: rule({
    by: cashiers,
    body: z.object({ dueOn: optional(day()) }),
    when: kase => whileWanted(kase) ?? (outstanding(kase) > 0 ? null : refuse('fee_not_due')),
    decide(kase, body, ctx) {
      const dueOn = nextDue(kase, body.dueOn, ctx)
      return typeof dueOn === 'string' ? [{ type: 'FeeRequested', on: ctx.today, dueOn }] : dueOn
    },
  }),
  receiveFee: rule({
    by: cashiers,
    body: receive,
    when: whileKept,
    decide: (kase, body, ctx) => wrongPieces(kase, body) ?? booked(kase, body, ctx),
  }),
  applyFee: rule({
    by: cashiers,
    body: z.object({ receipt: z.string(), amount: yenField() }),
    when(kase) {
      const shut = whileBooked(kase)
      if (shut) return shut
      if (outstanding(kase) > 0 && kase.fee.receipts.some(applicable)) return null
      const bar = kase.fee.receipts.find(each => !each.reversed && isBar(each.held))?.held
      return refuse(bar ?? 'nothing_owed')
    },
    decide(kase, body) {
      const receipt = kase.fee.receipts.find(each => each.id === body.receipt && !each.reversed)
      if (receipt === undefined) return refuse('unknown_receipt', { field: 'receipt' })
      if (isBar(receipt.held)) return refuse(receipt.held, { field: 'receipt' })
      const most = Math.min(unassigned(receipt), outstanding(kase))
      if (body.amount > most || body.amount === 0)
        return refuse('exceeds_balance', { field: 'amount', about: { most } })
      return [{ type: 'FeeApplied', ...body }]
    },
  }),
}

/** Why money may not even be applied by hand. */
const isBar = (held: RefusalCode | undefined): held is 'order_expired' | 'count_unconfirmed' =>
  held === 'order_expired' || held === 'count_unconfirmed'

/** The day to pay by: as given, or by the wait of the policy; never today or before. */
export const nextDue = (kase: Case, given: PlainDate | undefined, ctx: Context): PlainDate | Refusal => {
  const dueOn = given ?? addDays(ctx.today, policyOf(kase, ctx).waits.value.feeDays)
  return dueOn > ctx.today
    ? dueOn
    : refuse('date_before_event', { field: 'dueOn', about: { day: dueOn, earliest: ctx.today } })
}

interface Coming {
  means: PaymentMeans
  amount: Yen
  receivedOn: PlainDate
  payer?: Kept<string>
  reference?: Kept<string>
  line?: string
  orders: readonly PostalOrder[]
  stamps: readonly { face: number; count: number }[]
}

/** The receipt under the next number, applied at once as far as something is owed and nothing holds it. */
export const booked = (kase: Case, body: Coming, ctx: Context): FeeEvent[] | Refusal => {
  const wrong = notYetOrTooEarly('receivedOn', body.receivedOn, ctx)
  if (wrong) return wrong
  if (body.amount === 0) return refuse('amounts_differ', { field: 'amount' })
  const accepted = policyOf(kase, ctx).payment.value.means
  const held = body.means === 'registered_cash' ? 'count_unconfirmed' : heldBecause(kase, body, accepted)
  const receipt = `r${kase.fee.receipts.length + 1}`
  const applied = held === undefined ? Math.min(body.amount, outstanding(kase)) : 0
  return [
    { type: 'FeeReceived', receipt, ...body, ...(held && { held }) },
    ...(applied > 0 ? [{ type: 'FeeApplied' as const, receipt, amount: yen(applied) }] : []),
  ]
}

/** Why money that came is held and not applied; undefined when it may be. */
export const heldBecause = (
  kase: Case,
  came: Pick<Coming, 'means' | 'orders' | 'receivedOn'>,
  accepted: readonly PaymentMeans[],
): RefusalCode | undefined => {
  if (kase.closing.closedOn !== undefined || owed(kase) === 0) return 'fee_not_due'
  return unfit(came, accepted)
}

const unfit = (
  { means, orders, receivedOn }: Pick<Coming, 'means' | 'orders' | 'receivedOn'>,
  accepted: readonly PaymentMeans[],
): RefusalCode | undefined => {
  if (orders.some(order => orderLastDay(order) < receivedOn)) return 'order_expired'
  return accepted.includes(means) ? undefined : 'means_not_accepted'
}

/** What came before the request is applied to its fee on the day on which the request is booked. */
export const earlyMoney = (kase: Case, asked: Yen, accepted: readonly PaymentMeans[]): FeeEvent[] => {
  let left: number = asked
  return kase.fee.receipts.flatMap(receipt => {
    const waits = receipt.held === 'fee_not_due' && receipt.refund === undefined
    const amount = waits && unfit(receipt, accepted) === undefined ? Math.min(unassigned(receipt), left) : 0
    left -= amount
    return amount > 0 ? [{ type: 'FeeApplied' as const, receipt: receipt.id, amount: yen(amount) }] : []
  })
}
