import { type FormId, type Notice, notices } from '../domain/letter.ts'
import { envelopeValues } from './envelope.ts'
import type { LetterFacts, Values } from './facts.ts'
import { noticeValues } from './notices.ts'
import { replyValues } from './replies.ts'
import { scheduleValues } from './schedule.ts'
import { supplementReplyValues } from './supplement-reply.ts'

/** The values of a form in forms/*.yaml for a case: texts are there, facts are here, nothing is decided in either. */
export const letterValues = (form: FormId, facts: LetterFacts): Values => {
  if (form === 'envelope-face') return envelopeValues(facts)
  if (form === 'disclosure-schedule') return scheduleValues(facts)
  if (form === 'supplement-reply') return supplementReplyValues(facts)
  return isNotice(form) ? noticeValues(form, facts) : replyValues(form, facts)
}

const isNotice = (form: FormId): form is Notice => (notices as readonly string[]).includes(form)
