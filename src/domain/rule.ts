import type { z } from 'zod'
import type { Calendar } from './calendar.ts'
import type { Case, CaseEvent } from './case.ts'
import type { CaseNumber } from './case-number.ts'
import type { PlainDate } from './day.ts'
import type { Kept } from './kept.ts'
import type { Letter, Print } from './letter.ts'
import type { Policy } from './operator.ts'
import type { Person } from './person.ts'
import { type Refusal, refuse } from './refusal.ts'

export const roles = ['reception', 'cashier', 'approver', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

/** A person of the desk, as the session, the token or the shell vouches for them. */
export interface Actor {
  readonly id: string
  /** as the 受付票 names the clerk */
  readonly name?: string
  readonly roles: readonly Role[]
  readonly operators: readonly string[] | 'all'
}

/** All that a decision may know besides the case: no clock and no store is read inside. */
export interface Context {
  readonly now: string
  readonly today: PlainDate
  readonly by: Actor
  readonly calendar: Calendar
  /** `recorded`: id of the terms that a case was taken in under; those of the day only where they are gone */
  readonly policyOn: (operator: string, on: PlainDate, recorded?: string) => Policy | null
  readonly knowsOperator: (operator: string) => boolean
  /** the number a case gets if this command opens it */
  readonly number: CaseNumber
  /** what a frozen letter would be printed as now; null where it cannot be printed, or nobody is about to print or pack it */
  readonly printOf: (letter: Letter) => Print | null
  /** the person as taken down before an amendment; null where nobody is about to amend one, or it is erased */
  readonly personOf: (kept: Kept<Person> | undefined) => Person | null
  /** the next number of the operator's own series of this year (R26-00001), taken by the command that drafts with it */
  readonly seriesNumber: (series: PaperSeries) => string
}

/** 領収書 and 窓口受領票 are numbered without gaps, by operator and year. */
export const paperSeries = ['receipt', 'counter_slip'] as const
export type PaperSeries = (typeof paperSeries)[number]

/** Who did it and when: stands in the journal's row, not in the event. */
export interface Entry {
  readonly seq: number
  readonly at: string
  readonly by: string
}

/** A parsed body: fields that were not given are absent, never present as undefined (see `stripped`). */
export type Body<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> : T[K] }

export interface Rule<S extends z.ZodType = z.ZodType> {
  readonly by: readonly Role[]
  readonly body: S
  readonly opens?: true
  /** carried out by the desk itself on what it has made and proved; never sent in from outside */
  readonly inner?: true
  /** Why the verb is not permitted now, whatever the body says; null when it is. */
  when(kase: Case, ctx: Context): Refusal | null
  decide(kase: Case, body: Body<z.output<S>>, ctx: Context): readonly CaseEvent[] | Refusal
}

export const stripped = <T extends object>(body: T): Body<T> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Body<T>

export const rule = <S extends z.ZodType>(given: Rule<S>): Rule<S> => given

export const clerks = ['reception', 'approver', 'admin'] as const satisfies readonly Role[]
export const cashiers = ['cashier', 'reception', 'approver', 'admin'] as const satisfies readonly Role[]
export const approvers = ['approver'] as const satisfies readonly Role[]

/** A legal request has arrived and nothing has ended or frozen it. */
export const whileOpen = (kase: Case): Refusal | null => {
  if (kase.intake.arrivedOn === undefined) return refuse('not_opened')
  return whileAlive(kase)
}

export const whileAlive = (kase: Case): Refusal | null => {
  if (kase.number === null) return refuse('not_opened')
  if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
  if (kase.closing.closedOn !== undefined) return refuse('case_closed')
  if (kase.closing.frozen) return refuse('case_frozen')
  return null
}

/** Money can be booked and given back while a case stands still: the dead owe and are owed too (law.md §9 case 2). */
export const whileBooked = (kase: Case): Refusal | null => {
  const shut = whileAlive(kase)
  return shut?.refused === 'case_frozen' ? null : shut
}

/** As `whileOpen`, but for what makes no sense once the request is withdrawn. */
export const whileWanted = (kase: Case): Refusal | null => {
  const shut = whileOpen(kase)
  if (shut) return shut
  return openKinds(kase).length === 0 ? refuse('case_withdrawn') : null
}

/** Kinds asked for and not withdrawn. */
export const openKinds = (kase: Case) => kase.intake.kinds.filter(kind => !kase.closing.withdrawnKinds.includes(kind))

/** A fact cannot lie in the future, nor before the day on which it became possible. */
export const notYetOrTooEarly = (
  field: string,
  on: PlainDate | undefined,
  ctx: Context,
  earliest?: PlainDate,
): Refusal | null => {
  if (on === undefined) return null
  if (on > ctx.today) return refuse('date_in_future', { field, about: { day: on } })
  if (earliest !== undefined && on < earliest)
    return refuse('date_before_event', { field, about: { day: on, earliest } })
  return null
}
