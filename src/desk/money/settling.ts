import { todayIn } from '../../domain/day.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { lineRuleOf } from '../../domain/money/line-acts.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { type Allocation, type AllocationPart, allocating } from './allocating.ts'
import { type Confirmation, confirming } from './confirming.ts'
import { instrumentBook } from './instrument-book.ts'
import type { KnownDue } from './known-dues.ts'
import { type LateMoney, lateMoney } from './late-money.ts'
import { ledgerOf } from './ledger.ts'
import { lineActing } from './line-acts.ts'
import { allocationsIn, type LineAllocation, namesOfCases } from './line-allocations.ts'
import { type LineFile, lineBook } from './line-book.ts'
import { lineBooking, maySettle, type Together } from './line-booking.ts'
import { lineSearchKeys } from './line-search-keys.ts'
import { aliasAt, aliasesOfCase, forgetAliasAt, type PayerAlias } from './payer-aliases.ts'
import { fitting, type PlannedLine, plannedLine, plannedLines, type SettlingFilter } from './planned-line.ts'
import { noFor, type Settled } from './settled.ts'
import { type SettledToday, settledToday } from './settled-today.ts'
import { settlingWorlds } from './settling-world.ts'
import { type SuspenseRow, suspenseRows } from './suspense.ts'

export interface SettlingPlan {
  readonly fingerprint: string
  readonly lines: readonly PlannedLine[]
  /** open, owing, and no line is proposed for it */
  readonly unpaid: readonly KnownDue[]
  /** over all lines that `by` serves, whatever the filter; `rest` in yen */
  readonly open: { readonly lines: number; readonly rest: number }
  readonly settled: readonly SettledToday[]
}

export interface LineView {
  readonly file: LineFile
  /** null: nothing is left of it, or it waits for something else */
  readonly planned: PlannedLine | null
  readonly allocations: readonly (LineAllocation & { readonly name: string | null })[]
  readonly aliases: readonly PayerAlias[]
  /** deposits of cash and 定額小為替 that this line proves: what was paid in, and the entry that ties it to the line */
  readonly proves: readonly { readonly banked: LedgerEntry; readonly link: LedgerEntry }[]
}

export type { PlannedLine, SettlingFilter } from './planned-line.ts'

/** 入金消込. What `by` does not serve is not there; without the role of a cashier every writing is 'not_allowed'. */
export interface Settling {
  plan(filter: SettlingFilter, by: Actor): Promise<SettlingPlan>
  /** Each line in a transaction of its own, in the order given; answers in the same order, one a line. */
  confirm(asked: readonly Confirmation[], by: Actor): Promise<Settled[]>
  /** All parts or none. `note` is written beside the line once they are booked. */
  allocate(
    line: string,
    parts: readonly AllocationPart[],
    by: Actor,
    how?: { learn?: boolean; note?: string },
  ): Promise<Settled>
  release(line: string, caseNumber: string, receipt: string, reason: string | null, by: Actor): Promise<Settled>
  /** Takes back all that one confirmation booked, in one transaction. */
  undo(line: string, booked: readonly Allocation[], by: Actor): Promise<Settled>
  /** False where there is no such alias, or not for this person. */
  forgetAlias(id: string, by: Actor): Promise<boolean>
  line(id: string, by: Actor): Promise<LineView | null>
  /** Cases that money may be given to, by name, kana, amount or number; open ones that owe first, at most `limit`. */
  dues(filter: Omit<SettlingFilter, 'account'>, by: Actor, limit: number): Promise<KnownDue[]>
  /** Money for closed cases, for 今日の仕事 of a cashier. */
  late(by: Actor): Promise<LateMoney[]>
  /** Open 仮受金, the oldest first. */
  suspense(filter: SettlingFilter, by: Actor): Promise<SuspenseRow[]>
}

