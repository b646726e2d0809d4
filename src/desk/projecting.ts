import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Case } from '../domain/case.ts'
import type { PlainDate } from '../domain/day.ts'
import { heldMoney, outstanding, owed, paid } from '../domain/fee.ts'
import { fullName, type Person } from '../domain/person.ts'
import type { Posting } from '../domain/post.ts'
import type { Context } from '../domain/rule.ts'
import { type CaseRecord, caseRecord } from './case-row.ts'
import type { Store } from './open-store.ts'
import { searching } from './search.ts'
import { cases, files, mails, money, postings } from './tables.ts'
import { touch, upsert } from './upsert.ts'

export type NumberedCase = Case & { readonly number: string }
export type Persons = { readonly subject: Person | null; readonly agent: Person | null }

export const postingRecord = (kase: NumberedCase, posting: Posting, { subject, agent }: Persons) => {
  const addressee = posting.to === 'agent' ? agent : subject
  return {
    caseNumber: kase.number,
    id: posting.id,
    operator: kase.intake.operator,
    postedOn: posting.postedOn,
    trackingNumber: posting.trackingNumber ?? null,
    name: addressee && fullName(addressee),
    body: JSON.stringify(posting),
  }
}

export const moneyRecord = (kase: NumberedCase) => ({
  caseNumber: kase.number,
  operator: kase.intake.operator,
  owed: owed(kase),
  paid: paid(kase),
  outstanding: outstanding(kase),
  held: heldMoney(kase),
  requestedOn: kase.fee.requestedOn ?? null,
  dueOn: kase.fee.dueOn ?? null,
  settledOn: kase.feeSettledOn ?? null,
  receipts: JSON.stringify(kase.fee.receipts),
})

/** Most commands change no column that is indexed. */
const putting = (db: Store['write']) => {
  const indexed = ['operator', 'policy', 'trackingNumber', 'step', 'closedOn', 'nameKey'] as const
  const columns = indexed.map(name => cases[name])
  const find = db
    .select()
    .from(cases)
    .where(eq(cases.number, sql.placeholder('number')))
    .prepare()
  const [whole, light] = [upsert(db, cases, [cases.number]), touch(db, cases, cases.number, columns)]
  return async (record: CaseRecord): Promise<void> => {
    const before = await find.get({ number: record.number })
    const same = before !== undefined && indexed.every(name => before[name] === record[name])
    await (same ? light : whole)(record)
  }
}

/** Writes the projections of a case; `before` tells what did not change (events are folded immutably, so parts are compared by identity). */
export const projecting = (store: Store) => {
  const db = store.write
  const putCase = putting(db)
  const putPosting = upsert(db, postings, [postings.caseNumber, postings.id])
  const putMoney = upsert(db, money, [money.caseNumber])
  const search = searching(store)

  return {
    case: async (
      before: Case,
      kase: NumberedCase,
      persons: Persons,
      ctx: Pick<Context, 'today' | 'policyOn' | 'calendar'>,
      last: { at: string; position: number },
    ): Promise<CaseRecord> => {
      const record = caseRecord(kase, persons.subject, ctx, last)
      await putCase(record)
      if (before.intake.subject !== kase.intake.subject || before.intake.agent !== kase.intake.agent)
        await search.put(
          kase.number,
          [persons.subject, persons.agent].filter(who => who !== null),
        )
      const posted = new Set(before.postings)
      for (const posting of kase.postings)
        if (!posted.has(posting)) await putPosting(postingRecord(kase, posting, persons))
      const moneyMoved = before.fee !== kase.fee || before.closing !== kase.closing
      if (moneyMoved && (kase.fee.dues.length > 0 || kase.fee.receipts.length > 0)) await putMoney(moneyRecord(kase))
      return record
    },

    /** Only what depends on the day and the calendar. */
    again: async (
      kase: NumberedCase,
      subject: Person | null,
      ctx: Pick<Context, 'today' | 'policyOn' | 'calendar'>,
      last: { at: string; position: number },
    ): Promise<void> => putCase(caseRecord(kase, subject, ctx, last)),

    /** Open cases whose steps were derived for another day, at most `limit`. */
    stale: async (today: PlainDate, limit: number): Promise<string[]> =>
      (
        await db
          .select({ number: cases.number })
          .from(cases)
          .where(and(isNull(cases.closedOn), isNull(cases.erasedOn), ne(cases.projectedOn, today)))
          .limit(limit)
      ).map(row => row.number),

    outdate: async (): Promise<void> => {
      await db.update(cases).set({ projectedOn: '' }).where(isNull(cases.closedOn))
    },

    /** Everything personal outside the particulars and letters; the stored files that are now nobody's. */
    erase: async (number: string): Promise<string[]> => {
      await search.remove(number)
      await search.purge()
      await db.update(postings).set({ name: null }).where(eq(postings.caseNumber, number))
      await db.delete(mails).where(eq(mails.caseNumber, number))
      const gone = await db
        .delete(files)
        .where(inArray(files.caseNumber, [number]))
        .returning({ at: files.storedAs })
      return gone.map(file => file.at)
    },
  }
}
export type Projecting = ReturnType<typeof projecting>
