import { daysBetween, type PlainDate } from '../day.ts'
import type { LedgerAccount, LedgerEntry } from './ledger-entry.ts'
import { type LineOrigin, legsOf } from './month-sheet-legs.ts'

/** 仮受金 by line, 預り金 and 未払返金 by case, 未達 by receipt: what is still open on the last day of the month. */
export const openAccounts = ['unidentified', 'held', 'refund_payable', 'in_transit'] as const
export type OpenAccount = (typeof openAccounts)[number]

export interface OpenRow {
  readonly account: OpenAccount
  readonly line?: string
  readonly caseNumber?: string
  readonly receipt?: string
  readonly bank?: string
  readonly operator: string | null
  /** 未達 is below 0 while a refund was sent and its debit line has not come; elsewhere that is a fault */
  readonly amount: number
  /** since when something has been open without a break */
  readonly since: PlainDate
  readonly days: number
}

const isOpen = (account: LedgerAccount): account is OpenAccount =>
  (openAccounts as readonly LedgerAccount[]).includes(account)

/** A refund of a line, cash that is banked, and what proves either, share no line: what is of no case is one row an operator. */
const keyOf = (account: OpenAccount, { line, caseNumber, receipt, operator }: LedgerEntry): string => {
  if (account === 'unidentified') return `${account}:${line}`
  if (account === 'in_transit') return `${account}:${caseNumber ?? `of ${operator}`}:${receipt}`
  return `${account}:${caseNumber ?? `line ${line}`}`
}

/** By account, oldest first. `entries`: up to the day `on`. */
export const openRows = (
  entries: readonly LedgerEntry[],
  on: PlainDate,
  origins: ReadonlyMap<string, LineOrigin>,
): OpenRow[] => {
  const open = new Map<string, OpenRow>()
  for (const entry of entries.toSorted((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)) {
    for (const { account, amount, operator } of legsOf(entry, origins)) {
      if (!isOpen(account)) continue
      const key = keyOf(account, entry)
      const before = open.get(key)
      const sum = (before?.amount ?? 0) + amount
      if (sum === 0) open.delete(key)
      else
        open.set(key, {
          ...namesOf(account, entry, origins),
          account,
          operator,
          amount: sum,
          since: before?.since ?? entry.on,
          days: daysBetween(before?.since ?? entry.on, on),
        })
    }
  }
  return [...open.values()].sort(
    (a, b) =>
      openAccounts.indexOf(a.account) - openAccounts.indexOf(b.account) ||
      a.since.localeCompare(b.since) ||
      nameOf(a).localeCompare(nameOf(b)),
  )
}

const nameOf = ({ caseNumber, line, receipt }: OpenRow): string => `${caseNumber}:${line}:${receipt}`

const namesOf = (account: OpenAccount, entry: LedgerEntry, origins: ReadonlyMap<string, LineOrigin>) => {
  if (account === 'unidentified') {
    const bank = entry.line === undefined ? entry.account : (origins.get(entry.line)?.account ?? entry.account)
    return { ...(entry.line !== undefined && { line: entry.line }), ...(bank !== undefined && { bank }) }
  }
  return {
    ...(entry.caseNumber !== undefined && { caseNumber: entry.caseNumber }),
    ...(account === 'refund_payable' &&
      entry.caseNumber === undefined &&
      entry.line !== undefined && { line: entry.line }),
    ...(account === 'in_transit' && entry.receipt !== undefined && { receipt: entry.receipt }),
  }
}
