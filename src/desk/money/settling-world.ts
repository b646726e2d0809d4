import { max, sql } from 'drizzle-orm'
import { addDays, type PlainDate } from '../../domain/day.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import type { Actor } from '../../domain/rule.ts'
import { folded } from '../../domain/settlement/folded.ts'
import { numbersInText } from '../../domain/settlement/numbers-in-line.ts'
import { type LineVerdict, type PayerLine, type Plan, settle } from '../../domain/settlement.ts'
import type { Db } from '../open-store.ts'
import { journal } from '../tables.ts'
import { serves } from '../world.ts'
import { instrumentBook } from './instrument-book.ts'
import { type KnownDue, knownDues } from './known-dues.ts'
import { ledgerOf } from './ledger.ts'
import { type OpenLine, openLines, payerLine } from './payer-lines.ts'
import { bankAccounts, payerAliases } from './tables-money.ts'

/** Money may come for a closed case so many days after its end without anybody having to look for it by hand. */
const LOOKING_BACK = 180
/** Different people look at different desks; an office has few. */
const MOST_REMEMBERED = 4

/** All that a plan is made from, and the plan. */
export interface SettlingWorld {
  /** equal while nothing that a plan depends on has moved */
  readonly stamp: string
  readonly lines: ReadonlyMap<string, OpenLine>
  readonly dues: ReadonlyMap<string, KnownDue>
  /** paid into the bank, and waiting for a line that proves it */
  readonly banked: readonly LedgerEntry[]
  readonly plan: Plan
  readonly verdicts: ReadonlyMap<string, LineVerdict>
}

/**
 * `at`: lines and dues of the operators that `by` serves, settled; remembered until ledger, journal, accounts or aliases move.
 * On the writer only before anything is written: what a transaction rolls back must not be remembered.
 */
export const settlingWorlds = () => {
  const dues = knownDues()
  const remembered = new Map<string, SettlingWorld>()
  const stampAt = async (db: Db, today: PlainDate): Promise<string> => `${today} ${await stampOf(db)}`
  const at = async (db: Db, by: Actor, today: PlainDate): Promise<SettlingWorld> => {
    const who = JSON.stringify(by.operators)
    const stamp = await stampAt(db, today)
    const before = remembered.get(who)
    if (before?.stamp === stamp) return before
    const lines = await openLines(db, by)
    const free = lines.filter(line => line.waits === undefined).map(payerLine)
    const known = await dues(db, addDays(today, -LOOKING_BACK), numbersNamed(free))
    const served = known.filter(due => serves(by, due.operator))
    const plan = settle(free, served)
    const world: SettlingWorld = {
      stamp,
      lines: new Map(lines.map(line => [line.row.id, line])),
      dues: new Map(served.map(due => [due.caseNumber, due])),
      banked: (await instrumentBook(db)(by)).banked,
      plan,
      verdicts: new Map(plan.lines.map(verdict => [verdict.line, verdict])),
    }
    remembered.delete(who)
    remembered.set(who, world)
    for (const oldest of [...remembered.keys()].slice(0, -MOST_REMEMBERED)) remembered.delete(oldest)
    return world
  }
  return { at, stamp: stampAt }
}
export type ReadWorld = ReturnType<typeof settlingWorlds>

/** A number finds its case however long ago that ended. */
const numbersNamed = (lines: readonly PayerLine[]): string[] => [
  ...new Set(
    lines.flatMap(({ payer, payerCode = '', edi = '', description = '' }) =>
      [payer, payerCode, edi, description].flatMap(text => numbersInText(folded(text)).valid),
    ),
  ),
]

const stampOf = async (db: Db): Promise<string> => {
  const entries = await ledgerOf(db).last()
  const events = await db
    .select({ last: max(journal.position) })
    .from(journal)
    .get()
  const aliases = await db
    .select({ n: sql<number>`count(*)`, last: max(payerAliases.at), forgotten: max(payerAliases.forgottenAt) })
    .from(payerAliases)
    .get()
  const accounts = await db.select({ id: bankAccounts.id, operators: bankAccounts.operators }).from(bankAccounts)
  return JSON.stringify([entries, events?.last, aliases, accounts])
}
