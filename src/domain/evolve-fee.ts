import type { Case, CaseEvent } from './case.ts'
import { type PlainDate, todayIn } from './day.ts'
import type { Step, Steps } from './evolve.ts'
import { outstanding, type Receipt } from './fee.ts'
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

const receipt = (kase: Case, id: string, change: (receipt: Receipt) => Partial<Receipt>): Case => ({
  ...kase,
  fee: { ...kase.fee, receipts: kase.fee.receipts.map(each => (each.id === id ? { ...each, ...change(each) } : each)) },
})

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
  FeeReceived: (kase, { receipt: id, means, amount, receivedOn, orders, held }) => ({
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
  FeeRefunded: (kase, { receipt: id, amount }) =>
    receipt(kase, id, each => ({ refunded: yen(each.refunded + amount) })),
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
