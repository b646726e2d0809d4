import type { IssueLog } from './issue.ts'
import { sameName } from './readable.ts'
import type { StatementLine } from './statement.ts'

const keyOf = (line: StatementLine, side: 'in' | 'out'): string => `${side}|${line[side]}|${sameName(line.payer)}`

/**
 * Finds for each 取消 or 訂正 the line it takes back: same name, same amount, the other way, nearest above and
 * otherwise nearest below (newest-first files). Marks both, applies nothing.
 */
export const linkCancellations = (lines: readonly StatementLine[], log: IssueLog): void => {
  if (!lines.some(line => line.cancels)) return
  const open = new Map<string, StatementLine[]>()
  for (const line of lines) {
    if (line.cancels) continue
    const key = keyOf(line, line.in === undefined ? 'out' : 'in')
    open.get(key)?.push(line) ?? open.set(key, [line])
  }
  for (const line of lines) {
    if (!line.cancels) continue
    const candidates =
      open.get(keyOf({ ...line, in: line.out, out: line.in }, line.in === undefined ? 'in' : 'out')) ?? []
    const above = candidates.findLastIndex(each => each.record < line.record)
    const [meant] = candidates.splice(above < 0 ? 0 : above, 1)
    if (meant === undefined) log.tell('cancellation_unmatched', line.record, line.position)
    else {
      line.cancels.record = meant.record
      meant.cancelledBy = line.record
    }
  }
}
