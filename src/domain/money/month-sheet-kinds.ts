import type { LedgerAccount, LedgerEntry, LedgerKind } from './ledger-entry.ts'

type Pair = readonly [debit: LedgerAccount, credit: LedgerAccount]

const bothWays = (one: LedgerAccount, ...others: readonly LedgerAccount[]): Pair[] =>
  others.flatMap((other): Pair[] => [
    [other, one],
    [one, other],
  ])

/** Which accounts an entry may move, debit first. Memos move nothing, whatever accounts they name. */
const pairs: Readonly<Record<LedgerKind, readonly Pair[]>> = {
  line_in: [['bank', 'unidentified']],
  allocated: [['unidentified', 'held']],
  released: [['held', 'unidentified']],
  linked: [['unidentified', 'in_transit']],
  unlinked: [['in_transit', 'unidentified']],
  set_aside: [['unidentified', 'not_ours']],
  taken_back: [['not_ours', 'unidentified']],
  received: (['cash', 'stamps', 'postal_orders', 'in_transit'] as const).map(asset => [asset, 'held'] as const),
  reversed: (['cash', 'stamps', 'postal_orders', 'in_transit'] as const).map(asset => ['held', asset] as const),
  applied: [['held', 'fees']],
  unapplied: [['fees', 'held']],
  returned: (['cash', 'stamps', 'postal_orders', 'in_transit', 'bank'] as const).map(asset => ['held', asset] as const),
  given_up: [
    ['held', 'kept'],
    ['kept', 'held'],
  ],
  refund_owed: [
    ['held', 'refund_payable'],
    ['unidentified', 'refund_payable'],
  ],
  refund_paid: [
    ...(['bank', 'cash', 'stamps', 'postal_orders', 'in_transit'] as const).map(
      asset => ['refund_payable', asset] as const,
    ),
    ['bank_charge', 'bank'],
  ],
  refund_unpaid: [
    ['refund_payable', 'held'],
    ['refund_payable', 'unidentified'],
    ['bank', 'refund_payable'],
    ['in_transit', 'refund_payable'],
    ['in_transit', 'unidentified'],
    ['in_transit', 'held'],
  ],
  recalled: [
    ['unidentified', 'bank'],
    ['unidentified', 'in_transit'],
  ],
  recall_undone: [['in_transit', 'unidentified']],
  corrected: [['unidentified', 'in_transit']],
  correction_undone: [['in_transit', 'unidentified']],
  debit_explained: (['in_transit', 'bank_charge', 'not_ours'] as const).map(account => [account, 'bank'] as const),
  debit_unexplained: (['in_transit', 'bank_charge', 'not_ours'] as const).map(account => ['bank', account] as const),
  orders_cashed: [
    ['cash', 'postal_orders'],
    ['in_transit', 'postal_orders'],
  ],
  orders_returned: [
    ['postal_orders', 'cash'],
    ['postal_orders', 'in_transit'],
  ],
  // Used by mistake, banked by mistake: the same kind leads the other way.
  stamps_used: bothWays('stamps', 'postage', 'cash'),
  stamps_counted: bothWays('stamps', 'difference'),
  cash_banked: bothWays('cash', 'in_transit'),
  cash_counted: bothWays('cash', 'difference'),
  refund_proposed: [],
  refund_declined: [],
  recall_requested: [],
  recall_agreed: [],
  recall_refused: [],
  recall_ended: [],
  noted: [],
  month_prepared: [],
  month_reopened: [],
  month_signed: [],
}

/** Whether kind and accounts agree: an entry whose account was changed does not. */
export const isLegal = ({ kind, debit, credit, amount }: LedgerEntry): boolean =>
  amount === 0 || (amount > 0 && pairs[kind].some(pair => pair[0] === debit && pair[1] === credit))

/** What came into the desk, by kind alone. A line that proves a transfer booked by hand is the same money once more. */
const coming: Partial<Record<LedgerKind, 1 | -1>> = { line_in: 1, received: 1, reversed: -1, linked: -1, unlinked: 1 }

/** What came to a case; the line's own way to the desk is not asked here. */
const comingToCase: Partial<Record<LedgerKind, 1 | -1>> = { allocated: 1, released: -1, received: 1, reversed: -1 }

const going = ({ kind, debit }: LedgerEntry): number => {
  if (kind === 'returned' || kind === 'recalled' || kind === 'corrected') return 1
  if (kind === 'recall_undone' || kind === 'correction_undone') return -1
  if (kind === 'refund_paid') return debit === 'bank_charge' ? 0 : 1
  return kind === 'refund_unpaid' && (debit === 'bank' || debit === 'in_transit') ? -1 : 0
}

/** Yen that came, came to the case, and left again, by kind alone: the accounts must say the same (`proofs`). */
export const flowsOf = (entry: LedgerEntry): { received: number; toCase: number; returned: number } => ({
  received: (coming[entry.kind] ?? 0) * entry.amount,
  toCase: (comingToCase[entry.kind] ?? 0) * entry.amount,
  returned: going(entry) * entry.amount,
})
