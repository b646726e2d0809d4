import type { Case } from './case.ts'
import { addMonths, type PlainDate } from './day.ts'
import type { FeeAsked } from './fee-due.ts'
import type { Kept } from './kept.ts'
import type { RequestKind } from './kinds.ts'
import type { PaymentMeans } from './operator.ts'
import type { Payee } from './payee.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import { openKinds, whileBooked } from './rule.ts'
import type { Yen } from './yen.ts'

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
  /** who paid, where that is told */
  readonly payer?: Kept<string>
  readonly orders: readonly PostalOrder[]
  readonly reversed?: true
  /** who opened the envelope and counted first (現金書留) */
  readonly countedBy?: string
  /** counts of a second person that came out otherwise */
  readonly miscounts?: number
  /** id of the statement line that it came by, or that proved it later (`linked`) */
  readonly line?: string
  readonly linked?: true
  /** a refund by transfer that is proposed, or approved and not yet sent (`refundDue`) */
  readonly refund?: Refund
  readonly refundDue?: Yen
  readonly sent?: readonly SentRefund[]
}

/** 返金の振込 */
interface Refund {
  readonly amount: Yen
  /** who proposed it */
  readonly by: string
  readonly payee: Kept<Payee>
}

export interface SentRefund extends Refund {
  readonly on: PlainDate
  readonly line?: string
}

export interface PostalOrder {
  readonly face: number
  readonly issuedOn: PlainDate
  /** 証書番号 */
  readonly number?: string
}

export interface Stamps {
  readonly face: number
  readonly count: number
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
  /** days on which a missing or short fee was asked for again */
  readonly reminders?: readonly PlainDate[]
}

export type FeeEvent =
  | FeeAsked
  | { type: 'FeeRequested'; on: PlainDate; dueOn: PlainDate }
  | { type: 'FeeReminded'; on: PlainDate; dueOn: PlainDate }
  | {
      type: 'FeeReceived'
      receipt: string
      means: PaymentMeans
      amount: Yen
      receivedOn: PlainDate
      payer?: Kept<string>
      orders: readonly PostalOrder[]
      stamps: readonly Stamps[]
      reference?: string | Kept<string>
      /** id of the statement line that it came by */
      line?: string
      held?: RefusalCode
    }
  | { type: 'FeeApplied'; receipt: string; amount: Yen }
  /** counted a second time, with the same sum; `held`: why it is still held */
  | { type: 'CashRecounted'; receipt: string; held?: RefusalCode }
  | { type: 'CashMiscounted'; receipt: string }
  | { type: 'FeeLineLinked'; receipt: string; line: string }
  | { type: 'FeeLineUnlinked'; receipt: string; line: string }

/** 定額小為替 come in twelve values (law.md §5.1). */
export const orderFaces = [50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 750, 1000] as const

/** Payable for six months from issue (payments-post.md §5.5); after this day only its buyer can have it issued anew. */
export const orderLastDay = (order: Pick<PostalOrder, 'issuedOn'>): PlainDate => addMonths(order.issuedOn, 6)

/** Money comes and goes back after the end, too: what is paid late is booked where it belongs. Never after erasure. */
export const whileKept = (kase: Case): Refusal | null => {
  const shut = whileBooked(kase)
  return shut?.refused === 'case_closed' ? null : shut
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
  receipt.reversed
    ? 0
    : receipt.amount - receipt.applied - receipt.refunded - receipt.givenUp - (receipt.refundDue ?? 0)
export const heldMoney = (kase: Case): number => good(kase).reduce((total, receipt) => total + unassigned(receipt), 0)
/** Refunds by transfer that are under way: proposed, or approved and not yet seen to leave the bank. */
export const openRefunds = (kase: Case): Receipt[] => good(kase).filter(receipt => receipt.refund !== undefined)
/** An expired 定額小為替 can only go back; an envelope of cash waits for its second count. */
export const applicable = (receipt: Receipt): boolean =>
  unassigned(receipt) > 0 && receipt.held !== 'order_expired' && receipt.held !== 'count_unconfirmed'
export const liveReceipt = (kase: Case, id: string): Receipt | undefined => good(kase).find(each => each.id === id)
export const feeSettled = (kase: Case): boolean => outstanding(kase) === 0
