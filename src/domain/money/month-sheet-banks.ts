import type { LedgerEntry } from './ledger-entry.ts'
import { type LineOrigin, legsOf, Sums } from './month-sheet-legs.ts'

/**
 * What a bank account did, as far as this desk booked it: brought + received = toCases + linked + notOurs + recalled + unidentified
 * for its credit lines (before and after the month), and `out` for what left it.
 */
export interface BankFlow {
  /** id; null where the entry names none */
  readonly account: string | null
  readonly brought: number
  readonly received: number
  readonly toCases: number
  /** proved transfers that were booked by hand before */
  readonly linked: number
  readonly notOurs: number
  readonly recalled: number
  readonly unidentified: number
  readonly refunded: number
  /** 定額小為替 cashed into it, less charges */
  readonly other: number
  /** by which its booked balance grew since the first entry */
  readonly opening: number
  readonly closing: number
}

export const bankSides = (flow: BankFlow): { left: number; right: number } => ({
  left: flow.brought + flow.received,
  right: flow.toCases + flow.linked + flow.notOurs + flow.recalled + flow.unidentified,
})

type Column = 'toCases' | 'linked' | 'notOurs' | 'recalled' | 'refunded' | 'other'
const columnOf = ({ kind, debit, credit }: LedgerEntry): Column | null => {
  switch (kind) {
    case 'allocated':
    case 'released':
      return 'toCases'
    case 'linked':
    case 'unlinked':
      return 'linked'
    case 'set_aside':
    case 'taken_back':
      return 'notOurs'
    case 'recalled':
      return 'recalled'
    case 'refund_paid':
    case 'refund_unpaid':
    case 'returned':
      return credit === 'bank' || debit === 'bank' ? 'refunded' : null
    default:
      return kind !== 'line_in' && (debit === 'bank' || credit === 'bank') ? 'other' : null
  }
}

/** What leaves 仮受金 or the bank counts plus, except for `other`, which grows the bank. */
const signOf = ({ kind, debit }: LedgerEntry): 1 | -1 => {
  const undone = ['released', 'unlinked', 'taken_back', 'refund_unpaid'].includes(kind)
  return undone || (columnOf({ kind, debit } as LedgerEntry) === 'other' && debit !== 'bank') ? -1 : 1
}

export const flowsByBank = (
  entries: readonly LedgerEntry[],
  from: string,
  origins: ReadonlyMap<string, LineOrigin>,
): BankFlow[] => {
  const sums = new Sums<string>()
  const accounts = new Set<string | null>()
  for (const entry of entries) {
    const account = entry.account ?? (entry.line === undefined ? undefined : origins.get(entry.line)?.account) ?? null
    const column = columnOf(entry)
    const legs = legsOf(entry, origins).filter(leg => leg.account === 'bank' || leg.account === 'unidentified')
    if (entry.amount === 0 || (column === null && legs.length === 0)) continue
    accounts.add(account)
    const inMonth = entry.on >= from
    for (const leg of legs) {
      sums.add(`${account}:${leg.account}:after`, leg.amount)
      if (!inMonth) sums.add(`${account}:${leg.account}:before`, leg.amount)
    }
    if (!inMonth) continue
    if (entry.kind === 'line_in') sums.add(`${account}:received`, entry.amount)
    else if (column !== null) sums.add(`${account}:${column}`, signOf(entry) * entry.amount)
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
    recalled: of('recalled'),
    unidentified: of('unidentified:after'),
    refunded: of('refunded'),
    other: of('other'),
    opening: of('bank:before'),
    closing: of('bank:after'),
  }
}
