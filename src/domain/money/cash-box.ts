import type { PlainDate } from '../day.ts'
import type { LedgerEntry, LedgerKind } from './ledger-entry.ts'

/** A line of 現金出納: what came into the box (above 0) or left it. */
export interface CashMove {
  readonly seq: number
  readonly on: PlainDate
  /** staff id */
  readonly by: string
  readonly kind: LedgerKind
  readonly amount: number
  /** what is in the box after it */
  readonly balance: number
  readonly caseNumber?: string
  /** id of the bank account it was paid into */
  readonly account?: string
  readonly body: Readonly<Record<string, unknown>>
  /** by a later entry */
  readonly takenBack?: true
}

export interface CashBox {
  readonly yen: number
  readonly moves: readonly CashMove[]
}

/** `entries` of one box, in their order. */
export const cashBox = (entries: readonly LedgerEntry[]): CashBox => {
  const moves = new Map<number, CashMove>()
  let balance = 0
  for (const { seq, on, by, kind, debit, credit, amount: yen, caseNumber, account, body = {} } of entries) {
    if (debit !== 'cash' && credit !== 'cash') continue
    const amount = (debit === 'cash' ? yen : 0) - (credit === 'cash' ? yen : 0)
    balance += amount
    const back = typeof body.takesBack === 'number' ? moves.get(body.takesBack) : undefined
    if (back) moves.set(back.seq, { ...back, takenBack: true })
    moves.set(seq, {
      seq,
      on,
      by,
      kind,
      amount,
      balance,
      ...(caseNumber !== undefined && { caseNumber }),
      ...(account !== undefined && { account }),
      body,
    })
  }
  return { yen: balance, moves: [...moves.values()] }
}
