import type { Definition } from '../documents/definition.ts'
import { type BankAccounts, bankAccountsOf } from './bank-accounts.ts'
import { type Bookkeeping, bookkeepingOf } from './book-terms.ts'
import { type InstrumentDesk, instrumentDesk } from './instruments.ts'
import type { Together } from './line-booking.ts'
import { type Months, monthsOf } from './months.ts'
import type { Store } from './open-store.ts'
import { type Settling, settling } from './settling.ts'

/** The bank's money beside the cases: accounts, statements and their lines. */
export interface MoneyDesk {
  readonly accounts: BankAccounts
  readonly settling: Settling
  readonly months: Months
  readonly bookkeeping: Bookkeeping
  readonly instruments: InstrumentDesk
}

interface Parts {
  readonly store: Store
  readonly definitions: ReadonlyMap<string, Definition>
  readonly now: () => string
  /** several commands on cases in one transaction */
  readonly together: Together
  /** reads terms and calendar again where another process changed them */
  readonly catchUp: () => Promise<void>
}

export const moneyDesk = (parts: Parts): MoneyDesk => ({
  accounts: bankAccountsOf(parts),
  settling: settling(parts),
  months: monthsOf(parts),
  bookkeeping: bookkeepingOf(parts),
  instruments: instrumentDesk(parts),
})
