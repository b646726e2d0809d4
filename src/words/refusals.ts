import type { Refusal, RefusalCode } from '../domain/refusal.ts'
import type { About } from './figures.ts'
import { answerRefusals } from './refusals-answer.ts'
import { feeRefusals } from './refusals-fee.ts'
import { identityRefusals } from './refusals-identity.ts'
import { instrumentRefusals } from './refusals-instruments.ts'
import { moneyRefusals } from './refusals-money.ts'
import { packageRefusals } from './refusals-package.ts'
import { requestRefusals } from './refusals-request.ts'

export type RefusalSentence = string | ((about: About) => string)

const sentences: Record<RefusalCode, RefusalSentence> = {
  ...requestRefusals,
  ...identityRefusals,
  ...feeRefusals,
  ...moneyRefusals,
  ...instrumentRefusals,
  ...answerRefusals,
  ...packageRefusals,
} satisfies Record<RefusalCode, RefusalSentence>

/** What was not possible and what to do, with its dates and figures. */
export const refusalSentence = ({ refused, about }: Refusal): string => {
  const sentence = sentences[refused]
  return typeof sentence === 'string' ? sentence : sentence(about ?? {})
}
