import { asc, inArray, sql } from 'drizzle-orm'
import type { CaseEvent } from '../../domain/case.ts'
import { todayIn } from '../../domain/day.ts'
import { blankCase, evolve } from '../../domain/evolve.ts'
import { movementsOf } from '../../domain/money/case-entries.ts'
import { journalOf } from '../journal.ts'
import type { Store } from '../open-store.ts'
import { journal } from '../tables.ts'
import { ledgerOf } from './ledger.ts'
import { ledger } from './tables-money.ts'

/** Stores of before the ledger: what their journals say of money is written into it once, in the order in which it happened. */
export const backfillLedger = async (store: Store): Promise<void> => {
  const begun = await store.read.select({ seq: ledger.seq }).from(ledger).limit(1).get()
  if (begun !== undefined) return
  const paying = await store.read
    .selectDistinct({ number: journal.caseNumber })
    .from(journal)
    .where(inArray(journal.type, ['FeeReceived'] satisfies CaseEvent['type'][]))
    .orderBy(asc(sql`1`))
  if (paying.length === 0) return
  await store.transaction(async () => {
    const cases = journalOf(store.write)
    const moved = []
    for (const { number } of paying) {
      let kase = blankCase
      for (const entry of await cases.read(number)) {
        const { event, at, by, position } = entry
        const step = (so: typeof kase, next: CaseEvent) => evolve(so, next, entry)
        moved.push({ position, at, by, movements: movementsOf(kase, [event], todayIn(at), step) })
        kase = step(kase, event)
      }
    }
    const book = ledgerOf(store.write)
    for (const { movements, at, by } of moved.sort((a, b) => a.position - b.position))
      await book.append(movements, { at, by })
  })
}