export const settling = (parts: {
  store: Store
  now: () => string
  together: Together
  catchUp: () => Promise<void>
}): Settling => {
  const { store, now, together, catchUp } = parts
  const world = settlingWorlds()
  const keys = lineSearchKeys()
  const booking = lineBooking(parts)
  const confirmations = confirming({ store, now, together, booking, world })
  const hand = allocating({ store, together, booking })
  const acts = lineActing(parts)
  const file = lineBook(store.read)
  const today = () => todayIn(now())
  const worldFor = (by: Actor) => world.at(store.read, by, today())

  const released = async (
    line: string,
    given: readonly Allocation[],
    reason: string | null,
    by: Actor,
  ): Promise<Settled> => {
    await catchUp()
    const done = await hand.release(line, given, reason, by)
    if (done.ok) confirmations.forget(line)
    return done
  }

  const provedBy = async (entries: readonly LedgerEntry[], by: Actor): Promise<LineView['proves']> => {
    if (!entries.some(({ kind, body }) => kind === 'linked' && body?.of !== undefined)) return []
    const { proved } = await instrumentBook(store.read)(by)
    const links = [...proved].filter(([, link]) => entries.some(({ seq }) => seq === link.seq))
    const paid = await Promise.all(links.map(([of]) => ledgerOf(store.read).read({ after: of - 1, upTo: of })))
    return links.flatMap(([, link], at) => (paid[at] ?? []).map(banked => ({ banked, link })))
  }

  return {
    plan: async (filter, by) => {
      const found = await worldFor(by)
      const lines = plannedLines(found)
      const fits = fitting(filter, keys)
      const free = new Set(
        found.plan.dues.filter(({ bucket }) => bucket === 'open').map(({ caseNumber }) => caseNumber),
      )
      return {
        fingerprint: found.plan.fingerprint,
        lines: lines.filter(each => fits.line(each, each.dues)),
        unpaid: [...found.dues.values()].filter(due => free.has(due.caseNumber) && fits.due(due)),
        open: { lines: lines.length, rest: lines.reduce((sum, { row }) => sum + (row.rest ?? 0), 0) },
        settled: await settledToday(store.read, by, today()),
      }
    },
    confirm: async (asked, by) => {
      await catchUp()
      return confirmations.confirm(asked, by)
    },
    allocate: async (line, rows, by, { learn = false, note } = {}) => {
      await catchUp()
      const noted = note !== undefined && note.trim() !== ''
      // A note that cannot be kept stops the booking: its money would be booked and the words lost.
      if (noted && !lineRuleOf('noteLine').body.safeParse({ note }).success) return noFor(line)('note_wrong')
      const done = await hand.allocate(line, rows, by, learn)
      if (done.ok && noted) await acts.lineAct(line, 'noteLine', { note }, by)
      return done
    },
    release: (line, caseNumber, receipt, reason, by) => released(line, [{ caseNumber, receipt }], reason, by),
    undo: (line, booked, by) => released(line, booked, null, by),
    forgetAlias: async (id, by) =>
      maySettle(by) &&
      store.transaction(async () => {
        const found = await aliasAt(store.write, id)
        if (found === null || (by.operators !== 'all' && !by.operators.includes(found.operator))) return false
        await forgetAliasAt(store.write, id, now())
        return true
      }),
    line: async (id, by) => {
      const found = await file(id, by)
      if (found === null) return null
      const here = await worldFor(by)
      const verdict = here.verdicts.get(id)
      const allocations = allocationsIn(found.entries)
      const numbers = allocations.map(each => each.caseNumber)
      const names = await namesOfCases(store.read, numbers, by)
      const aliases: PayerAlias[] = []
      for (const number of names.keys()) aliases.push(...(await aliasesOfCase(store.read, number)))
      return {
        file: found,
        planned: (verdict && plannedLine(here, verdict)) ?? null,
        allocations: allocations.map(each => ({ ...each, name: names.get(each.caseNumber) ?? null })),
        aliases,
        proves: await provedBy(found.entries, by),
      }
    },
    dues: async (filter, by, limit) =>
      [...(await worldFor(by)).dues.values()]
        .filter(fitting(filter, keys).due)
        .sort((a, b) => Number(b.outstanding > 0) - Number(a.outstanding > 0))
        .slice(0, limit),
    late: by => lateMoney(store.read, by),
    suspense: async (filter, by) => {
      const found = await worldFor(by)
      const rows = await suspenseRows(store.read, found, today())
      const fits = fitting(filter, keys)
      return rows.filter(row => fits.line(row, []))
    },
  }
}
