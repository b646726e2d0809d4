import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { CaseEvent } from '../domain/case.ts'
import { isKept, type Kept } from '../domain/kept.ts'
import type { Actor } from '../domain/rule.ts'
import type { Db } from './open-store.ts'
import { particulars } from './tables.ts'

/** A personal value on its way into the erasable table. */
export interface Particular {
  readonly id: string
  readonly value: unknown
  readonly restricted: boolean
}

/** Takes the fresh values out of events; what is left may stand in the journal for ever. */
export const takeOut = (events: readonly CaseEvent[]): { events: CaseEvent[]; taken: Particular[] } => {
  const taken: Particular[] = []
  const kept = events.map(event =>
    Object.fromEntries(
      Object.entries(event).map(([field, value]) => {
        if (!isKept(value) || !('fresh' in value)) return [field, value]
        const particular = { id: randomUUID(), value: value.fresh, restricted: isRestricted(event, field) }
        taken.push(particular)
        return [field, { kept: particular.id }]
      }),
    ),
  )
  return { events: kept as unknown as CaseEvent[], taken }
}

/** What is written for the approvers alone (law.md §9 case 10: that existence itself is not confirmed). */
const isRestricted = (event: CaseEvent, field: string): boolean =>
  field === 'memo' && ((event.type === 'NoteAdded' && event.restricted) || event.type === 'DecisionDrafted')

export const maySeeRestricted = (by: Actor): boolean => by.roles.includes('approver')

/** Reads values back: null where erased, or restricted and not for these eyes. */
export type Reveal = (caseNumber: string, value: Kept<unknown> | undefined, restrictedToo: boolean) => Promise<unknown>

export const keeping = (db: Db) => {
  const one = db
    .select({ caseNumber: particulars.caseNumber, body: particulars.body, restricted: particulars.restricted })
    .from(particulars)
    .where(eq(particulars.id, sql.placeholder('id')))
    .prepare()
  const insert = db
    .insert(particulars)
    .values({
      id: sql.placeholder('id'),
      caseNumber: sql.placeholder('caseNumber'),
      seq: sql.placeholder('seq'),
      body: sql.placeholder('body'),
      restricted: sql.placeholder('restricted'),
    })
    .prepare()
  const reveal: Reveal = async (caseNumber, value, restrictedToo) => {
    if (value === undefined) return null
    if ('fresh' in value) return value.fresh
    const row = await one.get({ id: value.kept })
    if (row === undefined || row.caseNumber !== caseNumber || (row.restricted && !restrictedToo)) return null
    return JSON.parse(row.body)
  }
  return {
    reveal,
    store: async (caseNumber: string, seq: number, taken: readonly Particular[]): Promise<void> => {
      for (const { id, value, restricted } of taken)
        await insert.run({ id, caseNumber, seq, body: JSON.stringify(value), restricted })
    },
    erase: async (caseNumber: string): Promise<void> => {
      await db.delete(particulars).where(eq(particulars.caseNumber, caseNumber))
    },
  }
}
export type Keeping = ReturnType<typeof keeping>
