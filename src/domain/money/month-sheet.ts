import { firstOf, lastOf, type Month } from './closing.ts'
import { type LedgerAccount, type LedgerEntry, type LedgerKind, ledgerAccounts, ledgerKinds } from './ledger-entry.ts'
import { type BankFlow, flowsByBank } from './month-sheet-banks.ts'
import { type CaseFlow, flowsByCase } from './month-sheet-cases.ts'
import { type Flow, flowsByOperator, type OperatorFlow, totalFlow } from './month-sheet-flows.ts'
import { legsOf, originsOf } from './month-sheet-legs.ts'
import { type Proof, proofsOf } from './month-sheet-proofs.ts'
import { type OpenRow, openRows } from './month-sheet-suspense.ts'

/** One ledger account over the month. Yen, growing by debit for assets and by credit for the others. */
export interface AccountRow {
  readonly account: LedgerAccount
  readonly opening: number
  readonly increase: number
  readonly decrease: number
  readonly closing: number
  /** signed, by kind, in the order of `ledgerKinds` */
  readonly movements: readonly { readonly kind: LedgerKind; readonly amount: number }[]
}

/** 手数料精算表 of one month. */
export interface MonthSheet {
  readonly month: Month
  /** entries booked in the month, and the numbers of the first and the last entry up to its end; 0 where there is none */
  readonly entries: { readonly inMonth: number; readonly first: number; readonly last: number }
  readonly accounts: readonly AccountRow[]
  readonly total: Flow
  readonly operators: readonly OperatorFlow[]
  readonly banks: readonly BankFlow[]
  readonly cases: readonly CaseFlow[]
  readonly open: readonly OpenRow[]
  readonly proofs: readonly Proof[]
}

/** `all`: the whole ledger, in any order. Total: a ledger that does not add up gives a sheet that says so. */
export const monthSheet = (all: readonly LedgerEntry[], { month }: { month: Month }): MonthSheet => {
  const [from, to] = [firstOf(month), lastOf(month)]
  const known = all.filter(entry => entry.on <= to)
  const origins = originsOf(known)
  const operators = flowsByOperator(known, from, origins)
  const numbers = known.map(entry => entry.seq).sort((a, b) => a - b)
  const sheet = {
    month,
    entries: {
      inMonth: known.filter(entry => entry.on >= from).length,
      first: numbers[0] ?? 0,
      last: numbers.at(-1) ?? 0,
    },
    accounts: accountRows(known, from),
    total: totalFlow(operators),
    operators,
    banks: flowsByBank(known, from, origins),
    cases: flowsByCase(known, from),
    open: openRows(known, to, origins),
  }
  return { ...sheet, proofs: proofsOf(sheet, all) }
}

/** A backdated payment may leave a row below zero at the month's end: it is shown, and stops nothing. */
export const isProved = ({ proofs }: MonthSheet): boolean =>
  proofs.every(each => each.holds || each.proof === 'negative')

/** Opening and closing are summed apart from the movements, so that the three can be held against each other. */
const accountRows = (entries: readonly LedgerEntry[], from: string): AccountRow[] => {
  const legs = entries.flatMap(entry =>
    legsOf(entry, new Map()).map(leg => ({ ...leg, kind: entry.kind, inMonth: entry.on >= from })),
  )
  const sum = (of: readonly { amount: number }[]) => of.reduce((total, { amount }) => total + amount, 0)
  const byAccount = Map.groupBy(legs, leg => leg.account)
  return ledgerAccounts.map(account => {
    const own = byAccount.get(account) ?? []
    const moved = Map.groupBy(
      own.filter(leg => leg.inMonth),
      leg => leg.kind,
    )
    const movements = ledgerKinds.flatMap(kind => {
      const amount = sum(moved.get(kind) ?? [])
      return amount === 0 ? [] : [{ kind, amount }]
    })
    return {
      account,
      opening: sum(own.filter(leg => !leg.inMonth)),
      increase: sum(own.filter(leg => leg.inMonth && leg.amount > 0)),
      decrease: -sum(own.filter(leg => leg.inMonth && leg.amount < 0)),
      closing: sum(own),
      movements,
    }
  })
}
