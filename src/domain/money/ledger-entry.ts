import type { PlainDate } from '../day.ts'
import type { Yen } from '../yen.ts'

/**
 * 元帳 (the money ledger): double entry, append-only. Two kinds of suspense: `unidentified` (仮受金, money of a line without a case)
 * and `held` (預り金, money of a case that is not applied to its fee).
 */
export const ledgerAccounts = [
  'bank',
  'cash',
  'stamps',
  'postal_orders',
  /** 未達: a transfer that was booked by hand and that no imported line has proved yet */
  'in_transit',
  'unidentified',
  'held',
  'fees',
  /** kept because the payer does not want it back */
  'kept',
  /** 未払返金: decided to be returned, not yet seen to leave the bank */
  'refund_payable',
  /** came to the account but is no fee of this desk */
  'not_ours',
  'postage',
  'bank_charge',
  /** 過不足: counted otherwise than booked */
  'difference',
] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

/** What an entry does. Those of amount 0 are facts that move nothing (memo). */
export const ledgerKinds = [
  'line_in',
  'allocated',
  'released',
  'linked',
  'unlinked',
  'set_aside',
  'taken_back',
  'received',
  'reversed',
  'applied',
  'unapplied',
  'returned',
  'given_up',
  'refund_owed',
  'refund_paid',
  'refund_unpaid',
  'recalled',
  'recall_undone',
  'corrected',
  'correction_undone',
  'debit_explained',
  'debit_unexplained',
  'orders_cashed',
  'orders_returned',
  'stamps_used',
  'stamps_counted',
  'cash_banked',
  'cash_counted',
  'refund_proposed',
  'refund_declined',
  'recall_requested',
  'recall_agreed',
  'recall_refused',
  'recall_ended',
  'noted',
  'month_prepared',
  'month_reopened',
  'month_signed',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** One movement before it is written. `on`: the day it is booked on; of a closed month never (see `bookedOn`). */
export interface Movement {
  readonly kind: LedgerKind
  readonly on: PlainDate
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  readonly amount: Yen
  /** null: of no operator yet (a line of an account that serves several) */
  readonly operator: string | null
  readonly caseNumber?: string
  /** id of the case's receipt: r1, r2 … */
  readonly receipt?: string
  /** id of the statement line the money came by, or left by */
  readonly line?: string
  /** id of the bank account, where `bank` is one of the two sides or the line is of it */
  readonly account?: string
  /** facts without personal data: numbers of 定額小為替, faces of stamps, the month */
  readonly body?: Readonly<Record<string, unknown>>
}

/** As it stands in the ledger. */
export interface LedgerEntry extends Movement {
  readonly seq: number
  /** ISO instant in UTC */
  readonly at: string
  /** staff id */
  readonly by: string
}

/** After a month is closed only new entries correct it: what belongs into it is booked on the first day that is open. */
export const bookedOn = (on: PlainDate, openFrom: PlainDate | null): PlainDate =>
  openFrom !== null && on < openFrom ? openFrom : on
