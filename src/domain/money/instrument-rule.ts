import { z } from 'zod'
import type { PlainDate } from '../day.ts'
import { several } from '../fields.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Actor, Body, Role } from '../rule.ts'
import type { Instruments } from './instruments.ts'
import type { LedgerEntry, Movement } from './ledger-entry.ts'

/** All that a decision about paper and coins may know; only of the operators that `by` serves. */
export interface InstrumentContext {
  readonly today: PlainDate
  readonly by: Actor
  readonly book: Instruments
  /** the entry that an act names */
  readonly entry?: LedgerEntry
  /** what is still 仮受金 of the credit line that an act names, and the line's own facts */
  readonly line?: { readonly id: string; readonly rest: number; readonly account: string; readonly date: PlainDate }
  /** ids of bank accounts into which this operator's money is paid */
  readonly accountsOf: (operator: string) => readonly string[]
  /** ids of staff who may count for this operator */
  readonly countersOf: (operator: string) => readonly string[]
  readonly knowsOperator: (operator: string) => boolean
  readonly operatorOf: (caseNumber: string) => string | null
}

export interface InstrumentRule<S extends z.ZodObject = z.ZodObject> {
  readonly by: readonly Role[]
  readonly body: S
  decide(body: Body<z.output<S>>, ctx: InstrumentContext): readonly Movement[] | Refusal
}

export const instrumentRule = <S extends z.ZodObject>(given: InstrumentRule<S>): InstrumentRule<S> => given

/** At least one. */
export const some = <S extends z.ZodType>(schema: S) => several(schema).refine(rows => rows.length > 0, 'required')

export const operatorField = () => z.string().min(1, 'required').max(60)

export const inFuture = (on: PlainDate, { today }: InstrumentContext): Refusal | null =>
  on > today ? refuse('date_in_future', { field: 'on', about: { day: on } }) : null

export const unknownOperator = (operator: string, { knowsOperator }: InstrumentContext): Refusal | null =>
  knowsOperator(operator) ? null : refuse('unknown_operator', { field: 'operator' })
