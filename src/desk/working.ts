import { eq, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Context } from '../domain/rule.ts'
import type { CaseRecord } from './case-row.ts'
import type { Db } from './open-store.ts'
import type { NumberedCase } from './projecting.ts'
import { receipts, tasks, waitingLetters } from './tables-work.ts'
import { upsert } from './upsert.ts'
import { letterRows, receiptRows, taskRows } from './work-rows.ts'

/** Replaces what the pages of the day know of a case. */
export const working = (db: Db) => {
  const replacing = <T extends SQLiteTable & { caseNumber: SQLiteColumn }>(table: T, key: SQLiteColumn[]) => {
    const put = upsert(db, table, key)
    const clear = db
      .delete(table)
      .where(eq(table.caseNumber, sql.placeholder('number')))
      .prepare()
    return async (number: string, rows: readonly T['$inferSelect'][]): Promise<void> => {
      await clear.run({ number })
      for (const row of rows) await put(row)
    }
  }
  const putTasks = replacing(tasks, [tasks.caseNumber, tasks.nth])
  const putLetters = replacing(waitingLetters, [waitingLetters.caseNumber, waitingLetters.id])
  const putReceipts = replacing(receipts, [receipts.caseNumber, receipts.id])
  return {
    tasks: (record: CaseRecord) => putTasks(record.number, taskRows(record)),
    letters: (kase: NumberedCase, ctx: Pick<Context, 'policyOn'>) => putLetters(kase.number, letterRows(kase, ctx)),
    receipts: (kase: NumberedCase) => putReceipts(kase.number, receiptRows(kase)),
  }
}
