import type { Desk } from '../../desk/desk.ts'
import type { Case } from '../../domain/case.ts'
import { parseCaseNumber } from '../../domain/case-number.ts'
import type { Kept } from '../../domain/kept.ts'
import type { Person } from '../../domain/person.ts'
import type { Actor } from '../../domain/rule.ts'
import { isPerson } from '../case-at.ts'
import { type Fields, isBlank, isFields } from '../read-body.ts'

/** A case that the envelope on the desk belongs to, or follows. */
export interface Source {
  readonly number: string
  readonly kase: Case
  readonly subject: Person | null
  readonly agent: Person | null
}

/** A number as typed, or as the code at the foot of our own form gives it (KD1:26000018:…). */
export const readScan = (text: string): string | null => {
  const typed = parseCaseNumber(text)
  if (typed !== null) return typed
  const [digits = ''] = /(?<!\d)\d{8}(?!\d)/.exec(text.normalize('NFKC')) ?? []
  return parseCaseNumber(digits)
}

export const sourceAt = async (desk: Desk, text: string, by: Actor): Promise<Source | null> => {
  const number = readScan(text)
  const found = number === null ? null : await desk.kase(number, by)
  if (number === null || found === null) return null
  const { intake, formRequest } = found.kase
  const kept: (Kept<unknown> | undefined)[] = [intake.subject ?? formRequest?.requester, intake.agent]
  const [subject, agent] = await desk.reveal(number, kept, by)
  return {
    number,
    kase: found.kase,
    subject: isPerson(subject) ? subject : null,
    agent: isPerson(agent) ? agent : null,
  }
}

export const awaitsForm = ({ formRequest, intake, closing }: Case): boolean =>
  formRequest !== undefined && intake.arrivedOn === undefined && closing.closedOn === undefined

/** The form came back: who asked for it, and for what. */
export const continued = ({ number, kase, subject }: Source): Fields => ({
  from: number,
  operator: kase.intake.operator,
  subject: personFields(subject),
  kinds: [...(kase.formRequest?.kinds ?? [])],
  onForm: 'yes',
})

/** The same people write again. */
export const following = ({ number, kase, subject, agent }: Source, relation: string): Fields => ({
  linkedTo: number,
  relation,
  operator: kase.intake.operator,
  requester: kase.intake.requester,
  subject: personFields(subject),
  agent: personFields(agent),
})

const personFields = (person: Person | null): Fields =>
  Object.fromEntries(
    Object.entries(person ?? {}).filter((each): each is [string, string] => typeof each[1] === 'string'),
  )

/** What was typed stays; only blanks are filled. */
export const filledIn = (typed: Fields, known: Fields): Fields => {
  const filled = { ...typed }
  for (const [name, value] of Object.entries(known)) {
    const before = filled[name]
    if (isBlank(before)) filled[name] = value
    else if (isFields(before) && isFields(value)) filled[name] = filledIn(before, value)
  }
  return filled
}
