import { addYears, type PlainDate } from './day.ts'
import type { Envelope } from './intake.ts'
import type { Kept } from './kept.ts'
import type { Person } from './person.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Context } from './rule.ts'

export const wrongDates = (
  body: Partial<Pick<Envelope, 'postedOn' | 'firstAttemptOn' | 'stampedOn'>> & { arrivedOn: PlainDate },
  ctx: Context,
): Refusal | null => {
  for (const field of ['postedOn', 'firstAttemptOn', 'arrivedOn', 'stampedOn'] as const) {
    const on = body[field]
    if (on !== undefined && on > ctx.today) return refuse('date_in_future', { field, about: { day: on } })
  }
  if (body.postedOn !== undefined && body.arrivedOn < body.postedOn)
    return refuse('date_before_posting', { field: 'arrivedOn' })
  if (body.firstAttemptOn !== undefined && body.postedOn !== undefined && body.firstAttemptOn < body.postedOn)
    return refuse('date_before_posting', { field: 'firstAttemptOn' })
  if (body.firstAttemptOn !== undefined && body.arrivedOn < body.firstAttemptOn)
    return refuse('date_before_event', {
      field: 'arrivedOn',
      about: { day: body.arrivedOn, earliest: body.firstAttemptOn },
    })
  if (body.stampedOn !== undefined && body.stampedOn < body.arrivedOn)
    return refuse('date_before_arrival', { field: 'stampedOn' })
  return null
}

export const wrongPeople = (body: Envelope): Refusal | null => {
  if (body.requester === 'self')
    return body.agent === undefined ? null : refuse('agent_not_expected', { field: 'agent' })
  if (body.agent === undefined) return refuse('agent_missing', { field: 'agent' })
  return body.requester === 'parent' && majority(body.subject) === undefined
    ? refuse('born_on_missing', { field: 'subject.bornOn' })
    : null
}

/** When the power of a parent, or of the guardian of a minor, ends by itself; an adult ward has come of age long ago. */
export const comesOfAge = ({ requester, subject, arrivedOn }: Envelope): PlainDate | undefined => {
  const on = majority(subject)
  if (requester === 'parent') return on
  return requester === 'guardian' && on !== undefined && on > arrivedOn ? on : undefined
}

/** First day of majority (民法4条): 18 is reached as the day before the birthday ends; who was born on 29 February comes of age on 1 March. */
const majority = (subject: Kept<Person>): PlainDate | undefined => {
  const born = 'fresh' in subject ? subject.fresh.bornOn : undefined
  if (born === undefined) return undefined
  const birthday = addYears(born, 18)
  return born.endsWith('-02-29') && !birthday.endsWith('-02-29')
    ? (birthday.replace('-02-28', '-03-01') as PlainDate)
    : birthday
}
