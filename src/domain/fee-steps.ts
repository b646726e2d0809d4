import type { Case } from './case.ts'
import { addDays, type PlainDate } from './day.ts'
import { heldMoney, openRefunds, orderLastDay, outstanding, overpaid, type Receipt, unassigned } from './fee.ts'
import { miscounted, waitsForCount } from './fee-count.ts'
import { MOST_REMINDERS } from './fee-reminder.ts'
import type { Step } from './next-steps.ts'
import { policyOf } from './policy-of.ts'
import type { Context } from './rule.ts'

/** What is owed next about money: counted, cashed in time, sent back, asked for, assigned. */

/** A 定額小為替 dies six months after its issue; the desk is told so many days before. */
const WARN_DAYS = 30

/** What lies in the house or is on its way out, whatever the request does. */
export const moneyInHand = (kase: Case, today: PlainDate): Step[] => {
  const dying = kase.fee.receipts.flatMap(each => dyingOn(each, today) ?? []).sort()[0]
  const refunds = openRefunds(kase)
  return [
    ...(kase.fee.receipts.some(waitsForCount)
      ? [{ code: 'recount_cash', by: 'cashier', verb: 'recountCash' } as const]
      : []),
    ...(kase.fee.receipts.some(miscounted)
      ? [{ code: 'rebook_cash', by: 'cashier', verb: 'reverseFee' } as const]
      : []),
    ...(dying === undefined
      ? []
      : [
          {
            code: 'cash_order',
            by: 'cashier',
            verb: outstanding(kase) > 0 ? 'applyFee' : 'refundFee',
            dueOn: dying,
          } as const,
        ]),
    ...(refunds.some(each => each.refundDue === undefined)
      ? [{ code: 'approve_refund', by: 'approver', verb: 'approveRefund' } as const]
      : []),
    ...(refunds.some(each => each.refundDue !== undefined)
      ? [{ code: 'send_refund', by: 'cashier', verb: 'refundFee' } as const]
      : []),
  ]
}

/** The last day of an order that is neither applied nor sent back, once it is near. */
const dyingOn = (receipt: Receipt, today: PlainDate): PlainDate | undefined => {
  if (unassigned(receipt) === 0) return undefined
  const days = receipt.orders.map(orderLastDay).filter(last => last >= today && addDays(last, -WARN_DAYS) <= today)
  return days.sort()[0]
}

/** 案内, 督促 and, where the policy foresees it, みなし取下げ after the day of a reminder. */
export const moneyAsked = (kase: Case, now: Pick<Context, 'today' | 'policyOn'>): Step[] => {
  const { requestedOn, dueOn, reminders = [] } = kase.fee
  if (outstanding(kase) === 0) return []
  if (requestedOn === undefined || dueOn === undefined)
    return [{ code: 'request_fee', by: 'cashier', verb: 'requestFee' }]
  if (dueOn >= now.today) return [{ code: 'await_fee', by: 'cashier', verb: 'receiveFee', dueOn }]
  if (reminders.length > 0 && policyOf(kase, now).waits.value.deemedWithdrawal)
    return [{ code: 'deem_withdrawn_fee', by: 'approver', verb: 'deemWithdrawn', dueOn }]
  return reminders.length < MOST_REMINDERS
    ? [{ code: 'remind_fee', by: 'cashier', verb: 'remindFee', dueOn }]
    : [{ code: 'await_fee', by: 'cashier', verb: 'receiveFee', dueOn }]
}

/** What must be put somewhere before the case can end. A sum whose refund is decided on is told by `moneyInHand`. */
export const moneyLeft = (kase: Case): Step[] => {
  const waiting = kase.fee.receipts.some(
    each => unassigned(each) > 0 && each.refund === undefined && each.held !== 'count_unconfirmed',
  )
  return [
    ...(heldMoney(kase) > 0 && waiting ? [{ code: 'assign_money', by: 'cashier', verb: 'refundFee' } as const] : []),
    ...(overpaid(kase) > 0 && openRefunds(kase).length === 0
      ? [{ code: 'decide_overpaid', by: 'approver', verb: 'keepFee' } as const]
      : []),
  ]
}
