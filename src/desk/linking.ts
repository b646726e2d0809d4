import { eq, sql } from 'drizzle-orm'
import type { CaseEvent } from '../domain/case.ts'
import type { Actor } from '../domain/rule.ts'
import type { Db } from './open-store.ts'
import { cases } from './tables.ts'
import { serves } from './world.ts'

/** Whether events link to a case that is not there, or not for these eyes: both look the same. */
export const strayLink = (db: Db) => {
  const find = db
    .select({ operator: cases.operator })
    .from(cases)
    .where(eq(cases.number, sql.placeholder('number')))
    .prepare()
  return async (events: readonly CaseEvent[], by: Actor): Promise<boolean> => {
    for (const event of events) {
      if (event.type !== 'CaseLinked') continue
      const other = await find.get({ number: event.other })
      if (other === undefined || !serves(by, other.operator)) return true
    }
    return false
  }
}
