import type { Verb } from '../domain/case.ts'
import type { Facet } from './facets.ts'
import { answerVerbs } from './verbs-answer.ts'
import { feeVerbs } from './verbs-fee.ts'
import { packageVerbs } from './verbs-package.ts'
import { requestVerbs } from './verbs-request.ts'

/** `label` stands on the button, `title` over the page; `irreversible` names what will happen and asks for the password. */
export interface VerbWords {
  readonly label: string
  readonly title: string
  readonly help?: string
  readonly facet: Facet
  readonly irreversible?: string
}

export const verbWords: Record<Verb, VerbWords> = {
  ...requestVerbs,
  ...feeVerbs,
  ...answerVerbs,
  ...packageVerbs,
} satisfies Record<Verb, VerbWords>
