import type { IssueLog } from './issue.ts'
import type { StatementAccount, StatementLine } from './statement.ts'
import { totalsOf } from './totals.ts'

const net = (line: StatementLine): number => (line.in ?? 0) - (line.out ?? 0)

/** Opening balance + in − out = closing balance, where a file states both: else a line is missing. */
export const checkOpening = (account: StatementAccount, record: number, position: number, log: IssueLog): void => {
  const { openingBalance, closingBalance, lines } = account
  if (openingBalance === undefined || closingBalance === undefined) return
  const totals = totalsOf(lines)
  const amount = closingBalance - (openingBalance + totals.in.sum - totals.out.sum)
  if (amount !== 0) log.tell('balance_gap', record, position, { amount })
}

/**
 * Follows the running balance from line to line. It shows which way the file runs and proves that no line is missing;
 * each break is told with what is missing. The lines stay in the file's order.
 */
export const followBalances = (account: StatementAccount, log: IssueLog): void => {
  const lines = account.lines.filter(line => line.balance !== undefined)
  const breaks = { oldest_first: 0, newest_first: 0 }
  const pairs = lines.slice(1).map((below, i) => ({ above: lines[i] ?? below, below }))
  for (const { above, below } of pairs) {
    if (missing(above, below) !== 0) breaks.oldest_first += 1
    if (missing(below, above) !== 0) breaks.newest_first += 1
  }
  const order = orderOf(breaks, lines)
  if (order === undefined) return
  account.order = order
  const [early, late] = order === 'oldest_first' ? [lines[0], lines.at(-1)] : [lines.at(-1), lines[0]]
  if (early?.balance !== undefined) account.openingBalance ??= early.balance - net(early)
  account.closingBalance ??= late?.balance
  for (const { above, below } of pairs) {
    const [before, after] = order === 'oldest_first' ? [above, below] : [below, above]
    const amount = missing(before, after)
    if (amount !== 0) log.tell('balance_gap', after.record, after.position, { amount })
  }
}

/** What lies between two neighbours that neither of them explains. */
const missing = (before: StatementLine, after: StatementLine): number =>
  (after.balance ?? 0) - net(after) - (before.balance ?? 0)

const orderOf = (breaks: Record<'oldest_first' | 'newest_first', number>, lines: readonly StatementLine[]) => {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (breaks.oldest_first !== breaks.newest_first)
    return breaks.oldest_first < breaks.newest_first ? 'oldest_first' : 'newest_first'
  return first.date > last.date ? 'newest_first' : 'oldest_first'
}
