import type { PlainDate } from '../day.ts'
import type { Stamps } from '../fee.ts'
import type { LedgerEntry, LedgerKind } from './ledger-entry.ts'

/** A line of 切手帳. */
export interface StampMove {
  readonly seq: number
  readonly on: PlainDate
  /** staff id */
  readonly by: string
  readonly kind: LedgerKind
  /** yen by which the book grew */
  readonly amount: number
  readonly in: readonly Stamps[]
  readonly out: readonly Stamps[]
  readonly caseNumber?: string
  readonly body: Readonly<Record<string, unknown>>
  /** by a later entry */
  readonly takenBack?: true
}

/** `unknown`: yen of stamps that came or went without their faces. Faces and `unknown` are the ledger's balance, `yen`. */
export interface StampBook {
  /** the dearest first; none of count 0 */
  readonly faces: readonly Stamps[]
  readonly unknown: number
  readonly yen: number
  readonly moves: readonly StampMove[]
}

export const stampsWorth = (stamps: readonly Stamps[]): number =>
  stamps.reduce((sum, { face, count }) => sum + face * count, 0)

/** Rows of one face put together, the dearest first; none of count 0. */
export const sorted = (stamps: readonly Stamps[]): Stamps[] => {
  const counts = new Map<number, number>()
  for (const { face, count } of stamps) counts.set(face, (counts.get(face) ?? 0) + count)
  return [...counts]
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => b - a)
    .map(([face, count]) => ({ face, count }))
}

const less = (stamps: readonly Stamps[]): Stamps[] => stamps.map(({ face, count }) => ({ face, count: -count }))

/** What is on hand of these, face by face. */
export const within = (wanted: readonly Stamps[], onHand: readonly Stamps[]): Stamps[] =>
  sorted(wanted).flatMap(({ face, count }) => {
    const most = onHand.find(each => each.face === face)?.count ?? 0
    return most <= 0 ? [] : [{ face, count: Math.min(count, most) }]
  })

const stampsIn = (value: unknown): Stamps[] =>
  Array.isArray(value)
    ? value.flatMap(({ face, count }: Partial<Stamps>) =>
        typeof face === 'number' && typeof count === 'number' ? [{ face, count }] : [],
      )
    : []

/** `entries` of one pool of stamps, in their order. */
export const stampBook = (entries: readonly LedgerEntry[]): StampBook => {
  const moves = new Map<number, StampMove>()
  const came = new Map<string, LedgerEntry>()
  let faces: Stamps[] = []
  let unknown = 0
  for (const entry of entries) {
    if (entry.debit !== 'stamps' && entry.credit !== 'stamps') continue
    const { seq, on, by, kind, caseNumber, body = {} } = entry
    const amount = (entry.debit === 'stamps' ? entry.amount : 0) - (entry.credit === 'stamps' ? entry.amount : 0)
    const key = `${caseNumber}:${entry.receipt}`
    if (kind === 'received') came.set(key, entry)
    const back = typeof body.takesBack === 'number' ? moves.get(body.takesBack) : undefined
    const way = back ? { in: back.out, out: back.in } : wayOf(entry, faces, came.get(key))
    const change = [...way.in, ...less(way.out)]
    faces = sorted([...faces, ...change])
    unknown += amount - stampsWorth(change)
    if (back) moves.set(back.seq, { ...back, takenBack: true })
    moves.set(seq, { seq, on, by, kind, amount, ...way, ...(caseNumber !== undefined && { caseNumber }), body })
  }
  return { faces, unknown, yen: stampsWorth(faces) + unknown, moves: [...moves.values()] }
}

interface Way {
  readonly in: readonly Stamps[]
  readonly out: readonly Stamps[]
}

const wayOf = ({ kind, amount, body = {} }: LedgerEntry, faces: readonly Stamps[], came?: LedgerEntry): Way => {
  const named = sorted(stampsIn(body.stamps))
  if (kind === 'received') return { in: named, out: [] }
  if (kind === 'stamps_used') return { in: sorted(stampsIn(body.got)), out: named }
  if (kind === 'stamps_counted') {
    const change = sorted([...stampsIn(body.counted), ...less(faces)])
    return { in: change.filter(each => each.count > 0), out: less(change.filter(each => each.count < 0)) }
  }
  if (named.length > 0) return { in: [], out: named }
  // The whole receipt goes back as it came; of a part nobody has said which faces it was.
  return { in: [], out: came?.amount === amount ? within(stampsIn(came.body?.stamps), faces) : [] }
}
