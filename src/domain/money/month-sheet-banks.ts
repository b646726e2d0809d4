import type { LedgerEntry, LedgerKind } from './ledger-entry.ts'
import { type LineOrigin, legsOf, Sums } from './month-sheet-legs.ts'

/**
 * What a bank account did, as far as this desk booked it: brought + received = toCases + linked + notOurs + returned + unidentified
 * for its credit lines (仮受金 before and after the month); opening + received - out = closing.
 */
export interface BankFlow {
  /** id; null where the entry names none */
  readonly account: string | null
  readonly brought: number
  readonly received: number
  readonly toCases: number
  /** proofs of what was booked by hand before: transfers, cash and 定額小為替 paid in */
  readonly linked: number
  readonly notOurs: number
  /** 組戻し, credits that the bank took back as its own error, and refunds of lines that are of no case */
  readonly returned: number
  readonly unidentified: number
  /** debit lines that were explained */
  readonly out: number
  /** by which its booked balance grew since the first entry */
  readonly opening: number
  readonly closing: number
}

export const bankSides = (flow: BankFlow): { left: number; right: number } => ({
  left: flow.brought + flow.received,
  right: flow.toCases + flow.linked + flow.notOurs + flow.returned + flow.unidentified,
})

/** Where 仮受金 of a line went; what is not named here goes back to the payer. */
const leaving: Partial<Record<LedgerKind, 'toCases' | 'linked' | 'notOurs'>> = {
  allocated: 'toCases',
  released: 'toCases',
  linked: 'linked',
  unlinked: 'linked',
  set_aside: 'notOurs',
  taken_back: 'notOurs',
}

export const flowsByBank = (
  entries: readonly LedgerEntry[],
  from: string,
  origins: ReadonlyMap<string, LineOrigin>,
): BankFlow[] => {
  const sums = new Sums<string>()
  const accounts = new Set<string | null>()
  for (const entry of entries) {
    const { kind } = entry
    const account = entry.account ?? (entry.line === undefined ? undefined : origins.get(entry.line)?.account) ?? null
    const legs = legsOf(entry, origins)
    const unidentified = legs.find(leg => leg.account === 'unidentified')?.amount
    const bank = legs.find(leg => leg.account === 'bank')?.amount
    if (unidentified === undefined && bank === undefined) continue
    accounts.add(account)
    for (const when of entry.on < from ? ['before', 'after'] : ['after']) {
      sums.add(`${account}:unidentified:${when}`, unidentified ?? 0)
      sums.add(`${account}:bank:${when}`, bank ?? 0)
    }
    if (entry.on < from) continue
    if (kind === 'line_in') {
      sums.add(`${account}:received`, entry.amount)
      continue
    }
    if (unidentified !== undefined) sums.add(`${account}:${leaving[kind] ?? 'returned'}`, -unidentified)
    if (bank !== undefined) sums.add(`${account}:out`, -bank)
  }
  return [...accounts]
    .sort((a, b) => (a ?? '\uFFFF').localeCompare(b ?? '\uFFFF'))
    .map(account => flowOf(sums, account))
}

const flowOf = (sums: Sums<string>, account: string | null): BankFlow => {
  const of = (column: string) => sums.of(`${account}:${column}`)
  return {
    account,
    brought: of('unidentified:before'),
    received: of('received'),
    toCases: of('toCases'),
    linked: of('linked'),
    notOurs: of('notOurs'),
    returned: of('returned'),
    unidentified: of('unidentified:after'),
    out: of('out'),
    opening: of('bank:before'),
    closing: of('bank:after'),
  }
}
