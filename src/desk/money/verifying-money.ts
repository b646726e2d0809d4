import { asc } from 'drizzle-orm'
import { heldMoney, paid } from '../../domain/fee.ts'
import type { LedgerAccount, LedgerEntry } from '../../domain/money/ledger-entry.ts'
import type { Store } from '../open-store.ts'
import type { NumberedCase } from '../projecting.ts'
import { ledgerOf } from './ledger.ts'
import { walkChain } from './ledger-chain.ts'
import { statementLines } from './tables-money.ts'
import { wrongInstruments } from './verifying-instruments.ts'

/** Credits less debits of an account. */
const balance = (entries: readonly LedgerEntry[], account: LedgerAccount): number =>
  entries.reduce(
    (sum, { debit, credit, amount }) => sum + (credit === account ? amount : 0) - (debit === account ? amount : 0),
    0,
  )

/** The ledger against everything else that knows of the same money; faults in words for the shell. */
export const wrongMoney = async (
  store: Store,
  cases: readonly NumberedCase[],
): Promise<{ movements: number; faults: string[] }> => {
  const book = ledgerOf(store.read)
  const { entries: movements, faults } = await walkChain(store.read)
  if (faults.length > 0) return { movements, faults }
  const entries = await book.read()
  const of = Map.groupBy(entries, entry => entry.caseNumber ?? '')
  for (const kase of cases) {
    const mine = of.get(kase.number) ?? []
    // Decided to be returned: no longer at the case's disposal, in the ledger no longer held.
    if (balance(mine, 'held') !== heldMoney(kase))
      faults.push(`${kase.number}: the ledger holds other money than the case`)
    if (balance(mine, 'fees') !== paid(kase)) faults.push(`${kase.number}: the ledger knows other fees than the case`)
  }
  const known = new Set(cases.map(kase => kase.number))
  for (const number of of.keys())
    if (number !== '' && !known.has(number)) faults.push(`${number}: has money in the ledger but no journal`)
  faults.push(...wrongInstruments(entries, cases), ...(await wrongLines(store, entries)))
  return { movements, faults }
}

/** Every credit line came in once and in full; what is left of each is what the ledger leaves. */
const wrongLines = async (store: Store, entries: readonly LedgerEntry[]): Promise<string[]> => {
  const faults: string[] = []
  const of = Map.groupBy(entries, entry => entry.line ?? '')
  const lines = await store.read.select().from(statementLines).orderBy(asc(statementLines.id))
  for (const line of lines) {
    const mine = of.get(line.id) ?? []
    const came = mine.reduce((sum, each) => sum + (each.kind === 'line_in' ? each.amount : 0), 0)
    if (came !== (line.in ?? 0))
      faults.push(`line ${line.id}: ${came} yen in the ledger, ${line.in ?? 0} in the statement`)
    if (line.in !== null && balance(mine, 'unidentified') !== line.rest)
      faults.push(`line ${line.id}: what is left of it differs from the ledger`)
    if (line.rest !== null && line.rest < 0) faults.push(`line ${line.id}: gave more than it brought`)
    const explained = mine.reduce(
      (sum, each) =>
        sum +
        (each.credit === 'bank' ? each.amount : each.debit === 'bank' && each.kind !== 'line_in' ? -each.amount : 0),
      0,
    )
    if (line.out !== null && line.out - explained !== line.unexplained)
      faults.push(`line ${line.id}: what it explains differs from the ledger`)
  }
  const ids = new Set(lines.map(line => line.id))
  for (const id of of.keys())
    if (id !== '' && !ids.has(id)) faults.push(`line ${id}: is in the ledger but in no statement`)
  return faults
}
