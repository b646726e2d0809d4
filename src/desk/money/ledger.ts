import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, lte, or, sql } from 'drizzle-orm'
import { type PlainDate, todayIn } from '../../domain/day.ts'
import type { LedgerAccount, LedgerEntry, LedgerKind, Movement } from '../../domain/money/ledger-entry.ts'
import type { Db } from '../open-store.ts'
import { bookingDays } from './booking-days.ts'
import { entryOf, GENESIS, hashOf } from './ledger-chain.ts'
import { lineRemainder } from './line-remainder.ts'
import { ledger } from './tables-money.ts'

export interface LedgerFilter {
  /** days on which entries are booked, both included */
  readonly from?: PlainDate
  readonly to?: PlainDate
  readonly caseNumber?: string
  readonly line?: string
  readonly kinds?: readonly LedgerKind[]
  /** only entries that have one of them on a side */
  readonly accounts?: readonly LedgerAccount[]
  /** only entries up to this one */
  readonly upTo?: number
  readonly after?: number
}

/** 元帳 on one connection: `db` is the writer inside a transaction, the reader elsewhere. */
export const ledgerOf = (db: Db) => {
  const head = db
    .select({ seq: ledger.seq, hash: ledger.hash })
    .from(ledger)
    .orderBy(desc(ledger.seq))
    .limit(1)
    .prepare()
  const insert = db
    .insert(ledger)
    .values(
      Object.fromEntries(Object.keys(getTableColumns(ledger)).map(name => [name, sql.placeholder(name)])) as never,
    )
    .prepare()
  const { follow, accountOfLine } = lineRemainder(db)
  const { bookings } = bookingDays(db)

  return {
    /**
     * Writes movements after one another, and what is left of the lines they are about. `followed`: the caller has just
     * written lines with exactly these movements in them (an import of 100,000 lines would touch each of them twice).
     */
    append: async (
      movements: readonly Movement[],
      { at, by, followed = false }: { at: string; by: string; followed?: boolean },
    ): Promise<LedgerEntry[]> => {
      if (movements.length === 0) return []
      const last = await head.get()
      const dayOf = await bookings(todayIn(at))
      let [seq, prevHash] = [last?.seq ?? 0, last?.hash ?? GENESIS]
      const entries: LedgerEntry[] = []
      for (const each of movements) {
        seq += 1
        const row = {
          seq,
          on: dayOf(each.on),
          at,
          by,
          kind: each.kind,
          debit: each.debit,
          credit: each.credit,
          amount: each.amount,
          operator: each.operator,
          caseNumber: each.caseNumber ?? null,
          receipt: each.receipt ?? null,
          line: each.line ?? null,
          account: each.account ?? (each.line === undefined ? null : await accountOfLine(each.line)),
          body: JSON.stringify(each.body ?? {}),
          prevHash,
          hash: '',
        }
        row.hash = hashOf(row)
        prevHash = row.hash
        await insert.run(row)
        if (!followed) await follow(each)
        entries.push(entryOf(row))
      }
      return entries
    },

    /** In the order of writing. */
    read: async ({
      from,
      to,
      caseNumber,
      line,
      kinds,
      accounts,
      upTo,
      after,
    }: LedgerFilter = {}): Promise<LedgerEntry[]> =>
      (
        await db
          .select()
          .from(ledger)
          .where(
            and(
              from && gte(ledger.on, from),
              to && lte(ledger.on, to),
              caseNumber === undefined ? undefined : eq(ledger.caseNumber, caseNumber),
              line === undefined ? undefined : eq(ledger.line, line),
              kinds && inArray(ledger.kind, [...kinds]),
              accounts && or(inArray(ledger.debit, [...accounts]), inArray(ledger.credit, [...accounts])),
              upTo === undefined ? undefined : lte(ledger.seq, upTo),
              after === undefined ? undefined : gt(ledger.seq, after),
            ),
          )
          .orderBy(asc(ledger.seq))
      ).map(entryOf),

    last: async (): Promise<number> => (await head.get())?.seq ?? 0,
  }
}
