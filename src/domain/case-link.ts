import { z } from 'zod'
import { parseCaseNumber } from './case-number.ts'
import { refuse } from './refusal.ts'
import { clerks, rule, whileAlive } from './rule.ts'

export const relations = ['duplicate', 'joint', 'follow_up', 'reactivated'] as const
export type Relation = (typeof relations)[number]

export interface CaseLink {
  readonly other: string
  readonly relation: Relation
}

export type LinkEvent = { type: 'CaseLinked'; other: string; relation: Relation }

/** A case number as typed or scanned; a wrong check digit is a typing error, said at the field. */
export const readCaseNumber = () =>
  z
    .string()
    .transform((text, ctx): string => {
      const number = parseCaseNumber(text)
      if (number !== null) return number
      ctx.addIssue({ code: 'custom', message: 'case_number_not_read' })
      return z.NEVER
    })
    .meta({ widget: 'line' })

export const linkRules = {
  linkCase: rule({
    by: clerks,
    body: z.object({ other: readCaseNumber(), relation: z.enum(relations) }),
    when: whileAlive,
    decide: (kase, body) =>
      body.other === kase.number
        ? refuse('mistaken_scope', { field: 'other' })
        : [{ type: 'CaseLinked', other: body.other, relation: body.relation }],
  }),
}
