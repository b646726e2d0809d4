import type { CaseEvent } from '../domain/case.ts'
import { answerEvents } from './events-answer.ts'
import { feeEvents } from './events-fee.ts'
import { identityEvents } from './events-identity.ts'
import { packageEvents } from './events-package.ts'
import { postEvents } from './events-post.ts'
import { requestEvents } from './events-request.ts'

export type EventSentences<T extends CaseEvent['type']> = {
  readonly [K in T]: (event: Extract<CaseEvent, { type: K }>) => string
}

const sentences = {
  ...requestEvents,
  ...identityEvents,
  ...feeEvents,
  ...answerEvents,
  ...packageEvents,
  ...postEvents,
} satisfies EventSentences<CaseEvent['type']>

/** One sentence for the history, from the facts of the event alone; kept particulars are never needed. */
export const eventSentence = (event: CaseEvent): string =>
  (sentences[event.type] as (event: CaseEvent) => string)(event)
