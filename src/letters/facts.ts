import type { Case } from '../domain/case.ts'
import type { Reckoning } from '../domain/clock.ts'
import type { PlainDate } from '../domain/day.ts'
import type { Decision } from '../domain/decision.ts'
import type { Kept } from '../domain/kept.ts'
import type { Letter } from '../domain/letter.ts'
import type { Step } from '../domain/next-steps.ts'
import type { DeskAddress, Operator, Policy } from '../domain/operator.ts'
import type { Person } from '../domain/person.ts'

/** All that a letter may say of a case, with its particulars revealed. */
export interface LetterFacts {
  readonly kase: Case
  readonly letter: { readonly id: string; readonly decision?: string }
  readonly policy: Policy
  readonly operator: Operator
  readonly subject: Person | null
  readonly agent: Person | null
  /** a kept value, or null where it was erased */
  readonly texts: (kept: Kept<unknown> | undefined) => unknown
  readonly reckoning: Reckoning | null
  readonly steps: readonly Step[]
  readonly clerk: string
  readonly today: PlainDate
}

export type Value = string | boolean | Value[] | { [field: string]: Value }
export type Values = { [field: string]: Value }

/** The letter as the case holds it: drafted, with its reader and enclosures. */
export const letterOf = ({ kase, letter }: LetterFacts): Letter | undefined =>
  kase.letters.find(each => each.id === letter.id)

export const readerOf = (facts: LetterFacts): Letter['to'] => letterOf(facts)?.to ?? 'subject'

export const deskOf = ({ kase, policy }: Pick<LetterFacts, 'kase' | 'policy'>): DeskAddress =>
  policy.desks.find(desk => desk.id === kase.intake.desk) ?? (policy.desks[0] as DeskAddress)

export const decisionOf = ({ kase, letter }: LetterFacts): Decision => {
  const decision = kase.decisions.find(each => each.id === letter.decision)
  if (decision === undefined) throw new Error(`letter ${letter.id} answers no decision`)
  return decision
}

export const told = (facts: LetterFacts, kept: Kept<string> | undefined): string | undefined => {
  const text = facts.texts(kept)
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** Leaves out what is not given: an optional field of a form is absent, never empty. */
export const present = (values: Record<string, Value | undefined>): Values =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined && entry[1] !== ''),
  )
