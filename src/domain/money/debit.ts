import { type Refusal, refuse } from '../refusal.ts'
import { type Yen, yen } from '../yen.ts'
import type { LedgerEntry, Movement } from './ledger-entry.ts'
import type { LineContext } from './line-rule.ts'
import type { LineState } from './line-state.ts'

/** Why money of a credit line leaves: we send it back, its payer's bank asks for it, or our bank takes its own error back. */
export type Leave = 'refund' | 'recall' | 'correction'

/** Which of them this debit can prove of that credit. */
export const leaveOf = (debit: LineState, of: LineState): Leave => {
  if (debit.cancels === of.id) return 'correction'
  return of.recall?.state === 'agreed' ? 'recall' : 'refund'
}

/**
 * A debit line proves that money of a credit line left. Two movements meet in 未達, so that each line has its own entries. What a
 * case returns is decided by the case (refundSent); its half of the ledger is in case-entries.ts.
 */
export const explainDebit = (
  debit: LineState,
  of: LineState,
  what: Leave,
  { today }: LineContext,
): readonly Movement[] | Refusal => {
  if (debit.out === undefined) return refuse('line_is_credit', { field: 'debit' })
  const no = what === 'correction' ? heldUp(of) : null
  if (no !== null) return no
  const amount = dueOf[what](of, debit)
  // A refund we may send from another account; a recall and its own error the bank takes from the very one.
  const elsewhere = what !== 'refund' && debit.account !== of.account
  if (amount === undefined || amount !== debit.unexplained || elsewhere || debit.date < of.date)
    return refuse('nothing_to_explain')
  const side = { amount, operator: of.operator, on: debit.date > today ? today : debit.date }
  return [
    { ...side, ...left[what], credit: 'in_transit', line: of.id, account: of.account },
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

/** What an error of the bank was meanwhile used for is to be undone first. */
const heldUp = ({ in: came, rest, refund, recall }: LineState): Refusal | null => {
  if (came === undefined) return refuse('line_is_debit')
  if (recall) return refuse('recall_waits')
  if (refund) return refuse('line_refund_waits')
  return rest === came ? null : refuse('line_used_up', { about: { rest } })
}

/** Yen that the debit has to show, to the yen; undefined: nothing of the kind is to leave. A 取消 of the bank sends nothing. */
const dueOf: Readonly<Record<Leave, (of: LineState, debit: LineState) => Yen | undefined>> = {
  refund: ({ refund }, { cancels }) => (refund?.approved && cancels === undefined ? refund.amount : undefined),
  recall: ({ recall, rest }, { cancels }) =>
    recall?.state === 'agreed' && rest >= recall.amount && cancels === undefined ? recall.amount : undefined,
  correction: ({ id, in: came }, { cancels }) => (cancels === id ? came : undefined),
}

const left = {
  refund: { kind: 'refund_paid', debit: 'refund_payable' },
  recall: { kind: 'recalled', debit: 'unidentified' },
  correction: { kind: 'corrected', debit: 'unidentified' },
} as const satisfies Record<Leave, Pick<Movement, 'kind' | 'debit'>>

/** The way back: the refund is owed again, the recall agreed again, the bank's error 仮受金 again. */
export const unexplainDebit = (
  debit: LineState,
  of: LineState,
  proof: LedgerEntry,
  { today }: LineContext,
): readonly Movement[] | Refusal => {
  if (of.refund || of.recall) return refuse('line_refund_waits')
  const side = { amount: proof.amount, operator: of.operator, on: today }
  const back = { ...side, line: of.id, account: of.account }
  return [
    { ...side, kind: 'debit_unexplained', debit: 'bank', credit: 'in_transit', line: debit.id, account: debit.account },
    ...cameBack[whatIn(proof)](back),
  ]
}

type Back = Pick<Movement, 'amount' | 'operator' | 'on' | 'line' | 'account'>

const cameBack: Readonly<Record<Leave, (back: Back) => readonly Movement[]>> = {
  refund: back => [
    { ...back, kind: 'refund_unpaid', debit: 'in_transit', credit: 'unidentified' },
    { ...back, kind: 'refund_owed', debit: 'unidentified', credit: 'refund_payable' },
  ],
  recall: back => {
    const memo = { ...back, amount: yen(0), debit: 'unidentified', credit: 'unidentified' } as const
    return [
      { ...back, kind: 'recall_undone', debit: 'in_transit', credit: 'unidentified' },
      { ...memo, kind: 'recall_requested', body: { amount: back.amount } },
      { ...memo, kind: 'recall_agreed' },
    ]
  },
  correction: back => [{ ...back, kind: 'correction_undone', debit: 'in_transit', credit: 'unidentified' }],
}

const whatIn = ({ body }: LedgerEntry): Leave =>
  body?.what === 'recall' || body?.what === 'correction' ? body.what : 'refund'
