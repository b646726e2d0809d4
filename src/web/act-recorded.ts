import type { Verb } from '../domain/case.ts'
import { isPerson } from './case-at.ts'
import type { BandFacts } from './case-band.tsx'
import type { Fields } from './read-body.ts'
import type { Visit } from './visit.ts'

/** What is put right starts from what is on record. `?whose=agent` in the address: the agent's record. */
export const recordedOf = async (
  visit: Visit,
  { number, kase, verb, subject }: BandFacts & { verb: Verb },
): Promise<Fields> => {
  if (verb === 'changeMethod') return { method: kase.intake.method }
  if (verb === 'amendArrival' && kase.intake.arrivedOn !== undefined)
    return { arrivedOn: kase.intake.arrivedOn.replaceAll('-', '/') }
  if (verb !== 'amendPerson') return {}
  const whose = visit.query.whose === 'agent' && kase.intake.agent !== undefined ? 'agent' : 'subject'
  const [agent] = whose === 'agent' ? await visit.desk.reveal(number, [kase.intake.agent], visit.by) : [subject]
  return isPerson(agent) ? { whose, person: fieldsOfPerson(agent) } : { whose }
}

const fieldsOfPerson = (person: object): Fields =>
  Object.fromEntries(
    Object.entries(person)
      .filter((each): each is [string, string] => typeof each[1] === 'string')
      .map(([part, value]) => [part, part === 'bornOn' ? value.replaceAll('-', '/') : value]),
  )
