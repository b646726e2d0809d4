import { type BankAccounts, bankAccountsOf } from './bank-accounts.ts'
import type { Store } from './open-store.ts'

/** The bank's money beside the cases: accounts, statements and their lines. */
export interface MoneyDesk {
  readonly accounts: BankAccounts
}

interface Parts {
  readonly store: Store
  readonly now: () => string
}

export const moneyDesk = (parts: Parts): MoneyDesk => ({
  accounts: bankAccountsOf(parts),
})
