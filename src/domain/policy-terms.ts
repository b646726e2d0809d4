import { z } from 'zod'
import { type PlainDate, parseDay } from './day.ts'
import { feeAllowed, requestKindNames } from './kinds.ts'
import { fitting, type PostOption, type PostService } from './postage.ts'
import { roundings } from './tax.ts'
import { windowEnvelope } from './window-envelope.ts'
import type { Yen } from './yen.ts'

export const plainDay = z.string().transform((text, ctx): PlainDate => {
  const day = parseDay(text)
  if (day !== null) return day
  ctx.addIssue({ code: 'custom', message: 'day_not_read' })
  return z.NEVER
})

/** Where a term comes from: the published policy's own words, the operator's procedure page, the Act, or a rule of the house. */
const source = {
  from: z.enum(['policy', 'procedure', 'law', 'house']),
  quote: z.string().min(1).optional(),
  section: z.string().optional(),
}

/** What is said to stand in the published policy stands here word for word. */
const quoted = (given: { from: string; quote?: string | undefined }) =>
  given.from !== 'policy' || given.quote !== undefined
const quoteMissing = { message: 'quote_missing', path: ['quote'] }

export const term = <S extends z.ZodType>(value: S) => z.strictObject({ value, ...source }).refine(quoted, quoteMissing)

export const kinds = z.array(z.enum(requestKindNames))
const postService = z.enum([
  'general_registered',
  'simple_registered',
  'specified_record',
  'ordinary',
  'letter_pack',
  'electronic',
  'counter',
])
const postOption = z.enum(['delivery_certificate', 'addressee_only', 'no_forwarding', 'express'])

export const fee = z.strictObject({
  amount: z
    .int()
    .nonnegative()
    .transform(amount => amount as Yen),
  basis: z.enum(['net', 'gross']),
  includesPostage: z.boolean().default(false),
  /** a fraction of a yen of consumption tax */
  rounding: z.enum(roundings).default('floor'),
  chargedFor: kinds.refine(all => all.every(feeAllowed), 'fee_on_free_kind'),
})

const fits = (given: { service: PostService; options: readonly PostOption[] }) => fitting(given.service, given.options)

export const reply = z
  .strictObject({
    service: postService,
    options: z.array(postOption).default([]),
    /** the person chooses how to be answered; the service above is then what paper goes by */
    chosenByPerson: z.boolean().default(false),
  })
  .refine(fits, 'service_cannot_carry')

/** Notices without personal data (補正, 手数料) need not go the strict way (reference/law.md §5.5). */
export const notices = z
  .strictObject({ service: postService, options: z.array(postOption).default([]) })
  .refine(fits, 'service_cannot_carry')

/**
 * 封入照合. `secondPerson`: another person confirms every envelope with an answer in it. `envelope`: its face is printed and
 * read like a page, or a window shows the letter's own address. Files of before this term go without a second person.
 */
export const packing = z.strictObject({
  secondPerson: z.boolean(),
  envelope: z.enum(['printed', 'window']).default('printed'),
  /** id of the envelope in fixtures/envelopes.yaml; without it the first one */
  window: z.string().optional(),
  /** an envelope with a window that the desk measured itself, instead of one of that list */
  ownWindow: windowEnvelope.optional(),
})

export const desk = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    organisation: z.string(),
    responsible: z.string().optional(),
    postcode: z.string().regex(/^\d{7}$/),
    address: z.array(z.string()).min(1).max(3),
    telephone: z.string().optional(),
    fax: z.string().optional(),
    email: z.string().optional(),
    url: z.string().optional(),
    hours: z.string().optional(),
    serves: z.string().optional(),
    ...source,
  })
  .refine(quoted, quoteMissing)

export const complaintBody = z.strictObject({
  name: z.string(),
  unit: z.string().optional(),
  postcode: z.string().optional(),
  address: z.string().optional(),
  telephone: z.string().optional(),
  url: z.string().optional(),
})
