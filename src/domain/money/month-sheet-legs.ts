import { type LedgerAccount, type LedgerEntry, ledgerAccounts } from './ledger-entry.ts'

/** Where the money lies, or what it was used for; the others say whose it is. */
const assets = [
  'bank',
  'cash',
  'stamps',
  'postal_orders',
  'in_transit',
  'postage',
  'bank_charge',
  'difference',
] as const satisfies readonly LedgerAccount[]

export const isAsset = (account: LedgerAccount): boolean => (assets as readonly LedgerAccount[]).includes(account)
export const claims: readonly LedgerAccount[] = ledgerAccounts.filter(account => !isAsset(account))

/** One side of an entry. `amount`: yen by which the account's own balance grows (assets by debit, the others by credit). */
export interface Leg {
  readonly account: LedgerAccount
  readonly amount: number
  readonly operator: string | null
}

const grows = (account: LedgerAccount, amount: number, side: 'debit' | 'credit'): number =>
  isAsset(account) === (side === 'debit') ? amount : -amount

/** A line as it came in: 仮受金 stays with its operator and its bank account until a case takes it. */
export interface LineOrigin {
  readonly operator: string | null
  readonly account: string | undefined
}

export const originsOf = (entries: readonly LedgerEntry[]): ReadonlyMap<string, LineOrigin> =>
  new Map(
    entries.flatMap(({ kind, line, operator, account }) =>
      kind === 'line_in' && line !== undefined ? [[line, { operator, account }] as const] : [],
    ),
  )

/** Both sides of an entry, each with the operator it belongs to; a memo has none. */
export const legsOf = (entry: LedgerEntry, origins: ReadonlyMap<string, LineOrigin>): readonly Leg[] => {
  if (entry.amount === 0) return []
  const origin = entry.line === undefined ? undefined : origins.get(entry.line)
  return (['debit', 'credit'] as const).map(side => {
    const account = entry[side]
    const operator = account === 'unidentified' && origin !== undefined ? origin.operator : entry.operator
    return { account, amount: grows(account, entry.amount, side), operator }
  })
}

/** A sum by key that starts at nothing. */
export class Sums<K> extends Map<K, number> {
  add(key: K, amount: number): void {
    this.set(key, this.of(key) + amount)
  }
  of(key: K): number {
    return this.get(key) ?? 0
  }
}
