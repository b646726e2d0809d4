import type { Case, CaseEvent } from '../domain/case.ts'
import { isKept, type Kept } from '../domain/kept.ts'
import type { Person } from '../domain/person.ts'
import type { Particular, Reveal } from './keeping.ts'
import type { NumberedCase, Persons } from './projecting.ts'

/** Whose data and who writes, as the case has them now; null where erased or none. */
export const personsOf = async (kase: NumberedCase, reveal: Reveal): Promise<Persons> => ({
  subject: (await reveal(kase.number, kase.intake.subject, false)) as Person | null,
  agent: (await reveal(kase.number, kase.intake.agent, false)) as Person | null,
})

/** Everything a letter may say of a case, read before its values are prepared: restricted memos are not among it. */
export const knownPersons = async (
  kase: NumberedCase,
  events: readonly CaseEvent[],
  taken: readonly Particular[],
  reveal: Reveal,
): Promise<Persons & { texts: (kept: Kept<unknown> | undefined) => unknown }> => {
  const known = new Map<string, unknown>(taken.filter(each => !each.restricted).map(each => [each.id, each.value]))
  for (const value of events.flatMap(event => Object.values(event)))
    if (isKept(value) && 'kept' in value && !known.has(value.kept))
      known.set(value.kept, await reveal(kase.number, value, false))
  const texts = (kept: Kept<unknown> | undefined): unknown => {
    if (kept === undefined) return null
    return 'fresh' in kept ? kept.fresh : (known.get(kept.kept) ?? null)
  }
  const person = (of: Case['intake']['subject']) => texts(of) as Person | null
  return { subject: person(kase.intake.subject), agent: person(kase.intake.agent), texts }
}
