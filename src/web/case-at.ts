import type { Case } from '../domain/case.ts'
import type { Kept } from '../domain/kept.ts'
import type { Person } from '../domain/person.ts'
import type { BandFacts } from './case-band.tsx'
import { operatorNames } from './operator-names.ts'
import type { Visit } from './visit.ts'

/** A case with what its band shows; null where there is none that this person may see. */
export const caseAt = async (visit: Visit): Promise<BandFacts | null> => {
  const number = visit.params.number ?? ''
  const found = await visit.desk.kase(number, visit.by)
  if (found === null) return null
  const names = await operatorNames(visit.desk)
  const [subject] = await visit.desk.reveal(number, [subjectOf(found.kase)], visit.by)
  return {
    number,
    ...found,
    operator: names.get(found.kase.intake.operator) ?? found.kase.intake.operator,
    subject: isPerson(subject) ? subject : null,
  }
}

const subjectOf = (kase: Case): Kept<Person> | undefined => kase.intake.subject ?? kase.formRequest?.requester

export const isPerson = (value: unknown): value is Person =>
  typeof value === 'object' && value !== null && 'family' in value
