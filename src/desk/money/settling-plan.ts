import type { PlainDate } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import type { KnownDue } from './known-dues.ts'
import type { LineSearchKeys } from './line-search-keys.ts'
import { fitting, type PlannedLine, plannedLines, type SettlingFilter } from './planned-line.ts'
import { type SettledToday, settledToday } from './settled-today.ts'
import type { SettlingWorld } from './settling-world.ts'

export interface SettlingPlan {
  readonly fingerprint: string
  readonly lines: readonly PlannedLine[]
  /** open, owing, and no line is proposed for it */
  readonly unpaid: readonly KnownDue[]
  /** over all lines that `by` serves, whatever the filter; `rest` in yen */
  readonly open: { readonly lines: number; readonly rest: number }
  readonly settled: readonly SettledToday[]
}

/** What of the world `filter` lets through. */
export const settlingPlan = async (
  db: Db,
  { world, keys, filter }: { world: SettlingWorld; keys: LineSearchKeys; filter: SettlingFilter },
  by: Actor,
  today: PlainDate,
): Promise<SettlingPlan> => {
  const lines = plannedLines(world)
  const fits = fitting(filter, keys)
  const free = new Set(world.plan.dues.filter(({ bucket }) => bucket === 'open').map(({ caseNumber }) => caseNumber))
  return {
    fingerprint: world.plan.fingerprint,
    lines: lines.filter(each => fits.line(each, each.dues)),
    unpaid: [...world.dues.values()].filter(due => free.has(due.caseNumber) && fits.due(due)),
    open: { lines: lines.length, rest: lines.reduce((sum, { row }) => sum + (row.rest ?? 0), 0) },
    settled: await settledToday(db, by, today),
  }
}
