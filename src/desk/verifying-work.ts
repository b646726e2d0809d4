import { isDeepStrictEqual } from 'node:util'
import { asc, eq } from 'drizzle-orm'
import type { Context } from '../domain/rule.ts'
import type { CaseRecord } from './case-row.ts'
import type { Db } from './open-store.ts'
import type { NumberedCase } from './projecting.ts'
import { receipts, tasks, waitingLetters } from './tables-work.ts'
import { letterRows, receiptRows, taskRows } from './work-rows.ts'

/** Faults in what the pages of the day know of a case, in words for the shell. */
export const wrongWork = async (
  db: Db,
  record: CaseRecord,
  kase: NumberedCase,
  ctx: Pick<Context, 'policyOn'>,
): Promise<string[]> => {
  const { number } = kase
  const faults: string[] = []
  const compare = (what: string, kept: readonly object[], derived: readonly object[]) => {
    if (!isDeepStrictEqual(sorted(kept), sorted(derived))) faults.push(`${number}: ${what} differ from the journal`)
  }
  const owed = await db.select().from(tasks).where(eq(tasks.caseNumber, number)).orderBy(asc(tasks.nth))
  compare('the tasks', owed, taskRows(record))
  const letters = await db.select().from(waitingLetters).where(eq(waitingLetters.caseNumber, number))
  compare('the waiting letters', letters, letterRows(kase, ctx))
  const came = await db.select().from(receipts).where(eq(receipts.caseNumber, number))
  compare('the receipts', came, receiptRows(kase))
  return faults
}

const sorted = (rows: readonly object[]): string[] => rows.map(row => JSON.stringify({ ...row })).sort()
