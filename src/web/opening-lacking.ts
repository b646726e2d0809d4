import type { Case } from '../domain/case.ts'
import type { Reckoning } from '../domain/clock.ts'
import { nextSteps } from '../domain/next-steps.ts'
import type { Operator, Policy } from '../domain/operator.ts'
import type { Context } from '../domain/rule.ts'
import { supplementItem } from '../letters/supplement-items.ts'
import { textAt } from './read-body.ts'

/** A row of the 補正 letter, in its own words. */
export interface Lacking {
  readonly code: string
  readonly item: string
  readonly missing: string
  readonly send: string
}

export const lacking = (
  code: string,
  given: { draft: Case; policy: Policy; operator: Operator; ctx: Context; reckoning: Reckoning | null },
): Lacking => {
  const { draft, policy, operator, ctx, reckoning } = given
  const row = supplementItem(
    {
      kase: draft,
      letter: { id: 'l1' },
      policy,
      operator,
      subject: null,
      agent: null,
      texts: () => null,
      reckoning,
      steps: nextSteps(draft, ctx),
      clerk: ctx.by.name ?? '',
      today: ctx.today,
    },
    code,
  )
  return { code, item: textAt(row, 'item'), missing: textAt(row, 'missing'), send: textAt(row, 'send') }
}
