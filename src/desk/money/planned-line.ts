import { parseCaseNumber } from '../../domain/case-number.ts'
import type { PlainDate } from '../../domain/day.ts'
import { depositsFor } from '../../domain/money/deposits.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { type LineVerdict, proofOf } from '../../domain/settlement.ts'
import { parseYen, type Yen } from '../../domain/yen.ts'
import { isDecided } from './confirming.ts'
import type { KnownDue } from './known-dues.ts'
import { keyOf, type LineSearchKeys } from './line-search-keys.ts'
import type { OpenLine } from './payer-lines.ts'
import type { SettlingWorld } from './settling-world.ts'

export interface SettlingFilter {
  readonly account?: string
  readonly operator?: string
  /** name, kana, amount or number, of the line or of a case that is proposed for it */
  readonly q?: string
}

/** One line with what is proposed for it; `proof` goes back with the confirmation. */
export interface PlannedLine extends OpenLine {
  readonly verdict: LineVerdict
  readonly proof: string
  /** a person may confirm it as it stands; ties and lines without a proposal have to be chosen by hand */
  readonly decided: boolean
  /** confirmed it would only lie with the case as 預り金, for nothing is owed there */
  readonly holds: boolean
  readonly dues: readonly KnownDue[]
  /** cash and 定額小為替 on their way to this account that the line may prove, the likeliest first */
  readonly deposits: readonly LedgerEntry[]
}

export const plannedLine = ({ lines, dues, banked }: SettlingWorld, verdict: LineVerdict): PlannedLine | null => {
  const line = lines.get(verdict.line)
  if (line === undefined) return null
  const decided = isDecided(verdict)
  const { proposals } = verdict
  const proposed = proposals.flatMap(({ caseNumber }) => dues.get(caseNumber) ?? [])
  const booksNew = proposals.every(({ already }) => already === undefined)
  return {
    ...line,
    verdict,
    proof: proofOf(verdict),
    decided,
    holds: decided && booksNew && proposed.every(({ outstanding }) => outstanding === 0),
    dues: proposed,
    deposits: waitsOrCancelled(line) ? [] : depositsOf(line, banked),
  }
}

const waitsOrCancelled = ({ row, waits }: OpenLine): boolean =>
  waits !== undefined || row.cancels !== null || row.cancelledBy !== null

const depositsOf = ({ row }: OpenLine, banked: readonly LedgerEntry[]): LedgerEntry[] =>
  depositsFor({ account: row.account, rest: row.rest ?? 0, date: row.date as PlainDate }, banked)

/** Every line of a world, planned once a world. */
const planned = new WeakMap<SettlingWorld, readonly PlannedLine[]>()
export const plannedLines = (world: SettlingWorld): readonly PlannedLine[] => {
  const before = planned.get(world)
  if (before !== undefined) return before
  const lines = world.plan.lines.flatMap(verdict => plannedLine(world, verdict) ?? [])
  planned.set(world, lines)
  return lines
}

const saysAmount = (q: string, ...amounts: (Yen | number | null)[]): boolean => {
  const asked = parseYen(q)
  return asked !== null && amounts.includes(asked)
}

/** Which lines and cases a filter finds; what was searched for is read once for all of them. */
export const fitting = ({ account, operator, q = '' }: SettlingFilter, keys: LineSearchKeys) => {
  const key = keyOf(q)
  const number = parseCaseNumber(q)
  const anything = q.trim() === ''
  const due = (each: KnownDue): boolean => {
    if (anything || saysAmount(q, each.outstanding, each.asked) || number === each.caseNumber) return true
    const texts = [each.caseNumber, each.name, each.agent, ...each.names.map(({ kana }) => kana)]
    return texts.some(text => text !== null && keyOf(text).includes(key))
  }
  return {
    due: (each: KnownDue): boolean => (operator === undefined || operator === each.operator) && due(each),
    line: ({ row, account: of }: OpenLine, dues: readonly KnownDue[]): boolean => {
      if (account !== undefined && account !== row.account) return false
      if (operator !== undefined && !of.operators.includes(operator)) return false
      return anything || saysAmount(q, row.in, row.rest) || keys(row).includes(key) || dues.some(due)
    },
  }
}
