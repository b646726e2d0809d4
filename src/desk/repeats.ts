import { createHash, createHmac } from 'node:crypto'
import { between, eq, or, sql } from 'drizzle-orm'
import type { Verb } from '../domain/case.ts'
import { fold } from '../domain/evolve.ts'
import { refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import type { Performed } from './desk.ts'
import type { Journal } from './journal.ts'
import type { Db } from './open-store.ts'
import { onceKeys } from './tables.ts'
import { upsert } from './upsert.ts'
import { serves } from './world.ts'

export interface OnceKey {
  /** of one person and verb: nobody sees another's result by guessing */
  readonly owner: string
  /** of the case and the body; keyed by what the sender made up, so that nothing of a person can be guessed from it */
  readonly what: string
  /** as they were kept before the case and the body were in them */
  readonly old: string
}

export const onceKey = (by: Actor, verb: Verb, number: string | null, body: unknown, once: string): OnceKey => ({
  owner: `${by.id}:${verb}:${createHash('sha256').update(once).digest('hex')}`,
  what: createHmac('sha256', once)
    .update(JSON.stringify([number, body]))
    .digest('hex'),
  old: `${by.id}:${verb}:${once}`,
})
export const textOf = ({ owner, what }: OnceKey): string => `${owner}:${what}`

/** What a command did when its key came the first time; the same key with another case or body is refused. */
export const repeats = (db: Db, journal: Journal) => {
  const find = db
    .select()
    .from(onceKeys)
    // ';' follows ':'.
    .where(
      or(
        between(onceKeys.key, sql.placeholder('from'), sql.placeholder('to')),
        eq(onceKeys.key, sql.placeholder('old')),
      ),
    )
    .prepare()
  const put = upsert(db, onceKeys, [onceKeys.key])
  return {
    remember: put,
    of: async (key: OnceKey, number: string | null, by: Actor): Promise<Performed | null> => {
      const row = await find.get({ from: `${key.owner}:`, to: `${key.owner};`, old: key.old })
      if (row === undefined) return null
      const same = row.key === textOf(key) || (row.key === key.old && (number ?? row.caseNumber) === row.caseNumber)
      const entries = (await journal.read(row.caseNumber)).filter(entry => entry.seq <= row.lastSeq)
      const kase = fold(entries)
      if (!serves(by, kase.intake.operator)) return { ok: false, refusal: refuse('not_this_operator') }
      if (!same) return { ok: false, refusal: refuse('key_reused') }
      const events = entries.filter(entry => entry.seq >= row.firstSeq).map(entry => entry.event)
      return { ok: true, number: row.caseNumber, kase, events, repeated: true }
    },
  }
}
