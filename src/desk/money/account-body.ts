import { z } from 'zod'
import { line, optional, several } from '../../domain/fields.ts'
import { operatorId } from '../../domain/operator.ts'
import { bankCodeOf, branchCodeOf, depositKinds, numberOf } from './account-number.ts'

const read = (parse: (text: string) => string | null, code: string) =>
  optional(
    z
      .string()
      .trim()
      .transform((text, ctx) => {
        const value = parse(text)
        if (value !== null) return value
        ctx.addIssue({ code: 'custom', message: code })
        return z.NEVER
      }),
  )

/** What is said of an account; issue messages are codes for `words`. */
export const accountBody = z.object({
  label: line(60),
  operators: several(operatorId).refine(ids => ids.length > 0, 'operator_missing'),
  bankCode: read(bankCodeOf, 'bank_code_not_read'),
  branchCode: read(branchCodeOf, 'branch_code_not_read'),
  kind: optional(z.enum(depositKinds)),
  number: read(numberOf, 'account_number_not_read'),
  dateMode: optional(z.enum(['wareki', 'seireki'])),
  /** the columns said before are forgotten and asked again */
  forgetLayout: optional(z.unknown()),
})
