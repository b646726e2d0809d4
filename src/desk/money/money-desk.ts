import type { Definition } from '../../documents/definition.ts'
import { type BankAccounts, bankAccountsOf } from './bank-accounts.ts'
import { type Bookkeeping, bookkeepingOf } from './book-terms.ts'
import { type Debits, debits } from './debits.ts'
import { type InstrumentDesk, instrumentDesk } from './instruments.ts'
import { type LineActs, lineActing } from './line-acts.ts'
import type { Together } from './line-booking.ts'
import { type Months, monthsOf } from './months.ts'
import { type Settling, settling } from './settling.ts'
import { type StatementParts, statementsOf } from './statement-importing.ts'
import type { Statements } from './statements.ts'

/** The bank's money beside the cases: accounts, statements and their lines; and what lies in the safe. */
export interface MoneyDesk {
  readonly accounts: BankAccounts
  readonly statements: Statements
  readonly settling: Settling
  readonly months: Months
  readonly bookkeeping: Bookkeeping
  readonly instruments: InstrumentDesk
  readonly lines: LineActs
  readonly debits: Debits
}

interface Parts extends StatementParts {
  readonly definitions: ReadonlyMap<string, Definition>
  /** several commands on cases in one transaction */
  readonly together: Together
  /** reads terms and calendar again where another process changed them */
  readonly catchUp: () => Promise<void>
}

export const moneyDesk = async (parts: Parts): Promise<MoneyDesk> => ({
  accounts: bankAccountsOf(parts),
  statements: await statementsOf(parts),
  settling: settling(parts),
  months: monthsOf(parts),
  bookkeeping: bookkeepingOf(parts),
  instruments: instrumentDesk(parts),
  lines: lineActing(parts),
  debits: debits(parts),
})
