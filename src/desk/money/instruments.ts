import { asc, eq } from 'drizzle-orm'
import { todayIn } from '../../domain/day.ts'
import { decideInstrument, type InstrumentAct, instrumentRuleOf } from '../../domain/money/instrument-acts.ts'
import type { InstrumentContext } from '../../domain/money/instrument-rule.ts'
import { type Instruments, instrumentsOf } from '../../domain/money/instruments.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { dyingOrders, type OrderRow } from '../../domain/money/order-book.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { type Actor, cashiers, stripped } from '../../domain/rule.ts'
import { type FieldIssue, issueCode, issuesOf } from '../issues.ts'
import type { Store } from '../open-store.ts'
import { memberOf, type StaffMember } from '../staff-member.ts'
import { cases, onceKeys, operators, staff } from '../tables.ts'
import { upsert } from '../upsert.ts'
import { serves } from '../world.ts'
import { readAccounts } from './bank-accounts.ts'
import { bankedLines, type ProvingLine } from './banked-lines.ts'
import { instrumentBook, mine } from './instrument-book.ts'
import { ledgerOf } from './ledger.ts'
import { lineBook } from './line-book.ts'

/** `entries`: what was written; the same again for a key that was used before (`repeated`). */
export type InstrumentDone =
  | { ok: true; entries: readonly LedgerEntry[]; repeated?: true }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly FieldIssue[] }

/** 定額小為替, 切手 and 現金 in the safe. Rows of operators that `by` does not serve are not there. */
export interface InstrumentDesk {
  book(by: Actor): Promise<Instruments>
  /** Held orders whose last day is at most 30 days away or over, soonest first. */
  dying(by: Actor): Promise<OrderRow[]>
  /** Who may count beside `by`: other active staff who handle money. */
  counters(by: Actor): Promise<Pick<StaffMember, 'id' | 'name' | 'operators'>[]>
  /** Lines of the bank that may prove what was paid in, by number of the entry in `book.banked`. */
  lines(by: Actor): Promise<ReadonlyMap<number, readonly ProvingLine[]>>
  /** One act in one transaction. `once`: the same key again gives the first result. */
  act(act: InstrumentAct, input: unknown, by: Actor, how?: { once?: string }): Promise<InstrumentDone>
}

export const instrumentDesk = ({ store, now }: { store: Store; now: () => string }): InstrumentDesk => {
  const reading = instrumentBook(store.read)
  const writing = instrumentBook(store.write)
  const ledger = ledgerOf(store.write)
  const lines = lineBook(store.write)
  const remember = upsert(store.write, onceKeys, [onceKeys.key])

  const counting = async (): Promise<StaffMember[]> =>
    (await store.read.select().from(staff).where(eq(staff.active, true)).orderBy(asc(staff.createdAt), asc(staff.id)))
      .map(memberOf)
      .filter(member => member.roles.some(role => cashiers.some(each => each === role)))

  /** Everything that the decision may see, read in its transaction. */
  const contextOf = async (body: Record<string, unknown>, by: Actor, at: string): Promise<InstrumentContext> => {
    const { write } = store
    const entry =
      typeof body.entry === 'number' ? (await ledger.read({ after: body.entry - 1, upTo: body.entry }))[0] : undefined
    const line = typeof body.line === 'string' ? await lines(body.line, by) : null
    const [people, accounts, ids] = [
      await counting(),
      (await readAccounts(write)).filter(account => account.active),
      new Set((await write.select({ id: operators.id }).from(operators)).map(({ id }) => id)),
    ]
    const number = typeof body.caseNumber === 'string' ? body.caseNumber : ''
    const kase = await write.select({ operator: cases.operator }).from(cases).where(eq(cases.number, number)).get()
    return {
      today: todayIn(at),
      by,
      book: await writing(by),
      ...(entry !== undefined && mine(by)(entry) && { entry }),
      ...(line !== null && {
        line: { id: line.row.id, rest: line.state.rest, account: line.state.account, date: line.state.date },
      }),
      accountsOf: operator => accounts.filter(each => each.operators.includes(operator)).map(({ id }) => id),
      countersOf: operator => people.filter(each => serves(each, operator)).map(({ id }) => id),
      knowsOperator: id => ids.has(id) && serves(by, id),
      operatorOf: asked => (asked === number && kase !== undefined && serves(by, kase.operator) ? kase.operator : null),
    }
  }

  const before = async (key: string, by: Actor): Promise<InstrumentDone | null> => {
    const row = await store.write.select().from(onceKeys).where(eq(onceKeys.key, key)).get()
    if (row === undefined) return null
    const entries = await ledger.read({ after: row.firstSeq - 1, upTo: row.lastSeq })
    return { ok: true, entries: entries.filter(mine(by)), repeated: true }
  }

  return {
    book: reading,
    dying: async by => {
      const entries = await ledgerOf(store.read).read({ accounts: ['postal_orders'] })
      return dyingOrders(instrumentsOf(entries.filter(mine(by))).orders, todayIn(now()))
    },
    counters: async by =>
      (await counting())
        .filter(each => each.id !== by.id)
        .map(({ id, name, operators: served }) => ({ id, name, operators: served })),
    lines: async by => bankedLines(store.read, (await reading(by)).banked),
    act: async (act, input, by, { once } = {}) => {
      const parsed = instrumentRuleOf(act).body.safeParse(input ?? {}, { error: issueCode })
      if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error) }
      const body = stripped(parsed.data as Record<string, unknown>)
      const key = once === undefined ? null : `${by.id}:${act}:${once}`
      return store.transaction(async (): Promise<InstrumentDone> => {
        const done = key === null ? null : await before(key, by)
        if (done !== null) return done
        const at = now()
        const decided = decideInstrument(act, body, await contextOf(body, by, at))
        if (isRefusal(decided)) return { ok: false, refusal: decided }
        const entries = await ledger.append(decided, { at, by: by.id })
        // Keys of this table may lead to the ledger as well as to a case's journal: then no case is named.
        const [first, last] = [entries.at(0)?.seq ?? 0, entries.at(-1)?.seq ?? 0]
        if (key !== null) await remember({ key, caseNumber: '', firstSeq: first, lastSeq: last, at })
        return { ok: true, entries }
      })
    },
  }
}
