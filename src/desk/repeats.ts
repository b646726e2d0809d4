import { eq, sql } from 'drizzle-orm'
import { fold } from '../domain/evolve.ts'
import { refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import type { Performed } from './desk.ts'
import type { Journal } from './journal.ts'
import type { Db } from './open-store.ts'
import { onceKeys } from './tables.ts'
import { upsert } from './upsert.ts'
import { serves } from './world.ts'

/** What a command did when its key came the first time. Keys are of one person and verb: nobody sees another's result by guessing. */
export const repeats = (db: Db, journal: Journal) => {
  const find = db
    .select()
    .from(onceKeys)
    .where(eq(onceKeys.key, sql.placeholder('key')))
    .prepare()
  const put = upsert(db, onceKeys, [onceKeys.key])
  return {
    remember: put,
    of: async (key: string, by: Actor): Promise<Performed | null> => {
      const row = await find.get({ key })
      if (row === undefined) return null
      const entries = (await journal.read(row.caseNumber)).filter(entry => entry.seq <= row.lastSeq)
      const kase = fold(entries)
      if (!serves(by, kase.intake.operator)) return { ok: false, refusal: refuse('not_this_operator') }
      const events = entries.filter(entry => entry.seq >= row.firstSeq).map(entry => entry.event)
      return { ok: true, number: row.caseNumber, kase, events, repeated: true }
    },
  }
}
