import type { Case, CaseEvent } from './case.ts'
import { type PlainDate, todayIn } from './day.ts'
import type { Step, Steps } from './evolve.ts'
import { outstanding, type Receipt, type SentRefund } from './fee.ts'
import { yen } from './yen.ts'

type FeeEvents =
  | 'FeeAsked'
  | 'FeeRequested'
  | 'FeeReceived'
  | 'FeeApplied'
  | 'WaiverProposed'
  | 'FeeWaived'
  | 'WaiverDeclined'
  | 'FeeKept'
  | 'FeeReversed'
  | 'FeeUnapplied'
  | 'FeeRefunded'
  | 'RefundGivenUp'
  | 'FeeReminded'
  | 'CashRecounted'
  | 'CashMiscounted'
  | 'FeeLineLinked'
  | 'FeeLineUnlinked'
  | 'RefundProposed'
  | 'RefundApproved'
  | 'RefundDeclined'
  | 'RefundWithdrawn'
  | 'RefundUnsent'

const receipt = (kase: Case, id: string, change: (receipt: Receipt) => Partial<Receipt>): Case => ({
  ...kase,
  fee: { ...kase.fee, receipts: kase.fee.receipts.map(each => (each.id === id ? { ...each, ...change(each) } : each)) },
})

/** As `receipt`, for what takes fields away. */
const replaced = (kase: Case, id: string, change: (receipt: Receipt) => Receipt): Case => ({
  ...kase,
  fee: { ...kase.fee, receipts: kase.fee.receipts.map(each => (each.id === id ? change(each) : each)) },
})

/** No refund is under way any more. */
const settled = ({ refund: _refund, refundDue: _due, ...rest }: Receipt): Receipt => rest

/** The day on which the last yen came in ends the pause of the internal clock; nothing is left to waive then. */
const settledBy =
  <T extends FeeEvents>(step: Step<T>): Step<T> =>
  (before, event, entry) => {
    const after = step(before, event, entry)
    const { feeSettledOn: _before, ...rest } = after
    if (outstanding(after) > 0) return rest
    const { waiver: _waiver, ...fee } = after.fee
    return { ...rest, fee, feeSettledOn: before.feeSettledOn ?? cameIn(after, event) ?? todayIn(entry.at) }
  }

/** Money is often booked days after it came; what was held first counts from the day on which it was taken. */
const cameIn = (kase: Case, event: Extract<CaseEvent, { type: FeeEvents }>): PlainDate | undefined => {
  if (event.type !== 'FeeApplied') return undefined
  const receipt = kase.fee.receipts.find(each => each.id === event.receipt)
  return receipt?.held === undefined ? receipt?.receivedOn : undefined
}

export const feeSteps: Steps<FeeEvents> = {
  /** One due per request: a later one (the day of arrival was amended) takes the place of the first. */
  FeeAsked: settledBy((kase, due) => ({ ...kase, fee: { ...kase.fee, dues: [{ ...due, id: 'f1' }] } })),
  FeeRequested: (kase, { on, dueOn }) => ({
    ...kase,
    fee: { ...kase.fee, requestedOn: kase.fee.requestedOn ?? on, dueOn },
  }),
  FeeReminded: (kase, { on, dueOn }) => ({
    ...kase,
    fee: { ...kase.fee, dueOn, reminders: [...(kase.fee.reminders ?? []), on] },
  }),
  FeeReceived: (kase, { receipt: id, means, amount, receivedOn, payer, orders, line, held }, { by }) => ({
    ...kase,
    fee: {
      ...kase.fee,
      receipts: [
        ...kase.fee.receipts,
        {
          id,
          means,
          amount,
          receivedOn,
          orders,
          applied: yen(0),
          refunded: yen(0),
          givenUp: yen(0),
          ...(held && { held }),
          ...(payer && { payer }),
          ...(line && { line }),
          ...(held === 'count_unconfirmed' && { countedBy: by }),
        },
      ],
    },
  }),
  FeeApplied: settledBy((kase, { receipt: id, amount }) =>
    receipt(kase, id, each => ({ applied: yen(each.applied + amount) })),
  ),
  FeeUnapplied: settledBy((kase, { receipt: id, amount }) =>
    receipt(kase, id, each => ({ applied: yen(each.applied - amount) })),
  ),
  FeeReversed: settledBy((kase, { receipt: id }) =>
    receipt(kase, id, () => ({ reversed: true as const, applied: yen(0) })),
  ),
  FeeRefunded: (kase, { receipt: id, amount, means, on, line }) =>
    replaced(kase, id, each => {
      const after = { ...each, refunded: yen(each.refunded + amount) }
      // A transfer sends what was approved, to the yen (`notApproved`); transfers of before that rule had no approval.
      if (means !== 'transfer' || each.refund === undefined || each.refundDue !== amount) return after
      const now: SentRefund = { ...each.refund, on, ...(line && { line }) }
      return { ...settled(after), sent: [...(each.sent ?? []), now] }
    }),
  RefundProposed: (kase, { receipt: id, amount, payee }, { by }) =>
    receipt(kase, id, () => ({ refund: { amount, payee, by } })),
  RefundApproved: (kase, { receipt: id, amount }) => receipt(kase, id, () => ({ refundDue: amount })),
  RefundDeclined: (kase, { receipt: id }) => replaced(kase, id, settled),
  RefundWithdrawn: (kase, { receipt: id }) => replaced(kase, id, settled),
  RefundUnsent: (kase, { receipt: id, amount, line, bounced }) =>
    replaced(kase, id, each => {
      const last = each.sent?.findLast(sent => sent.line === line && sent.amount === amount)
      const left = each.sent?.filter(sent => sent !== last) ?? []
      const after = { ...each, refunded: yen(each.refunded - amount), sent: left }
      if (bounced || last === undefined) return after
      const { by, payee } = last
      return { ...after, refund: { amount, by, payee }, refundDue: amount }
    }),
  CashRecounted: (kase, { receipt: id, held }) =>
    replaced(kase, id, ({ held: _before, ...rest }) => ({ ...rest, ...(held && { held }) })),
  CashMiscounted: (kase, { receipt: id }) => receipt(kase, id, each => ({ miscounts: (each.miscounts ?? 0) + 1 })),
  FeeLineLinked: (kase, { receipt: id, line }) => receipt(kase, id, () => ({ line, linked: true as const })),
  FeeLineUnlinked: (kase, { receipt: id }) => replaced(kase, id, ({ line: _line, linked: _linked, ...rest }) => rest),
  RefundGivenUp: (kase, { receipt: id, amount }) =>
    receipt(kase, id, each => ({ givenUp: yen(each.givenUp + amount) })),
  WaiverProposed: (kase, { amount }, { by }) => ({ ...kase, fee: { ...kase.fee, waiver: { by, amount } } }),
  FeeWaived: settledBy((kase, { amount }) => {
    const { waiver: _waiver, ...fee } = kase.fee
    return { ...kase, fee: { ...fee, waived: yen(fee.waived + amount) } }
  }),
  WaiverDeclined: kase => {
    const { waiver: _waiver, ...fee } = kase.fee
    return { ...kase, fee }
  },
  FeeKept: (kase, { amount }) => ({ ...kase, fee: { ...kase.fee, keptOf: yen(kase.fee.keptOf + amount) } }),
}
