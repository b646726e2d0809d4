import type { Refusal } from '../../domain/refusal.ts'
import type { Yen } from '../../domain/yen.ts'

/** Why the money of a line was not given to a case. */
export const settlingNos = [
  'not_allowed',
  'unknown_line',
  'line_is_debit',
  'line_cancelled',
  'line_waits',
  /** somebody else was quicker; `about.by` is their staff id */
  'already_settled',
  'world_moved',
  /** several cases are tied, or there is none: a person has to choose */
  'not_decided',
  'no_parts',
  'amount_wrong',
  'note_wrong',
  'exceeds_line',
  'case_twice',
  'unknown_case',
  'other_operator',
  /** more than the case owes, without the word that it be held there */
  'exceeds_owed',
  'unknown_allocation',
  /** the case's own rules say no: see `refusal` */
  'case_refused',
] as const
export type SettlingNo = (typeof settlingNos)[number]

/** What was booked on a case. `linked`: a receipt booked by hand was proved; else a new one was made. */
export interface Booking {
  readonly caseNumber: string
  readonly receipt: string
  readonly amount: Yen
  /** of a new receipt: yen that lie with the case as 預り金, for they may not be applied */
  readonly held?: Yen
  readonly linked?: true
}

export interface NotSettled {
  readonly ok: false
  readonly line: string
  readonly no: SettlingNo
  readonly about?: Readonly<Record<string, string | number>>
  readonly refusal?: Refusal
}

/** One line's answer. `repeated`: the very same confirmation was carried out before; nothing was booked again. */
export type Settled =
  | { readonly ok: true; readonly line: string; readonly booked: readonly Booking[]; readonly repeated?: true }
  | NotSettled

/** Rolls the transaction of one line back and carries the answer out of it. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled'
  readonly answer: NotSettled
  constructor(answer: NotSettled) {
    super(answer.no)
    this.answer = answer
  }
}

export const noFor =
  (line: string) =>
  (no: SettlingNo, about?: NotSettled['about'], refusal?: Refusal): NotSettled => ({
    ok: false,
    line,
    no,
    ...(about && { about }),
    ...(refusal && { refusal }),
  })
