import type { StatementLine } from '../../banks/statement.ts'
import { folded } from '../../domain/settlement/folded.ts'
import { matchName } from '../../domain/settlement/match-key.ts'
import { numbersInText } from '../../domain/settlement/numbers-in-line.ts'
import type { Links } from './statement-links.ts'
import type { statementLines } from './tables-money.ts'

/** The strict key of a payer, numbers left out: what the search by name compares. */
export const nameKeyOf = (payer: string): string => matchName(numbersInText(folded(payer)).rest).strict

/** A new line as it is stored beside its entry in the ledger: all of a credit is left, nothing of a debit explained. */
export const lineRow = (
  line: StatementLine,
  { id, account, statement, sameness, links }: Stored,
): typeof statementLines.$inferInsert => {
  const cancels = links.cancels.get(id)
  return {
    id,
    account,
    statement,
    sameness,
    record: line.record,
    position: line.position,
    date: line.date,
    valueDate: line.valueDate ?? null,
    in: line.in ?? null,
    out: line.out ?? null,
    payer: line.payer,
    payerRead: line.payerRead,
    kind: line.kind,
    balance: line.balance ?? null,
    reference: line.reference ?? null,
    payerCode: line.payerCode ?? null,
    edi: line.edi ?? null,
    description: line.description ?? null,
    uncleared: line.uncleared ?? null,
    fromBank: line.fromBank ?? null,
    fromBranch: line.fromBranch ?? null,
    cancels: cancels ? JSON.stringify(cancels) : null,
    cancelledBy: links.cancelledBy.get(id) ?? null,
    nameKey: nameKeyOf(line.payer),
    rest: line.in ?? null,
    unexplained: line.out ?? null,
  }
}

interface Stored {
  readonly id: string
  readonly account: string
  readonly statement: string
  readonly sameness: string
  readonly links: Links
}
