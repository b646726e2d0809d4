import { todayIn } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import { touches } from '../../domain/settlement/touching.ts'
import { type LineVerdict, proofOf } from '../../domain/settlement.ts'
import type { Store } from '../open-store.ts'
import { type LineBooking, orUnsettled, type Together } from './line-booking.ts'
import { noFor, type Settled } from './settled.ts'
import type { ReadWorld, SettlingWorld } from './settling-world.ts'

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

/** The world that several lines are confirmed from: settled once, as long as nobody but these confirmations has moved it. */
interface Batch {
  world: SettlingWorld
  stamp: string
  /** cases that got money since it was settled */
  readonly touched: Set<string>
}

/**
 * 確認して消し込む: one transaction a line, so that one refusal does not lose the others. Before the first of them everything is
 * read again and settled again, and before each that speaks of a case which an earlier one has paid, or after anybody else has
 * written; where the verdict is not the one that was seen, nothing is booked.
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

  /** The verdict on a line as it stands in this transaction. */
  const verdictOn = async (line: string, batch: { now: Batch | null }, by: Actor): Promise<LineVerdict | undefined> => {
    const today = todayIn(now())
    const found = batch.now?.stamp === (await world.stamp(store.write, today)) ? batch.now : null
    const known = found?.world.verdicts.get(line)
    if (found && known && !touches(known, found.touched)) return known
    const fresh = await world.at(store.write, by, today)
    batch.now = { world: fresh, stamp: fresh.stamp, touched: new Set() }
    return fresh.verdicts.get(line)
  }

  const one = async (
    { line, proof, learn = false }: Confirmation,
    batch: { now: Batch | null },
    by: Actor,
  ): Promise<Settled> => {
    const key = `${by.id} ${line} ${proof}`
    const done = await orUnsettled(() =>
      together(async act => {
        const file = await booking.openLine(line, by)
        if ('ok' in file) return file
        const verdict = await verdictOn(line, batch, by)
        if (verdict === undefined || proofOf(verdict) !== proof) return noFor(line)('world_moved')
        if (!isDecided(verdict)) return noFor(line)('not_decided')
        const parts = verdict.proposals.filter(({ amount }) => amount > 0)
        const booked = await booking.book(act, file, parts, by, learn)
        if (batch.now === null) return booked
        for (const { caseNumber } of parts) batch.now.touched.add(caseNumber)
        // A name that was learned may speak for any other case of the same person: then all is settled again.
        batch.now = learn ? null : { ...batch.now, stamp: await world.stamp(store.write, todayIn(now())) }
        return booked
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
      const batch = { now: null as Batch | null }
      for (const each of asked) {
        if (seen.has(each.line)) continue
        seen.add(each.line)
        answers.push(await one(each, batch, by))
      }
      return answers
    },
    /** A confirmation that was taken back is no longer one that was made. */
    forget: (line: string): void => {
      for (const [key, { line: of }] of before) if (of === line) before.delete(key)
    },
  }
}
