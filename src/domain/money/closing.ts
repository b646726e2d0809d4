import type { z } from 'zod'
import { addDays, addMonths, day, type PlainDate } from '../day.ts'
import type { Actor } from '../rule.ts'

/** 'YYYY-MM' */
export type Month = string & z.core.$brand<'Month'>

export const isMonth = (text: string): text is Month => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text)
export const monthOf = (on: PlainDate): Month => on.slice(0, 7) as Month
export const firstOf = (month: Month): PlainDate => day(`${month}-01`)
export const lastOf = (month: Month): PlainDate => addDays(addMonths(firstOf(month), 1), -1)
export const monthAfter = (month: Month): Month => monthOf(addMonths(firstOf(month), 1))

const MONTHS_BACK = 12

/**
 * The first day of the books, from the day on which the first account was registered: a year before, so that a desk can bring its
 * current year along. What is older (a line of 1989 in somebody's file) is booked in the first month that has entries, beside its
 * own date; else it would make decades of empty months to be closed, and each has to be signed before the next.
 */
export const booksFrom = (registered: PlainDate): PlainDate => firstOf(monthOf(addMonths(registered, -MONTHS_BACK)))

/** From the first to the last, both included; none where `last` is earlier. */
export const monthsFrom = (first: Month, last: Month): Month[] => {
  const months: Month[] = []
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month)
  return months
}

/** 月次締め as it stands: 作成済み, and 締め済み once `signed` is there. */
export interface MonthClosing {
  readonly month: Month
  readonly prepared: { readonly by: string; readonly at: string }
  /** sha256 (hex) of `ledgerText` of the month, as the preparer saw it */
  readonly hash: string
  readonly signed?: { readonly by: string; readonly at: string }
}

export type MonthRefusal =
  | 'not_allowed'
  | 'month_running'
  | 'month_not_next'
  | 'month_signed'
  | 'month_not_prepared'
  | 'same_person'
  | 'sheet_moved'
  | 'sheet_not_proved'
  | 'sheet_not_printable'

/** What a decision on a month may know. `next`: the oldest month that is not signed; null where the ledger is empty. */
export interface MonthFacts {
  readonly today: PlainDate
  readonly by: Actor
  readonly next: Month | null
  readonly closing: MonthClosing | null
  /** of the sheet as the ledger gives it now */
  readonly hash: string
  readonly proved: boolean
}

/** One ledger for all operators: who serves only some of them cannot vouch for it. */
const mayClose = ({ by }: MonthFacts, ...roles: Actor['roles']): boolean =>
  by.operators === 'all' && by.roles.some(role => roles.includes(role))

const shut = (month: Month, { today, next, closing, proved }: MonthFacts): MonthRefusal | null => {
  if (closing?.signed) return 'month_signed'
  if (month >= monthOf(today)) return 'month_running'
  if (month !== next) return 'month_not_next'
  return proved ? null : 'sheet_not_proved'
}

/** 作成する; again as long as it is not signed. Null when it may be done. */
export const barsPreparing = (month: Month, facts: MonthFacts): MonthRefusal | null =>
  mayClose(facts, 'cashier', 'approver', 'admin') ? shut(month, facts) : 'not_allowed'

/** 承認して締める: by another person, and only what that person was shown: the sheet must still be the same. */
export const barsSigning = (month: Month, facts: MonthFacts): MonthRefusal | null => {
  if (!mayClose(facts, 'approver')) return 'not_allowed'
  const no = shut(month, facts)
  if (no !== null) return no
  const { closing, by, hash } = facts
  if (closing === null) return 'month_not_prepared'
  if (closing.prepared.by === by.id) return 'same_person'
  return closing.hash === hash ? null : 'sheet_moved'
}
