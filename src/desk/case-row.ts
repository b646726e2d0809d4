import type { Case } from '../domain/case.ts'
import { mayBeSued, reckonCase, suitPossibleFrom } from '../domain/clock.ts'
import { answerIsOut } from '../domain/closing.ts'
import type { PlainDate } from '../domain/day.ts'
import { standing } from '../domain/decision.ts'
import type { RequestKind } from '../domain/kinds.ts'
import { searchKey } from '../domain/names.ts'
import { nextSteps, type Step, type StepCode } from '../domain/next-steps.ts'
import { fullKana, fullName, type Person } from '../domain/person.ts'
import { type Context, openKinds, type Role } from '../domain/rule.ts'
import { openRound } from '../domain/supplement.ts'
import { type CaseBook, caseBook } from './case-book.ts'
import type { cases } from './tables.ts'

/** One line of a list. `dueOn`: the next internal date; `name` and `kana` are null once erased. */
export interface CaseRow {
  readonly number: string
  readonly operator: string
  readonly name: string | null
  readonly kana: string | null
  readonly kinds: readonly RequestKind[]
  readonly arrivedOn: PlainDate | null
  readonly suitPossibleFrom: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly step: StepCode
  readonly stepBy: Role
  readonly stepDueOn: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly steps: readonly Step[]
  readonly book: CaseBook
}

/** Raise it when the projections of a case hold something new: every case is then derived again at the next start. */
export const SHAPE = 3

export type CaseRecord = typeof cases.$inferSelect

/** The projection of a case, derived whole from its fold, its subject and the day: equal inputs give equal rows. */
export const caseRecord = (
  kase: Case & { readonly number: string },
  subject: Person | null,
  now: Pick<Context, 'today' | 'policyOn' | 'calendar'>,
  last: { readonly at: string; readonly position: number },
): CaseRecord => {
  const steps = nextSteps(kase, now)
  const [first] = steps
  const { intake, closing } = kase
  return {
    number: kase.number,
    operator: intake.operator,
    policy: intake.policy,
    requester: intake.requester,
    name: subject && fullName(subject),
    kana: subject && fullKana(subject),
    kinds: JSON.stringify(intake.arrivedOn === undefined ? (kase.formRequest?.kinds ?? []) : intake.kinds),
    arrivedOn: intake.arrivedOn ?? null,
    trackingNumber: intake.trackingNumber ?? null,
    suitPossibleFrom: intake.arrivedOn !== undefined && mayBeSued(kase) ? suitPossibleFrom(intake.arrivedOn) : null,
    step: first.code,
    stepBy: first.by,
    stepDueOn: first.dueOn ?? null,
    dueOn: nextInternalDate(kase, now),
    steps: JSON.stringify(steps),
    closedOn: closing.closedOn ?? null,
    erasedOn: closing.erasedOn ?? null,
    updatedAt: last.at,
    seq: kase.seq,
    position: last.position,
    projectedOn: now.today,
    nameKey: subject && searchKey(fullName(subject)),
    book: JSON.stringify(caseBook(kase)),
    shape: SHAPE,
  }
}

/** What the desk has promised itself next: to ask for what is missing, to decide, to post; null when nothing is. */
const nextInternalDate = (kase: Case, now: Pick<Context, 'today' | 'policyOn' | 'calendar'>): PlainDate | null => {
  if (kase.closing.closedOn !== undefined || kase.closing.erasedOn !== undefined) return null
  const waiting = openKinds(kase).filter(kind => !answerIsOut(kase, kind))
  const dates = reckonCase(kase, now)?.internal
  if (dates === undefined || waiting.length === 0) return null
  const asks = kase.intake.missing.length > 0 && openRound(kase.supplements) === undefined
  const decided = waiting.every(kind => standing(kase, kind)?.state === 'approved')
  const name = asks ? 'supplement' : decided ? 'post' : 'decide'
  return dates.find(each => each.name === name)?.date ?? null
}

export const caseRowOf = (record: CaseRecord): CaseRow => ({
  number: record.number,
  operator: record.operator,
  name: record.name,
  kana: record.kana,
  kinds: JSON.parse(record.kinds) as RequestKind[],
  arrivedOn: record.arrivedOn as PlainDate | null,
  suitPossibleFrom: record.suitPossibleFrom as PlainDate | null,
  dueOn: record.dueOn as PlainDate | null,
  step: record.step as StepCode,
  stepBy: record.stepBy as Role,
  stepDueOn: record.stepDueOn as PlainDate | null,
  closedOn: record.closedOn as PlainDate | null,
  steps: JSON.parse(record.steps) as Step[],
  book: JSON.parse(record.book) as CaseBook,
})
