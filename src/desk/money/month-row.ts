import { type PlainDate, todayIn } from '../../domain/day.ts'
import { type Month, type MonthClosing, type MonthRefusal, monthOf } from '../../domain/money/closing.ts'
import type { MonthSheet } from '../../domain/money/month-sheet.ts'
import type { Signed } from '../../letters/month-sheet.ts'
import type { SheetNames } from '../../letters/month-sheet-rows.ts'
import type { Db } from '../open-store.ts'
import type { EarlyLine } from './early-lines.ts'
import { staffNames } from './month-names.ts'

export interface MonthRow {
  readonly month: Month
  /** running: not over yet; open: to be prepared */
  readonly state: 'running' | 'open' | 'prepared' | 'signed'
  /** the oldest that is not signed */
  readonly next: boolean
  readonly prepared?: Signed
  readonly signed?: Signed
}

export interface MonthShown extends MonthRow {
  readonly sheet: MonthSheet
  /** lines of the bank that are older than the month in which their money was booked */
  readonly early: readonly EarlyLine[]
  readonly names: SheetNames
  /** of the ledger as it stands now; goes back with the signature */
  readonly hash: string
  /** prepared, but the ledger has moved since */
  readonly moved: boolean
  readonly bars: { readonly prepare: MonthRefusal | null; readonly sign: MonthRefusal | null }
}

/** `name`: of a staff id. `next`: the month that is to be closed next. */
export const monthRow = (
  month: Month,
  closing: MonthClosing | null,
  { next, today, name }: { next: Month | null; today: PlainDate; name: (id: string) => string },
): MonthRow => {
  const told = ({ by, at }: { by: string; at: string }): Signed => ({ name: name(by), on: todayIn(at) })
  return {
    month,
    state: closing?.signed ? 'signed' : month >= monthOf(today) ? 'running' : closing ? 'prepared' : 'open',
    next: month === next,
    ...(closing && { prepared: told(closing.prepared) }),
    ...(closing?.signed && { signed: told(closing.signed) }),
  }
}

/** Names of all who stand for these closings, and of some more. */
export const namesIn = (db: Db, closings: readonly (MonthClosing | null)[], ...more: readonly string[]) =>
  staffNames(db, [
    ...closings.flatMap(closing => (closing ? [closing.prepared.by, closing.signed?.by ?? ''] : [])),
    ...more,
  ])
