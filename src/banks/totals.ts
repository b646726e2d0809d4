import type { IssueLog } from './issue.ts'
import type { StatementLine, Totals, TrailerCheck } from './statement.ts'

export const noTotals = (): { in: Totals; out: Totals } => ({ in: { count: 0, sum: 0 }, out: { count: 0, sum: 0 } })

export const totalsOf = (lines: readonly StatementLine[]): { in: Totals; out: Totals } => {
  const totals = noTotals()
  for (const line of lines) {
    const side = line.in === undefined ? totals.out : totals.in
    side.count += 1
    side.sum += line.in ?? line.out ?? 0
  }
  return totals
}

/** Compares what a trailer states with what was read; `words` names both sides in the bank's terms. */
export const checkTotals = (
  stated: TrailerCheck['stated'],
  lines: readonly StatementLine[],
  where: { record: number; position: number; words: { in: string; out: string } },
  log: IssueLog,
): TrailerCheck => {
  const counted = totalsOf(lines)
  let agrees = true
  for (const side of ['in', 'out'] as const) {
    const [file, read, field] = [stated[side], counted[side], where.words[side]]
    if (file.count !== read.count)
      log.tell('trailer_count', where.record, where.position, {
        field,
        expected: `${file.count}`,
        seen: `${read.count}`,
      })
    if (file.sum !== read.sum)
      log.tell('trailer_sum', where.record, where.position, { field, amount: file.sum - read.sum })
    agrees &&= file.count === read.count && file.sum === read.sum
  }
  return { stated, counted, agrees }
}
