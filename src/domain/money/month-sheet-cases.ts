import type { LedgerAccount, LedgerEntry } from './ledger-entry.ts'
import { flowsOf } from './month-sheet-kinds.ts'
import { claims, legsOf, Sums } from './month-sheet-legs.ts'

/** Of one case: brought + received = applied + kept + returned + held + payable. */
export interface CaseFlow {
  readonly caseNumber: string
  readonly operator: string | null
  readonly brought: number
  readonly received: number
  readonly applied: number
  readonly kept: number
  readonly returned: number
  readonly held: number
  readonly payable: number
}

export const caseSides = (flow: CaseFlow): { left: number; right: number } => ({
  left: flow.brought + flow.received,
  right: flow.applied + flow.kept + flow.returned + flow.held + flow.payable,
})

/** Cases that the month moved, or that still hold something after it; by number. */
export const flowsByCase = (entries: readonly LedgerEntry[], from: string): CaseFlow[] => {
  const byCase = Map.groupBy(
    entries.filter(entry => entry.caseNumber !== undefined && entry.amount !== 0),
    entry => entry.caseNumber ?? '',
  )
  return [...byCase]
    .map(([caseNumber, own]) => flowOf(caseNumber, own, from))
    .filter(({ caseNumber: _number, operator: _operator, ...flow }) => Object.values(flow).some(amount => amount !== 0))
    .sort((a, b) => a.caseNumber.localeCompare(b.caseNumber))
}

const flowOf = (caseNumber: string, entries: readonly LedgerEntry[], from: string): CaseFlow => {
  const before = new Sums<LedgerAccount>()
  const month = new Sums<LedgerAccount>()
  let [received, returned] = [0, 0]
  for (const entry of entries) {
    const inMonth = entry.on >= from
    // 仮受金 is of the line, not of the case.
    for (const leg of legsOf(entry, new Map()))
      if (claims.includes(leg.account)) (inMonth ? month : before).add(leg.account, leg.amount)
    if (!inMonth) continue
    const flows = flowsOf(entry)
    received += flows.toCase
    returned += entry.kind === 'recalled' ? 0 : flows.returned
  }
  return {
    caseNumber,
    operator: entries.at(-1)?.operator ?? null,
    brought: before.of('held') + before.of('refund_payable'),
    received,
    applied: month.of('fees'),
    kept: month.of('kept'),
    returned,
    held: before.of('held') + month.of('held'),
    payable: before.of('refund_payable') + month.of('refund_payable'),
  }
}
