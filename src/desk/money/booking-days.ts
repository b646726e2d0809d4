import { desc, gte, isNotNull, min, sql } from 'drizzle-orm'
import { type PlainDate, todayIn } from '../../domain/day.ts'
import { booksFrom, firstOf, type Month, monthAfter, monthOf } from '../../domain/money/closing.ts'
import { bookedOn } from '../../domain/money/ledger-entry.ts'
import type { Db } from '../open-store.ts'
import { bankAccounts, ledger, monthClosings } from './tables-money.ts'

/** Which days are open for booking: not before the books begin, not in a month that is signed. */
export const bookingDays = (db: Db) => {
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

  return { startOn, openFrom, bookings }
}
