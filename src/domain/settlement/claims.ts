import type { Yen } from '../yen.ts'
import { type Desk, doubted, type Look } from './look.ts'
import type { Proposal } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** Places of lines, in the order of the plan, that want a case's money booked on it. */
type Claims = ReadonlyMap<number, readonly number[]>

/**
 * Lines held against each other: a case that several lines pay keeps the strongest and earliest as far as it owes, and the
 * rest are duplicates; nothing that is contested stays ticked. Looks are in the order of the plan.
 */
export function settleClaims(desk: Desk, looks: readonly Look[]): Look[] {
  const settled = [...looks]
  for (const [at, lines] of contestedIn(desk.index.dues.length, looks)) {
    for (const line of lines) {
      const look = settled[line]
      if (look?.bucket === 'sum')
        settled[line] = {
          ...doubted(look, [{ code: 'claimed_twice', about: { lines: lines.length - 1 } }]),
          bucket: 'ambiguous',
        }
    }
    const single = lines.filter(line => looks[line]?.bucket !== 'sum')
    contest(desk.index.dues[at]?.outstanding ?? (0 as Yen), single, lines.length - 1, settled)
  }
  return oneLinePerReceipt(desk, withoutCancelled(settled))
}

const NO_LINE = -1

/** Only the cases that more than one line claims. */
const contestedIn = (cases: number, looks: readonly Look[]): Claims => {
  const first = new Int32Array(cases).fill(NO_LINE)
  const claims = new Map<number, number[]>()
  for (const [line, { bucket, cases: claimed, proposals }] of looks.entries()) {
    if (bucket === 'ambiguous' || bucket === 'duplicate' || bucket === 'closed_case') continue
    for (const [nth, at] of claimed.entries()) {
      if (proposals[nth]?.amount === 0) continue
      const before = first[at] ?? NO_LINE
      if (before === NO_LINE) first[at] = line
      else {
        const lines = claims.get(at) ?? [before]
        lines.push(line)
        claims.set(at, lines)
      }
    }
  }
  return claims
}

const contest = (outstanding: Yen, lines: readonly number[], others: number, settled: Look[]): void => {
  const strength = (line: number): number => {
    const look = settled[line]
    if (look?.bucket === 'proposed') return 0
    if (look?.bucket === 'likely') return look.byNumber ? 1 : 2
    return look?.bucket === 'over' ? 3 : 4
  }
  const takes = (line: number): number => settled[line]?.proposals[0]?.amount ?? 0
  const order = lines.toSorted((a, b) => strength(a) - strength(b) || a - b)
  const kept: number[] = []
  let taken = 0
  const [first = -1] = order
  const before = settled[first]?.reading.line.id ?? ''
  for (const line of order) {
    const look = settled[line]
    if (look === undefined) continue
    if (taken + takes(line) <= outstanding) {
      taken += takes(line)
      kept.push(line)
    } else settled[line] = duplicate(look, before)
  }
  const contested: Reason = { code: 'claimed_twice', about: { lines: others } }
  const whole: Reason[] =
    taken === outstanding ? [{ code: 'together_exact', about: { lines: kept.length, sum: taken } }] : []
  for (const line of kept) {
    const look = settled[line]
    if (look === undefined) continue
    // Instalments: several short payments that together are no more than the fee.
    settled[line] =
      kept.length > 1 && kept.length === order.length && others === kept.length - 1
        ? { ...look, notes: [...look.notes, ...whole] }
        : doubted(look, [contested])
  }
}

const duplicate = (look: Look, before: string): Look => {
  const again: Reason = { code: 'same_due_as', about: { line: before } }
  const proposals = look.proposals.map(each => ({
    ...each,
    amount: look.reading.line.amount,
    contradictions: [again, ...each.contradictions.filter(({ code }) => code !== 'over_by' && code !== 'short_by')],
  }))
  return { ...look, bucket: 'duplicate', proposals }
}

/** A 取消 or 訂正 of the same payer and amount may take any such line back. */
const withoutCancelled = (looks: readonly Look[]): Look[] => {
  const cancelling = new Map<string, string>()
  const key = ({ reading: { line, name } }: Look): string =>
    `${name.strict === '' ? line.payer : `${name.strict} ${name.forms}`}\n${line.amount}`
  for (const look of looks) if (look.reading.line.cancels) cancelling.set(key(look), look.reading.line.id)
  if (cancelling.size === 0) return [...looks]
  return looks.map(look => {
    const by = look.reading.line.cancels ? undefined : cancelling.get(key(look))
    if (by === undefined) return look
    const reason: Reason = { code: 'cancelled_by', about: { line: by } }
    return look.proposals.length === 0 ? { ...look, notes: [...look.notes, reason] } : doubted(look, [reason])
  })
}

/** A receipt booked by hand is one line: of several that fit, the one of its very day, or none. */
const oneLinePerReceipt = (desk: Desk, looks: readonly Look[]): Look[] => {
  const claimed = new Map<string, number[]>()
  const keyOf = (line: number): string | undefined => {
    const [only, another] = looks[line]?.proposals ?? []
    return another === undefined && only?.already !== undefined
      ? `${looks[line]?.cases[0]}\n${only.already}`
      : undefined
  }
  for (const line of looks.keys()) {
    const key = keyOf(line)
    if (key !== undefined) claimed.set(key, [...(claimed.get(key) ?? []), line])
  }
  const settled = [...looks]
  for (const lines of claimed.values()) {
    if (lines.length < 2) continue
    const sameDay = lines.filter(line => {
      const look = looks[line]
      const receipt = look?.proposals[0]?.already
      const due = desk.index.dues[look?.cases[0] ?? -1]
      return due?.booked.some(each => each.receipt === receipt && each.receivedOn === look?.reading.line.date)
    })
    for (const line of lines) {
      const look = settled[line]
      if (look !== undefined && (sameDay.length !== 1 || sameDay[0] !== line))
        settled[line] = { ...look, proposals: look.proposals.map(withoutReceipt) }
    }
  }
  return settled
}

const withoutReceipt = ({ already: _, ...rest }: Proposal): Proposal => ({
  ...rest,
  reasons: rest.reasons.filter(each => each.code !== 'booked_by_hand'),
  contradictions: [...rest.contradictions, { code: 'maybe_by_hand', about: { amount: rest.amount } }],
})
