import { renderSheets } from '../documents/render.ts'
import type { CaseNumber } from '../domain/case-number.ts'
import { todayIn } from '../domain/day.ts'
import { blankCase } from '../domain/evolve.ts'
import { policyOn } from '../domain/operator.ts'
import type { Actor } from '../domain/rule.ts'
import type { DeskParts } from './desk.ts'
import { serves, type World } from './world.ts'

/** Forms that a person fills in. */
export const blankFormIds = [
  'request-disclosure',
  'request-correction',
  'request-suspension',
  'request-foreign',
  'power-of-attorney',
] as const
const isBlankForm = (form: string): form is (typeof blankFormIds)[number] => blankFormIds.some(each => each === form)

type Parts = Pick<DeskParts, 'definitions' | 'letterValues' | 'now'> & { readonly current: () => World }

/** A form without a person and without a case, for the counter or the operator's own pages. */
export const blankForms =
  (parts: Parts) =>
  async (id: string, form: string, by: Actor): Promise<Buffer | null> => {
    const operator = serves(by, id) ? parts.current().operators.get(id)?.operator : undefined
    const today = todayIn(parts.now())
    const policy = operator && policyOn(operator, today)
    const definition = parts.definitions.get(form)
    if (!operator || !policy || !definition || !isBlankForm(form)) return null
    const values = parts.letterValues(form, {
      kase: {
        ...blankCase,
        formRequest: { requester: { kept: '' }, channel: 'counter', receivedOn: today, kinds: [] },
        intake: { ...blankCase.intake, operator: id, policy: policy.id },
      },
      operator,
      policy,
      letter: { id: 'blank' },
      reckoning: null,
      steps: [],
      clerk: '',
      today,
      subject: null,
      agent: null,
      texts: () => null,
    })
    // Day by day the same bytes; a form of no case has no number to be read by.
    return renderSheets([{ definition, values, caseNumber: '' as CaseNumber, createdAt: `${today}T00:00:00.000Z` }])
  }
