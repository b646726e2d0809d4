import { todayIn } from '../../domain/day.ts'
import { lineRuleOf } from '../../domain/money/line-acts.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { type Allocation, type AllocationPart, allocating } from './allocating.ts'
import { type Confirmation, confirming } from './confirming.ts'
import type { KnownDue } from './known-dues.ts'
import { type LateMoney, lateMoney } from './late-money.ts'
import { lineActing } from './line-acts.ts'
import { lineBook } from './line-book.ts'
import { lineBooking, maySettle, type Together } from './line-booking.ts'
import { lineSearchKeys } from './line-search-keys.ts'
import { type LineView, lineView } from './line-view.ts'
import { aliasAt, forgetAliasAt } from './payer-aliases.ts'
import { fitting, type SettlingFilter } from './planned-line.ts'
import { noFor, type Settled } from './settled.ts'
import { type SettlingPlan, settlingPlan } from './settling-plan.ts'
import { settlingWorlds } from './settling-world.ts'
import { type SuspenseRow, suspenseRows } from './suspense.ts'

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

  return {
    plan: async (filter, by) => settlingPlan(store.read, { world: await worldFor(by), keys, filter }, by, today()),
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
      return found && lineView(store.read, found, await worldFor(by), by)
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
