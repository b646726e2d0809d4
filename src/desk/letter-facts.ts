import type { Case } from '../domain/case.ts'
import type { Reckoning } from '../domain/clock.ts'
import type { PlainDate } from '../domain/day.ts'
import type { Kept } from '../domain/kept.ts'
import type { Operator, Policy } from '../domain/operator.ts'
import type { Person } from '../domain/person.ts'

/** What a letter's values are prepared from. */
export interface LetterFacts {
  kase: Case
  letter: { id: string; decision?: string }
  policy: Policy
  operator: Operator
  subject: Person | null
  agent: Person | null
  texts: (kept: Kept<unknown> | undefined) => unknown
  reckoning: Reckoning | null
  today: PlainDate
}
