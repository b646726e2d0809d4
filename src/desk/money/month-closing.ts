import { createHash } from 'node:crypto'
import { asc } from 'drizzle-orm'
import { type Month, type MonthClosing, type MonthFacts, monthAfter, monthOf } from '../../domain/money/closing.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { isProved, type MonthSheet, monthSheet } from '../../domain/money/month-sheet.ts'
import { ledgerText } from '../../domain/money/month-sheet-text.ts'
import type { Db } from '../open-store.ts'
import { bookingDays } from './booking-days.ts'
import { ledgerOf } from './ledger.ts'
import { monthClosings } from './tables-money.ts'

export interface Ledgers {
  readonly entries: readonly LedgerEntry[]
  readonly closings: ReadonlyMap<Month, MonthClosing & { readonly sheet: string | null }>
  /** of the books; null while the desk has no bank account */
  readonly start: Month | null
}

/** The whole ledger and every closing, on one connection. */
export const readLedgers = async (db: Db): Promise<Ledgers> => {
  const rows = await db.select().from(monthClosings).orderBy(asc(monthClosings.month))
  const start = await bookingDays(db).startOn()
  return {
    start: start && monthOf(start),
    entries: await ledgerOf(db).read(),
    closings: new Map(
      rows.map(row => [
        row.month as Month,
        {
          month: row.month as Month,
          prepared: { by: row.preparedBy, at: row.preparedAt },
          hash: row.hash,
          ...(row.signedBy !== null && row.signedAt !== null && { signed: { by: row.signedBy, at: row.signedAt } }),
          sheet: row.sheet,
        },
      ]),
    ),
  }
}

export const hashOf = (entries: readonly LedgerEntry[], month: Month): string =>
  createHash('sha256').update(ledgerText(entries, month)).digest('hex')

/**
 * The month with the first entry, or the first of the books where that is later (what was booked before they had a start is carried
 * into it) and none before it was signed; null where nothing was ever booked.
 */
export const firstMonth = ({ entries, closings, start }: Ledgers): Month | null => {
  const first = entries.reduce<LedgerEntry | null>(
    (least, entry) => (least && least.on <= entry.on ? least : entry),
    null,
  )
  const month = first && monthOf(first.on)
  const signed = [...closings.values()].some(closing => closing.signed !== undefined)
  return month !== null && start !== null && month < start && !signed ? start : month
}

/** The oldest month that is not signed; null where nothing was ever booked. */
export const nextMonth = (all: Ledgers): Month | null => {
  const last = [...all.closings.values()].findLast(closing => closing.signed !== undefined)
  return last ? monthAfter(last.month) : firstMonth(all)
}

export interface MonthFound {
  readonly sheet: MonthSheet
  readonly closing: (MonthClosing & { readonly sheet: string | null }) | null
  readonly facts: Omit<MonthFacts, 'today' | 'by'>
}

export const findMonth = (all: Ledgers, month: Month): MonthFound => {
  const sheet = monthSheet(all.entries, { month })
  const closing = all.closings.get(month) ?? null
  const hash = hashOf(all.entries, month)
  return { sheet, closing, facts: { next: nextMonth(all), closing, hash, proved: isProved(sheet) } }
}
