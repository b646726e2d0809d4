import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Issue } from '../../banks/issue.ts'
import type { IssueCode } from '../../banks/issue-words.ts'
import type { BankAccount, DateMode, UnknownTable } from '../../banks/statement.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import type { AccountRow } from './bank-accounts.ts'
import { bookingDays } from './booking-days.ts'
import { isCopy } from './statement-copies.ts'
import { type Gap, gapsOf, type Period, periodOf } from './statement-gaps.ts'
import type { ReadFile } from './statement-layouts.ts'
import { accountAt, type Chosen, type Place, placeOf } from './statement-places.ts'
import type { SortedLine } from './statement-sameness.ts'
import { sortedLines } from './statement-sorting.ts'
import { type Unproven, unprovenIn } from './statement-unproven.ts'
import { statements } from './tables-money.ts'

export interface PreviewAccount {
  /** index of the account in the file, from 0 */
  readonly nth: number
  readonly named: BankAccount
  readonly place: Place
  readonly period: Period | null
  readonly dateMode: DateMode | null
  /** in the file's order; none is known while it is not decided whose they are */
  readonly lines: readonly SortedLine[]
  readonly newestFirst: boolean
  readonly gaps: readonly Gap[]
  /** new lines of months that are closed or before the books: the ledger dates their money on `bookedOn` */
  readonly late: { readonly lines: number; readonly bookedOn: PlainDate } | null
}

/** What a file would bring. Nothing of it is stored. */
export interface Preview {
  readonly format: string
  readonly accounts: readonly PreviewAccount[]
  readonly issues: readonly Issue[]
  /** the first rows of a file that nobody knows */
  readonly table: UnknownTable | null
  /** statements that were made from the very same bytes */
  readonly before: readonly {
    readonly id: string
    readonly account: string
    readonly at: string
    readonly by: string
  }[]
  /** the calendar of two-digit years must be said */
  readonly asksCalendar: boolean
  /** why the file does not prove itself: to be imported all the same it needs a reason */
  readonly unproven: readonly Unproven[]
}

const calendars: readonly IssueCode[] = ['date_mode_unclear', 'date_mode_changed']

export interface Choices {
  /** by index of the account in the file */
  readonly accounts?: readonly Chosen[]
  readonly dateMode?: DateMode
  /** records that are payments of their own, although the account has equal ones */
  readonly separate?: readonly number[]
}

interface Known {
  readonly accounts: readonly AccountRow[]
  readonly today: PlainDate
  readonly sha256: string
  /** id of the account whose columns the file was read with */
  readonly likely: string | null
}

export const previewOf = async (
  db: Db,
  file: ReadFile,
  choices: Choices,
  by: Actor,
  { accounts: all, today, sha256, likely }: Known,
): Promise<Preview> => {
  const places = file.accounts.map(
    (account, nth): Place =>
      isCopy(file.accounts, nth)
        ? { state: 'skipped' }
        : placeOf(account, all, by, { chosen: choices.accounts?.[nth], likely }),
  )
  const separate = new Set(choices.separate ?? [])
  const sorted = await sortedLines(db, file.accounts, places, separate)
  const dayOf = await bookingDays(db).bookings(today)
  const accounts: PreviewAccount[] = []
  for (const [nth, account] of file.accounts.entries()) {
    const place = places[nth] ?? { state: 'skipped' }
    const period = periodOf(account)
    const own = accountAt(place)
    accounts.push({
      nth,
      named: account.account,
      place,
      period,
      dateMode: account.dateMode ?? null,
      lines: sorted[nth] ?? [],
      newestFirst: account.order === 'newest_first',
      gaps: own && period ? await gapsOf(db, own.id, period) : [],
      late: lateIn(sorted[nth] ?? [], dayOf),
    })
  }
  const mine = all.filter(account => account.operators.some(id => by.operators === 'all' || by.operators.includes(id)))
  return {
    format: file.format,
    accounts,
    issues: file.issues,
    table: file.table ?? null,
    before: await db
      .select({ id: statements.id, account: statements.account, at: statements.at, by: statements.by })
      .from(statements)
      .where(
        and(
          eq(statements.sha256, sha256),
          inArray(
            statements.account,
            mine.map(({ id }) => id),
          ),
        ),
      )
      .orderBy(asc(statements.at)),
    asksCalendar: choices.dateMode === undefined && file.issues.some(({ code }) => calendars.includes(code)),
    unproven: unprovenIn(file, today),
  }
}

const lateIn = (lines: readonly SortedLine[], dayOf: (on: PlainDate) => PlainDate): PreviewAccount['late'] => {
  const late = lines.filter(({ line, known }) => known === null && dayOf(line.date) !== line.date)
  const [first] = late
  return first === undefined ? null : { lines: late.length, bookedOn: dayOf(first.line.date) }
}
