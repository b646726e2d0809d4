import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Issue } from '../../banks/issue.ts'
import type { IssueCode } from '../../banks/issue-words.ts'
import type { BankAccount, DateMode, StatementAccount, StatementLine, UnknownTable } from '../../banks/statement.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import type { AccountRow } from './bank-accounts.ts'
import { bookingDays } from './booking-days.ts'
import { type Gap, gapsOf, type Period } from './statement-gaps.ts'
import type { ReadFile } from './statement-layouts.ts'
import { accountAt, type Chosen, type Place, placeOf } from './statement-places.ts'
import { type SortedLine, sortLines } from './statement-sameness.ts'
import { statementLines, statements } from './tables-money.ts'

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

export type Unproven = IssueCode | 'date_in_future'

/** Records that gave no line are missing, but these are none: a number without a movement, not yet booked, not yen. */
const noLoss: readonly IssueCode[] = ['number_skipped', 'entry_pending', 'foreign_currency']
const noProof: readonly IssueCode[] = [
  ...(['trailer_count', 'trailer_sum', 'trailer_missing', 'end_count', 'end_missing', 'truncated'] as const),
  ...(['xml_cut', 'balance_gap', 'date_out_of_range', 'quote_unclosed', 'header_missing'] as const),
]
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
  const sorted = await sortedBy(db, file.accounts, places, separate)
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
  const told = new Set(file.issues.map(issue => issue.code))
  const lost = file.issues.filter(issue => issue.level === 'lost' && !noLoss.includes(issue.code))
  const future = file.accounts.some(({ lines }) => lines.some(line => line.date > today))
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
    asksCalendar: choices.dateMode === undefined && calendars.some(code => told.has(code)),
    unproven: [
      ...new Set<Unproven>([
        ...noProof.filter(code => told.has(code)),
        ...lost.map(issue => issue.code),
        ...(future ? (['date_in_future'] as const) : []),
      ]),
    ],
  }
}

/** First and last day and the balances around them; null for an account without lines and without a period. */
export const periodOf = ({ from, to, lines, openingBalance, closingBalance }: StatementAccount): Period | null => {
  let [first, last] = [from, to]
  for (const { date } of lines) {
    if (first === undefined || date < first) first = date
    if (last === undefined || date > last) last = date
  }
  if (first === undefined || last === undefined) return null
  return { from: first, to: last, opening: openingBalance ?? null, closing: closingBalance ?? null }
}

const lateIn = (lines: readonly SortedLine[], dayOf: (on: PlainDate) => PlainDate): PreviewAccount['late'] => {
  const late = lines.filter(({ line, known }) => known === null && dayOf(line.date) !== line.date)
  const [first] = late
  return first === undefined ? null : { lines: late.length, bookedOn: dayOf(first.line.date) }
}

/** The same block of the same account once more, as when a file was appended to itself: its money came once. */
const isCopy = (accounts: readonly StatementAccount[], nth: number): boolean => {
  const block = accounts[nth]
  return block !== undefined && block.lines.length > 0 && accounts.slice(0, nth).some(each => isSameBlock(each, block))
}

const isSameBlock = (a: StatementAccount, b: StatementAccount): boolean =>
  isDeepStrictEqual(a.account, b.account) &&
  a.from === b.from &&
  a.to === b.to &&
  a.openingBalance === b.openingBalance &&
  a.lines.length === b.lines.length &&
  a.lines.every((line, at) => isDeepStrictEqual(withoutPlace(line), withoutPlace(b.lines[at])))

const withoutPlace = (line: StatementLine | undefined) =>
  line && { ...line, record: 0, position: 0, cancels: line.cancels?.why, cancelledBy: undefined }

/** Accounts of one file that are the same account of the desk count their equal lines together. */
const sortedBy = async (
  db: Db,
  accounts: readonly StatementAccount[],
  places: readonly Place[],
  separate: ReadonlySet<number>,
): Promise<SortedLine[][]> => {
  const sorted: SortedLine[][] = accounts.map(({ lines }) => sortLines(lines, []))
  const groups = Map.groupBy(places.keys(), nth => accountAt(places[nth] ?? { state: 'skipped' })?.id ?? '')
  for (const [id, group] of groups) {
    if (id === '') continue
    const lines = group.flatMap(nth => accounts[nth]?.lines ?? [])
    const all = sortLines(lines, await storedLines(db, id, lines), separate)
    let at = 0
    for (const nth of group) {
      const count = accounts[nth]?.lines.length ?? 0
      sorted[nth] = all.slice(at, at + count)
      at += count
    }
  }
  return sorted
}

const storedLines = async (db: Db, account: string, lines: readonly StatementLine[]) => {
  const days = lines.map(line => line.date).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const { id, sameness, date } = statementLines
  return db
    .select({ id, sameness })
    .from(statementLines)
    .where(and(eq(statementLines.account, account), gte(date, first), lte(date, last)))
    .orderBy(asc(id))
}
