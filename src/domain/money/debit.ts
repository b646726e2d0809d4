import { type Refusal, refuse } from '../refusal.ts'
import { yen } from '../yen.ts'
import type { LedgerEntry, Movement } from './ledger-entry.ts'
import type { LineContext } from './line-acts.ts'
import type { LineState } from './line-state.ts'

/**
 * A debit line proves that money left: the refund or the recall of a credit line. Two movements meet in 未達, so that each line
 * has its own entries. What a case returns is decided by the case (refundSent); `provesDebit` is its half here.
 */
export const explainDebit = (
  debit: LineState,
  of: LineState,
  what: 'refund' | 'recall',
  { today }: LineContext,
): readonly Movement[] | Refusal => {
  if (debit.out === undefined) return refuse('line_is_credit', { field: 'debit' })
  const amount = what === 'refund' ? (of.refund?.approved ? of.refund.amount : undefined) : agreed(of)
  // The bank takes a recall from the very account; a refund we may send from another.
  const elsewhere = what === 'recall' && debit.account !== of.account
  if (amount === undefined || amount !== debit.unexplained || elsewhere || debit.date < of.date)
    return refuse('nothing_to_explain')
  const side = { amount, operator: of.operator, on: debit.date > today ? today : debit.date }
  return [
    what === 'refund'
      ? {
          ...side,
          kind: 'refund_paid',
          debit: 'refund_payable',
          credit: 'in_transit',
          line: of.id,
          account: of.account,
        }
      : { ...side, kind: 'recalled', debit: 'unidentified', credit: 'in_transit', line: of.id, account: of.account },
    {
      ...side,
      kind: 'debit_explained',
      debit: 'in_transit',
      credit: 'bank',
      line: debit.id,
      account: debit.account,
      body: { of: of.id, what },
    },
  ]
}

const agreed = ({ recall, rest }: LineState) =>
  recall?.state === 'agreed' && rest >= recall.amount ? recall.amount : undefined

/** The way back: the refund is owed again, the recall agreed again. */
export const unexplainDebit = (
  debit: LineState,
  of: LineState,
  proof: LedgerEntry,
  { today }: LineContext,
): readonly Movement[] | Refusal => {
  if (of.refund || of.recall) return refuse('line_refund_waits')
  const side = { amount: proof.amount, operator: of.operator, on: today }
  const back = { ...side, line: of.id, account: of.account }
  const memo = { ...back, amount: yen(0), debit: 'unidentified', credit: 'unidentified' } as const
  return [
    { ...side, kind: 'debit_unexplained', debit: 'bank', credit: 'in_transit', line: debit.id, account: debit.account },
    ...(wasRecall(proof)
      ? ([
          { ...back, kind: 'recall_undone', debit: 'in_transit', credit: 'unidentified' },
          { ...memo, kind: 'recall_requested', body: { amount: proof.amount } },
          { ...memo, kind: 'recall_agreed' },
        ] as const)
      : ([
          { ...back, kind: 'refund_unpaid', debit: 'in_transit', credit: 'unidentified' },
          { ...back, kind: 'refund_owed', debit: 'unidentified', credit: 'refund_payable' },
        ] as const)),
  ]
}

const wasRecall = ({ body }: LedgerEntry): boolean => body?.what === 'recall'
