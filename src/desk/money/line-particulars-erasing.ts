import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Db } from '../open-store.ts'
import { cases } from '../tables.ts'
import { ledger, lineParticulars, statementLines } from './tables-money.ts'

/**
 * With a case that is erased: what people wrote beside the lines that paid it (notes, a payee's account). What still serves another
 * case, money without a case or a refund on its way stays until that is settled.
 */
export const eraseLineParticulars = async (db: Db, number: string): Promise<void> => {
  const touched = await db
    .selectDistinct({ line: ledger.line })
    .from(ledger)
    .where(and(eq(ledger.caseNumber, number), isNotNull(ledger.line)))
  for (const { line } of touched)
    if (line !== null && (await isDone(db, line, number)))
      await db.delete(lineParticulars).where(eq(lineParticulars.line, line))
}

const isDone = async (db: Db, line: string, number: string): Promise<boolean> => {
  const row = await db
    .select({ rest: statementLines.rest })
    .from(statementLines)
    .where(eq(statementLines.id, line))
    .get()
  if ((row?.rest ?? 0) !== 0) return false
  const entries = await db.select().from(ledger).where(eq(ledger.line, line))
  const side = (which: 'debit' | 'credit') =>
    entries.filter(entry => entry[which] === 'refund_payable').reduce((total, entry) => total + entry.amount, 0)
  if (side('debit') !== side('credit')) return false
  const others = [...new Set(entries.flatMap(entry => entry.caseNumber ?? []))]
  const alive = await db
    .select({ number: cases.number })
    .from(cases)
    .where(and(inArray(cases.number, others), ne(cases.number, number), isNull(cases.erasedOn)))
    .get()
  return alive === undefined
}
