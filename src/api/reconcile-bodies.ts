import { z } from 'zod'
import { parseCaseNumber } from '../domain/case-number.ts'

const caseNumber = z.string().refine(text => parseCaseNumber(text) !== null, 'case_number_not_read')

/** Bodies of the writing routes; the description of the API is made from them. */
export const reconcileBodies = {
  confirm: z.object({
    lines: z
      .array(z.object({ line: z.string().max(80), proof: z.string().max(200), learn: z.boolean().optional() }))
      .min(1)
      .max(1000),
  }),
  allocate: z.object({
    parts: z
      .array(z.object({ caseNumber, amount: z.int().min(1), hold: z.boolean().optional() }))
      .min(1)
      .max(100),
    learn: z.boolean().optional(),
    note: z.string().max(1000).optional(),
  }),
  release: z.object({ caseNumber, receipt: z.string().max(20), reason: z.string().max(1000).optional() }),
} as const
