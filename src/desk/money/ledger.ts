import { createHash } from 'node:crypto'
import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, lte, min, or, sql } from 'drizzle-orm'
import { type PlainDate, todayIn } from '../../domain/day.ts'
import { booksFrom, firstOf, type Month, monthAfter, monthOf } from '../../domain/money/closing.ts'
import {
  bookedOn,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerKind,
  type Movement,
} from '../../domain/money/ledger-entry.ts'
import type { Yen } from '../../domain/yen.ts'
import type { Db } from '../open-store.ts'
import { bankAccounts, ledger, monthClosings, statementLines } from './tables-money.ts'

type Row = typeof ledger.$inferSelect

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

/** First link of the chain. */
const GENESIS = '0'.repeat(64)

const hashOf = ({ hash: _hash, ...row }: Row): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        row.prevHash,
        row.seq,
        row.on,
        row.at,
        row.by,
        row.kind,
        row.debit,
        row.credit,
        row.amount,
        row.operator,
        row.caseNumber,
        row.receipt,
        row.line,
        row.account,
        row.body,
      ]),
    )
    .digest('hex')

const given = <K extends string, V>(key: K, value: V | null) => (value === null ? {} : { [key]: value }) as Record<K, V>

const entryOf = (row: Row): LedgerEntry => ({
  seq: row.seq,
  at: row.at,
  by: row.by,
  on: row.on as PlainDate,
  kind: row.kind as LedgerKind,
  debit: row.debit as LedgerEntry['debit'],
  credit: row.credit as LedgerEntry['credit'],
  amount: row.amount as Yen,
  operator: row.operator,
  ...given('caseNumber', row.caseNumber),
  ...given('receipt', row.receipt),
  ...given('line', row.line),
  ...given('account', row.account),
  ...(row.body !== '{}' && { body: JSON.parse(row.body) as Record<string, unknown> }),
})

/** 元帳 on one connection: `db` is the writer inside a transaction, the reader elsewhere. */
export const ledgerOf = (db: Db) => {
  const head = db
    .select({ seq: ledger.seq, hash: ledger.hash })
    .from(ledger)
    .orderBy(desc(ledger.seq))
    .limit(1)
    .prepare()
  const signed = db
    .select({ month: monthClosings.month })
    .from(monthClosings)
    .where(isNotNull(monthClosings.signedAt))
    .orderBy(desc(monthClosings.month))
    .limit(1)
    .prepare()
  const registered = db
    .select({ first: min(bankAccounts.createdAt) })
    .from(bankAccounts)
    .prepare()
  const oldest = db
    .select({ first: min(ledger.on) })
    .from(ledger)
    .where(gte(ledger.on, sql.placeholder('start')))
    .prepare()
  const insert = db
    .insert(ledger)
    .values(
      Object.fromEntries(Object.keys(getTableColumns(ledger)).map(name => [name, sql.placeholder(name)])) as never,
    )
    .prepare()
  const accountOf = db
    .select({ account: statementLines.account })
    .from(statementLines)
    .where(eq(statementLines.id, sql.placeholder('line')))
    .prepare()
  const moveLine = db
    .update(statementLines)
    .set({
      rest: sql`${statementLines.rest} + ${sql.placeholder('unidentified')}`,
      unexplained: sql`${statementLines.unexplained} - ${sql.placeholder('left')}`,
    })
    .where(eq(statementLines.id, sql.placeholder('line')))
    .prepare()

  /** What is left of a line follows the ledger in the same transaction. */
  const follow = async ({ line, amount, debit, credit, kind }: Movement): Promise<void> => {
    if (line === undefined || amount === 0) return
    const unidentified = (credit === 'unidentified' ? amount : 0) - (debit === 'unidentified' ? amount : 0)
    const left = credit === 'bank' ? amount : debit === 'bank' && kind !== 'line_in' ? -amount : 0
    if (unidentified !== 0 || left !== 0) await moveLine.run({ line, unidentified, left })
  }

  /** The first day of the books; null while the desk has no bank account. */
  const startOn = async (): Promise<PlainDate | null> => {
    const first = (await registered.get())?.first ?? null
    return first === null ? null : booksFrom(todayIn(first))
  }

  /** The first day that may still be booked on: after the last closed month, and not before the books; null where there is neither. */
  const openFrom = async (): Promise<PlainDate | null> => {
    const [last, start] = [await signed.get(), await startOn()]
    const after = last === undefined ? null : firstOf(monthAfter(last.month as Month))
    return after === null || start === null ? (after ?? start) : after > start ? after : start
  }

  /** Where a movement of such a day is booked: what is older than the books goes into their first month with entries, or this one. */
  const bookings = async (today: PlainDate): Promise<(on: PlainDate) => PlainDate> => {
    const [open, start] = [await openFrom(), await startOn()]
    if (start === null) return on => bookedOn(on, open)
    const first = (await oldest.get({ start }))?.first as PlainDate | null | undefined
    const old = firstOf(monthOf(first ?? today))
    return on => bookedOn(on < start ? old : on, open)
  }

  const accountOfLine = async (line: string): Promise<string | null> => (await accountOf.get({ line }))?.account ?? null

  return {
    openFrom,
    startOn,
    bookings,

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

    /** Yen of an account over all entries of a line, or of a case: credits less debits. */
    balance: async (account: Movement['debit'], of: { line: string } | { caseNumber: string }): Promise<number> => {
      const row = await db
        .select({
          sum: sql<number>`coalesce(sum(case when ${ledger.credit} = ${account} then ${ledger.amount} else 0 end - case when ${ledger.debit} = ${account} then ${ledger.amount} else 0 end), 0)`,
        })
        .from(ledger)
        .where(
          and(
            'line' in of ? eq(ledger.line, of.line) : eq(ledger.caseNumber, of.caseNumber),
            or(eq(ledger.credit, account), eq(ledger.debit, account)),
          ),
        )
        .get()
      return row?.sum ?? 0
    },

    last: async (): Promise<number> => (await head.get())?.seq ?? 0,

    /** Walks the chain; the faults in words for the shell. */
    walk: async (): Promise<{ entries: number; faults: string[] }> => {
      const faults: string[] = []
      let [prevHash, expected] = [GENESIS, 1]
      for (const row of await db.select().from(ledger).orderBy(asc(ledger.seq))) {
        if (row.seq !== expected) faults.push(`ledger: entry ${expected} is missing`)
        if (row.prevHash !== prevHash) faults.push(`ledger #${row.seq}: does not follow the entry before it`)
        if (row.hash !== hashOf(row)) faults.push(`ledger #${row.seq}: was changed after it was written`)
        ;[prevHash, expected] = [row.hash, row.seq + 1]
      }
      return { entries: expected - 1, faults }
    },
  }
}
