import { createHash } from 'node:crypto'
import { asc, desc, eq, max, sql } from 'drizzle-orm'
import type { CaseEvent } from '../domain/case.ts'
import type { Entry } from '../domain/rule.ts'
import type { Db } from './open-store.ts'
import { journal } from './tables.ts'

export interface JournalEntry extends Entry {
  readonly position: number
  readonly event: CaseEvent
}

type Row = typeof journal.$inferSelect

/** Someone else appended in between: the caller's fold is out of date. Cannot happen inside `transaction`. */
export class StaleJournalError extends Error {
  override readonly name = 'StaleJournalError'
}

/** First link of every chain. */
const GENESIS = '0'.repeat(64)

const hashOf = (row: Omit<Row, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        row.prevHash,
        row.caseNumber,
        row.seq,
        row.position,
        row.type,
        row.body,
        row.by,
        row.at,
        row.once,
      ]),
    )
    .digest('hex')

const entryOf = (row: Row): JournalEntry => {
  const { seq, at, by, position } = row
  return { seq, at, by, position, event: JSON.parse(row.body) as CaseEvent }
}

/** 経過記録 on one connection: `db` is the writer inside a transaction, the reader elsewhere. */
export const journalOf = (db: Db) => {
  const number = sql.placeholder('number')
  const all = db.select().from(journal).where(eq(journal.caseNumber, number)).orderBy(asc(journal.seq)).prepare()
  const last = db
    .select({ seq: journal.seq, hash: journal.hash })
    .from(journal)
    .where(eq(journal.caseNumber, number))
    .orderBy(desc(journal.seq))
    .limit(1)
    .prepare()
  const position = db
    .select({ last: max(journal.position) })
    .from(journal)
    .prepare()
  const insert = db
    .insert(journal)
    .values({
      caseNumber: number,
      seq: sql.placeholder('seq'),
      position: sql.placeholder('position'),
      type: sql.placeholder('type'),
      body: sql.placeholder('body'),
      by: sql.placeholder('by'),
      at: sql.placeholder('at'),
      once: sql.placeholder('once'),
      prevHash: sql.placeholder('prevHash'),
      hash: sql.placeholder('hash'),
    })
    .prepare()

  return {
    read: async (caseNumber: string): Promise<JournalEntry[]> => (await all.all({ number: caseNumber })).map(entryOf),

    /** Appends after `expected` (0 for a new case); throws StaleJournalError where the journal is elsewhere. */
    append: async (
      caseNumber: string,
      expected: number,
      events: readonly CaseEvent[],
      { at, by, once = null }: { at: string; by: string; once?: string | null },
    ): Promise<JournalEntry[]> => {
      const head = await last.get({ number: caseNumber })
      if ((head?.seq ?? 0) !== expected)
        throw new StaleJournalError(`${caseNumber}: ${head?.seq ?? 0}, not ${expected}`)
      const before = (await position.get())?.last ?? 0
      let prevHash = head?.hash ?? GENESIS
      const entries: JournalEntry[] = []
      for (const [index, event] of events.entries()) {
        const seq = expected + index + 1
        const body = JSON.stringify(event)
        const row = { caseNumber, seq, position: before + index + 1, type: event.type, body, by, at, once, prevHash }
        const hash = hashOf(row)
        await insert.run({ ...row, number: caseNumber, hash })
        entries.push({ seq, at, by, position: row.position, event })
        prevHash = hash
      }
      return entries
    },

    /** Walks the chain of one case; the faults in words for the shell, the entries where there are none. */
    walk: async (caseNumber: string): Promise<{ entries: JournalEntry[]; faults: string[] }> => {
      const rows = await all.all({ number: caseNumber })
      const faults: string[] = []
      let prevHash = GENESIS
      for (const [index, row] of rows.entries()) {
        if (row.seq !== index + 1) faults.push(`${caseNumber}: entry ${index + 1} is missing`)
        if (row.prevHash !== prevHash) faults.push(`${caseNumber} #${row.seq}: does not follow the entry before it`)
        if (row.hash !== hashOf(row)) faults.push(`${caseNumber} #${row.seq}: was changed after it was written`)
        prevHash = row.hash
      }
      return { entries: faults.length === 0 ? rows.map(entryOf) : [], faults }
    },

    numbers: async (): Promise<string[]> =>
      (await db.selectDistinct({ number: journal.caseNumber }).from(journal)).map(row => row.number),

    /** Positions run from 1 without gaps: a removed journal leaves a hole. */
    extent: async (): Promise<{ count: number; last: number }> => {
      const row = await db
        .select({ count: sql<number>`count(*)`, last: max(journal.position) })
        .from(journal)
        .get()
      return { count: row?.count ?? 0, last: row?.last ?? 0 }
    },
  }
}
export type Journal = ReturnType<typeof journalOf>
