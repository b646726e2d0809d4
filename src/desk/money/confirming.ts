import { todayIn } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import { type LineVerdict, proofOf } from '../../domain/settlement.ts'
import type { Store } from '../open-store.ts'
import { type LineBooking, orUnsettled, type Together } from './line-booking.ts'
import { noFor, type Settled } from './settled.ts'
import type { ReadWorld } from './settling-world.ts'

/** `proof`: `proofOf` of the verdict that the person saw; `learn`: この名義を覚える. */
export interface Confirmation {
  readonly line: string
  readonly proof: string
  readonly learn?: boolean
}

/** Enough for every form that is still open somewhere in the office. */
const MOST_REMEMBERED = 2_000

/** Tied proposals are for a person to choose from; without any there is nothing to confirm. */
export const isDecided = ({ bucket, proposals }: LineVerdict): boolean =>
  bucket !== 'ambiguous' && proposals.some(({ amount }) => amount > 0)

/**
 * 確認して消し込む: one transaction a line, so that one refusal does not lose the others. Everything is read again and settled
 * again first; where the verdict is not the one that was seen, nothing is booked.
 */
export const confirming = (parts: {
  store: Store
  now: () => string
  together: Together
  booking: LineBooking
  world: ReadWorld
}) => {
  const { store, now, together, booking, world } = parts
  /** Confirmations of this process by line and proof, for a form that is sent twice. */
  const before = new Map<string, Settled & { ok: true }>()
  const remember = (key: string, done: Settled): Settled => {
    if (!done.ok) return done
    before.set(key, done)
    for (const oldest of before.keys()) {
      if (before.size <= MOST_REMEMBERED) break
      before.delete(oldest)
    }
    return done
  }

  const one = async ({ line, proof, learn = false }: Confirmation, by: Actor): Promise<Settled> => {
    const key = `${by.id} ${line} ${proof}`
    const done = await orUnsettled(() =>
      together(async act => {
        const file = await booking.openLine(line, by)
        if ('ok' in file) return file
        const { verdicts } = await world(store.write, by, todayIn(now()))
        const verdict = verdicts.get(line)
        if (verdict === undefined || proofOf(verdict) !== proof) return noFor(line)('world_moved')
        if (!isDecided(verdict)) return noFor(line)('not_decided')
        return booking.book(
          act,
          file,
          verdict.proposals.filter(({ amount }) => amount > 0),
          by,
          learn,
        )
      }),
    )
    const again = before.get(key)
    const moved = !done.ok && (done.no === 'world_moved' || done.no === 'already_settled')
    return moved && again ? { ...again, repeated: true } : remember(key, done)
  }

  return {
    confirm: async (asked: readonly Confirmation[], by: Actor): Promise<Settled[]> => {
      const answers: Settled[] = []
      const seen = new Set<string>()
      for (const each of asked) {
        if (seen.has(each.line)) continue
        seen.add(each.line)
        answers.push(await one(each, by))
      }
      return answers
    },
    /** A confirmation that was taken back is no longer one that was made. */
    forget: (line: string): void => {
      for (const [key, { line: of }] of before) if (of === line) before.delete(key)
    },
  }
}
