import { type Look, owes } from './look.ts'
import type { Due, DueBucket, DueVerdict } from './plan.ts'

/** What a case shows when several lines name it. */
const RANK: readonly DueBucket[] = [
  'proposed',
  'likely',
  'sum',
  'short',
  'over',
  'closed_case',
  'duplicate',
  'ambiguous',
]
const NO_LINE = RANK.length
const rankOf = new Map<string, number>(RANK.map((bucket, rank) => [bucket, rank]))

/** One verdict for each case, in the order of `dues`: the best of its lines, and ties only where there is nothing better. */
export function dueVerdicts(dues: readonly Due[], looks: readonly Look[]): DueVerdict[] {
  const best = new Uint8Array(dues.length).fill(NO_LINE)
  const direct = new Map<number, string[]>()
  // Lines that say the same share their cases: gathered once for all, not once for each.
  const tied = new Map<readonly number[], string[]>()
  for (const { bucket, cases, reading } of looks) {
    const rank = rankOf.get(bucket)
    if (rank === undefined) continue
    if (bucket === 'ambiguous') {
      put(tied, cases, reading.line.id)
      continue
    }
    for (const at of cases) {
      put(direct, at, reading.line.id)
      best[at] = Math.min(best[at] ?? NO_LINE, rank)
    }
  }
  const among = new Map<number, string[][]>()
  for (const [cases, lines] of tied) for (const at of cases) if (best[at] === NO_LINE) put(among, at, lines)
  return dues.map((due, at) => {
    const bucket = RANK[best[at] ?? NO_LINE]
    if (bucket !== undefined) return { caseNumber: due.caseNumber, bucket, lines: direct.get(at) ?? [] }
    const groups = among.get(at)
    if (groups !== undefined)
      return {
        caseNumber: due.caseNumber,
        bucket: 'ambiguous',
        lines: groups.length === 1 ? (groups[0] ?? []) : groups.flat(),
      }
    return { caseNumber: due.caseNumber, bucket: owes(due) ? 'open' : 'settled', lines: [] }
  })
}

const put = <K, V>(map: Map<K, V[]>, key: K, line: V): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, [line])
  else there.push(line)
}
