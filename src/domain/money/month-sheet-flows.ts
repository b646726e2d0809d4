import type { LedgerAccount, LedgerEntry, LedgerKind } from './ledger-entry.ts'
import { flowsOf } from './month-sheet-kinds.ts'
import { claims, type Leg, type LineOrigin, legsOf, Sums } from './month-sheet-legs.ts'

/**
 * brought + received + moved = applied + kept + notOurs + returned + unidentified + held + payable, in yen.
 * `brought`: the three suspense accounts before the month; the last three: after it; `moved`: from or to another operator.
 */
export interface Flow {
  readonly brought: number
  readonly received: number
  readonly moved: number
  readonly applied: number
  readonly kept: number
  readonly notOurs: number
  readonly returned: number
  readonly unidentified: number
  readonly held: number
  readonly payable: number
}

export interface OperatorFlow extends Flow {
  readonly operator: string | null
}

export const sides = (flow: Flow): { left: number; right: number } => ({
  left: flow.brought + flow.received + flow.moved,
  right: flow.applied + flow.kept + flow.notOurs + flow.returned + flow.unidentified + flow.held + flow.payable,
})

const suspense: readonly LedgerAccount[] = ['unidentified', 'held', 'refund_payable']

type Key = `${string}:${'received' | 'moved' | 'returned' | LedgerAccount | `before:${LedgerAccount}`}`

/** What a month did with the money of each operator; those without a movement and without a balance are left out. */
export const flowsByOperator = (
  entries: readonly LedgerEntry[],
  from: string,
  origins: ReadonlyMap<string, LineOrigin>,
): OperatorFlow[] => {
  const sums = new Sums<Key>()
  const operators = new Set<string | null>()
  for (const entry of entries) {
    const inMonth = entry.on >= from
    const legs = legsOf(entry, origins).filter(leg => claims.includes(leg.account) && !isDebit(entry.kind))
    for (const leg of legs) {
      operators.add(leg.operator)
      sums.add(inMonth ? `${leg.operator}:${leg.account}` : `${leg.operator}:before:${leg.account}`, leg.amount)
      if (inMonth && leg.operator !== entry.operator) move(sums, entry, leg)
    }
    if (entry.amount === 0) continue
    operators.add(entry.operator)
    if (!inMonth) continue
    const { received, returned } = flowsOf(entry)
    sums.add(`${entry.operator}:received`, received)
    sums.add(`${entry.operator}:returned`, returned)
  }
  return [...operators]
    .sort((a, b) => (a ?? '\uFFFF').localeCompare(b ?? '\uFFFF'))
    .map(operator => flowOf(sums, operator))
    .filter(({ operator: _operator, ...flow }) => Object.values(flow).some(amount => amount !== 0))
}

/** What left the bank for another business was never received here: it lessens its account, and is no part of this flow. */
const isDebit = (kind: LedgerKind): boolean => kind === 'debit_explained' || kind === 'debit_unexplained'

const move = (sums: Sums<Key>, entry: LedgerEntry, leg: Leg): void => {
  sums.add(`${leg.operator}:moved`, leg.amount)
  sums.add(`${entry.operator}:moved`, -leg.amount)
}

const flowOf = (sums: Sums<Key>, operator: string | null): OperatorFlow => {
  const month = (account: LedgerAccount) => sums.of(`${operator}:${account}`)
  const before = (account: LedgerAccount) => sums.of(`${operator}:before:${account}`)
  const after = (account: LedgerAccount) => before(account) + month(account)
  return {
    operator,
    brought: suspense.reduce((sum, account) => sum + before(account), 0),
    received: sums.of(`${operator}:received`),
    moved: sums.of(`${operator}:moved`),
    applied: month('fees'),
    kept: month('kept'),
    notOurs: month('not_ours'),
    returned: sums.of(`${operator}:returned`),
    unidentified: after('unidentified'),
    held: after('held'),
    payable: after('refund_payable'),
  }
}

export const totalFlow = (flows: readonly Flow[]): Flow => {
  const sum = (of: keyof Flow) => flows.reduce((total, flow) => total + flow[of], 0)
  return {
    brought: sum('brought'),
    received: sum('received'),
    moved: sum('moved'),
    applied: sum('applied'),
    kept: sum('kept'),
    notOurs: sum('notOurs'),
    returned: sum('returned'),
    unidentified: sum('unidentified'),
    held: sum('held'),
    payable: sum('payable'),
  }
}
