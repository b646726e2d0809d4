import { type LedgerEntry, ledgerAccounts } from './ledger-entry.ts'
import type { AccountRow, MonthSheet } from './month-sheet.ts'
import { bankSides } from './month-sheet-banks.ts'
import { caseSides } from './month-sheet-cases.ts'
import { sides } from './month-sheet-flows.ts'
import { isLegal } from './month-sheet-kinds.ts'
import { isAsset } from './month-sheet-legs.ts'
import type { OpenAccount } from './month-sheet-suspense.ts'

export const proofNames = [
  'sequence',
  'kinds',
  'balance',
  'carried',
  'flow',
  'operator',
  'moved',
  'bank',
  'banks',
  'cases',
  'open',
  'negative',
] as const
export type ProofName = (typeof proofNames)[number]

/** One line of the tie-out; yen, or a count for `sequence`, `kinds`, `cases` and `negative`. */
export interface Proof {
  readonly proof: ProofName
  /** operator or bank account (null: none named); ledger account for `carried`, `open` and `negative` */
  readonly of?: string | null
  readonly left: number
  readonly right: number
  readonly difference: number
  readonly holds: boolean
}

const proof = (name: ProofName, left: number, right: number, of?: string | null): Proof => ({
  proof: name,
  ...(of !== undefined && { of }),
  left,
  right,
  difference: left - right,
  holds: left === right,
})

type Unproved = Omit<MonthSheet, 'proofs'>

/** `all`: every entry of the ledger, later ones too, so that a missing one is seen. */
export const proofsOf = (sheet: Unproved, all: readonly LedgerEntry[]): Proof[] => [
  proof('sequence', missing(all), 0),
  proof('kinds', all.filter(entry => !isLegal(entry)).length, 0),
  proof('balance', closingOf(sheet, true), closingOf(sheet, false)),
  ...sheet.accounts.map(row => proof('carried', row.opening + row.increase - row.decrease, row.closing, row.account)),
  proof('flow', sides(sheet.total).left, sides(sheet.total).right),
  ...sheet.operators.map(flow => proof('operator', sides(flow).left, sides(flow).right, flow.operator)),
  proof('moved', sheet.total.moved, 0),
  ...sheet.banks.map(flow => proof('bank', bankSides(flow).left, bankSides(flow).right, flow.account)),
  proof(
    'banks',
    sheet.banks.reduce((sum, flow) => sum + flow.closing, 0),
    closing(sheet, 'bank'),
  ),
  proof('cases', sheet.cases.filter(flow => caseSides(flow).left !== caseSides(flow).right).length, 0),
  ...(['unidentified', 'held', 'refund_payable', 'in_transit'] as const).map(account =>
    proof('open', openSum(sheet, account), closing(sheet, account), account),
  ),
  proof(
    'negative',
    sheet.open.filter(row => row.amount < 0 && row.account !== 'in_transit').length +
      sheet.accounts.filter(overdrawn).length,
    0,
  ),
]

/** Entries are numbered without a gap, from 1. */
const missing = (all: readonly LedgerEntry[]): number => {
  const numbers = new Set(all.map(entry => entry.seq))
  const last = all.reduce((most, entry) => Math.max(most, entry.seq), 0)
  return last - numbers.size + (all.length - numbers.size)
}

/** The bank of this desk's book begins at nothing and may owe; of paper and coins there is never less than none. */
const overdrawn = ({ account, closing: sum }: AccountRow): boolean =>
  (account === 'cash' || account === 'stamps' || account === 'postal_orders') && sum < 0

const closing = ({ accounts }: Unproved, account: string): number =>
  accounts.find(row => row.account === account)?.closing ?? 0

const closingOf = (sheet: Unproved, asset: boolean): number =>
  ledgerAccounts.filter(each => isAsset(each) === asset).reduce((sum, each) => sum + closing(sheet, each), 0)

const openSum = ({ open }: Unproved, account: OpenAccount): number =>
  open.filter(row => row.account === account).reduce((sum, row) => sum + row.amount, 0)
