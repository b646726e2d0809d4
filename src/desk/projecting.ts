import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Case } from '../domain/case.ts'
import type { PlainDate } from '../domain/day.ts'
import { heldMoney, outstanding, overpaid, owed, paid } from '../domain/fee.ts'
import { fullName, type Person } from '../domain/person.ts'
import type { Posting } from '../domain/post.ts'
import type { Context } from '../domain/rule.ts'
import { type CaseRecord, caseRecord, SHAPE } from './case-row.ts'
import { eraseAliases } from './money/payer-aliases.ts'
import type { Store } from './open-store.ts'
import { searching } from './search.ts'
import { cases, files, mails, money, postings } from './tables.ts'
import { touch, upsert } from './upsert.ts'
import { isUnderWay } from './work-rows.ts'
import { working } from './working.ts'

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
    underWay: isUnderWay(kase, posting),
  }
}

export const moneyRecord = (kase: NumberedCase) => ({
  caseNumber: kase.number,
  operator: kase.intake.operator,
  owed: owed(kase),
  paid: paid(kase),
  outstanding: outstanding(kase),
  held: heldMoney(kase),
  overpaid: overpaid(kase),
  waiverWaits: kase.fee.waiver !== undefined,
  requestedOn: kase.fee.requestedOn ?? null,
  dueOn: kase.fee.dueOn ?? null,
  settledOn: kase.feeSettledOn ?? null,
  receipts: JSON.stringify(kase.fee.receipts),
})

/** Most commands change no column that is indexed. Gives the row as it was. */
const putting = (db: Store['write']) => {
  const indexed = ['operator', 'policy', 'trackingNumber', 'step', 'closedOn', 'nameKey', 'shape'] as const
  const columns = indexed.map(name => cases[name])
  const find = db
    .select()
    .from(cases)
    .where(eq(cases.number, sql.placeholder('number')))
    .prepare()
  const [whole, light] = [upsert(db, cases, [cases.number]), touch(db, cases, cases.number, columns)]
  return async (record: CaseRecord): Promise<CaseRecord | undefined> => {
    const before = await find.get({ number: record.number })
    const same = before !== undefined && indexed.every(name => before[name] === record[name])
    await (same ? light : whole)(record)
    return before
  }
}

const hasMoney = ({ fee }: Case): boolean => fee.dues.length > 0 || fee.receipts.length > 0

/** What the tasks of a case are derived from. */
const owing = ['steps', 'dueOn', 'closedOn', 'erasedOn', 'operator', 'shape'] as const
/** What its waiting letters are derived from. */
const letterParts = ['letters', 'postings', 'closing', 'formRequest', 'intake'] as const

/** Writes the projections of a case; `before` tells what did not change (events are folded immutably, so parts are compared by identity). */
export const projecting = (store: Store) => {
  const db = store.write
  const putCase = putting(db)
  const putPosting = upsert(db, postings, [postings.caseNumber, postings.id])
  const putMoney = upsert(db, money, [money.caseNumber])
  const search = searching(store)
  const work = working(db)
  const putTasks = async (record: CaseRecord): Promise<CaseRecord | undefined> => {
    const before = await putCase(record)
    const same = before !== undefined && owing.every(name => before[name] === record[name])
    if (!same) await work.tasks(record)
    return before
  }

  const flag = async (kase: NumberedCase, posting: Posting): Promise<void> => {
    await db
      .update(postings)
      .set({ underWay: isUnderWay(kase, posting) })
      .where(and(eq(postings.caseNumber, kase.number), eq(postings.id, posting.id)))
  }

  return {
    case: async (
      before: Case,
      kase: NumberedCase,
      persons: Persons,
      ctx: Pick<Context, 'today' | 'policyOn' | 'calendar'>,
      last: { at: string; position: number },
    ): Promise<CaseRecord> => {
      const record = caseRecord(kase, persons.subject, ctx, last)
      await putTasks(record)
      if (before.intake.subject !== kase.intake.subject || before.intake.agent !== kase.intake.agent)
        await search.put(
          kase.number,
          [persons.subject, persons.agent].filter(who => who !== null),
        )
      const posted = new Set(before.postings)
      for (const posting of kase.postings)
        if (!posted.has(posting)) await putPosting(postingRecord(kase, posting, persons))
        else if (isUnderWay(before, posting) !== isUnderWay(kase, posting)) await flag(kase, posting)
      const lettersMoved = letterParts.some(part => before[part] !== kase[part])
      if (lettersMoved && (before.letters.length > 0 || kase.letters.length > 0)) await work.letters(kase, ctx)
      if (before.fee.receipts !== kase.fee.receipts) await work.receipts(kase)
      const moneyMoved =
        before.fee !== kase.fee || before.closing !== kase.closing || before.decisions !== kase.decisions
      if (moneyMoved && hasMoney(kase)) await putMoney(moneyRecord(kase))
      return record
    },

    /** What depends on the day and the calendar; all of it where the case was derived by an older version. */
    again: async (
      kase: NumberedCase,
      subject: Person | null,
      ctx: Pick<Context, 'today' | 'policyOn' | 'calendar'>,
      last: { at: string; position: number },
    ): Promise<void> => {
      const before = await putTasks(caseRecord(kase, subject, ctx, last))
      if (before?.shape === SHAPE) return
      await work.letters(kase, ctx)
      await work.receipts(kase)
      if (hasMoney(kase)) await putMoney(moneyRecord(kase))
      for (const posting of kase.postings) await flag(kase, posting)
    },

    /** Open cases whose steps were derived for another day and cases derived by an older version, at most `limit`. */
    stale: async (today: PlainDate, limit: number): Promise<string[]> =>
      (
        await db
          .select({ number: cases.number })
          .from(cases)
          .where(
            or(
              lt(cases.shape, SHAPE),
              and(isNull(cases.closedOn), isNull(cases.erasedOn), ne(cases.projectedOn, today)),
            ),
          )
          .limit(limit)
      ).map(row => row.number),

    outdate: async (): Promise<void> => {
      await db.update(cases).set({ projectedOn: '' }).where(isNull(cases.closedOn))
    },

    /** Everything personal outside the particulars and letters; the stored files that are now nobody's. */
    erase: async (number: string): Promise<string[]> => {
      await search.remove(number)
      await search.purge()
      await eraseAliases(db, number)
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
