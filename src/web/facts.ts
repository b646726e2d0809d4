import type { Case } from '../domain/case.ts'
import type { Person } from '../domain/person.ts'
import { isPerson } from './case-at.ts'
import type { Visit } from './visit.ts'

/** Personal particulars of a case as this person may see them. */
export interface CaseTexts {
  readonly agent: Person | null
  readonly wanted: string | null
  /** answers of the departments, by inquiry */
  readonly answers: readonly (string | null)[]
  /** whom the inquiries went to, by inquiry */
  readonly departments: readonly (string | null)[]
  /** what the decisions say, by decision */
  readonly contents: readonly (string | null)[]
}

export const revealed = async (visit: Visit, number: string, kase: Case): Promise<CaseTexts> => {
  const { agent, wanted } = kase.intake
  const inquiries = kase.inquiries.map(each => each.answer)
  const decisions = kase.decisions.map(each => each.facts ?? each.content)
  const asked = kase.inquiries.map(each => (typeof each.department === 'string' ? undefined : each.department))
  const all = await visit.desk.reveal(number, [agent, wanted, ...inquiries, ...asked, ...decisions], visit.by)
  const [who, what, ...rest] = all
  const texts = rest.map(each => (typeof each === 'string' ? each : null))
  return {
    agent: isPerson(who) ? who : null,
    wanted: typeof what === 'string' ? what : null,
    answers: texts.slice(0, inquiries.length),
    departments: kase.inquiries.map(({ department }, at) =>
      typeof department === 'string' ? department : (texts[inquiries.length + at] ?? null),
    ),
    contents: texts.slice(inquiries.length + asked.length),
  }
}
