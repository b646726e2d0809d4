import { z } from 'zod'
import type { PlainDate } from './day.ts'
import { paperKindNames, paperRule } from './identity-papers.ts'
import { letterhead, senderParts } from './letterhead.ts'
import { complaintBody, desk, fee, kinds, notices, packing, plainDay, reply, term } from './policy-terms.ts'

/** An operator and its dated terms, as `fixtures/operators/*.yaml` states them. Adding an operator is one such file. */
export const operatorId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)

export const paymentMeans = [
  'transfer',
  'stamps',
  'postal_order',
  'registered_cash',
  'cash',
  'postal_transfer',
] as const
export type PaymentMeans = (typeof paymentMeans)[number]

const businessDays = z.int().positive()

const policy = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  from: plainDay,
  title: z.string(),
  document: z.string(),
  note: z.string().optional(),
  desks: z.array(desk).min(1),
  kinds: term(kinds.min(1)),
  form: term(
    z.strictObject({
      /** `own`: the person has the operator's form; `mailed`: it is sent after first contact */
      route: z.enum(['own', 'mailed']),
      channels: z.array(z.enum(['post', 'email', 'phone', 'web', 'counter'])),
      asks: z.array(z.enum(['name', 'address', 'phone'])).default([]),
    }),
  ),
  incoming: term(z.enum(['simple_registered', 'any_post'])),
  fee: term(fee),
  payment: term(
    z.strictObject({
      means: z.array(z.enum(paymentMeans)),
      when: z.enum(['enclosed', 'after_notice']),
      account: z.string().optional(),
    }),
  ),
  reply: term(reply),
  notices: term(notices),
  packing: term(packing).default({ value: { secondPerson: false, envelope: 'printed' }, from: 'house' }),
  methods: term(z.array(z.enum(['paper', 'electronic', 'other'])).min(1)),
  identity: term(paperRule),
  authority: term(
    z.strictObject({
      maxAgeMonths: z.int().positive(),
      legal: z.array(z.enum(paperKindNames)),
      appointed: z.array(z.enum(paperKindNames)),
      tellSubject: z.boolean(),
    }),
  ),
  enclosedWithDisclosure: term(z.array(z.enum(['request-correction', 'request-suspension']))),
  refusalGrounds: term(z.array(z.string())),
  complaintBodies: term(z.array(complaintBody)),
  clocks: term(
    z.strictObject({ acknowledge: businessDays, supplement: businessDays, decide: businessDays, post: businessDays }),
  ),
  waits: term(
    z.strictObject({ supplementDays: z.int().positive(), feeDays: z.int().positive(), deemedWithdrawal: z.boolean() }),
  ),
  feeOnRefusal: term(z.enum(['kept', 'returned'])),
  seal: term(z.enum(['printed', 'blank', 'none'])),
  letterhead: term(letterhead).default({ value: { order: [...senderParts] }, from: 'house' }),
  identityCopies: term(z.strictObject({ fate: z.enum(['return', 'shred']), daysAfterDelivery: z.int().nonnegative() })),
  retention: term(z.strictObject({ caseYears: z.int().positive(), voucherYears: z.int().positive() })),
  invoiceNumber: z
    .string()
    .regex(/^T\d{13}$/)
    .optional(),
})
export type Policy = z.output<typeof policy>
export type DeskAddress = z.output<typeof desk>

export const operator = z
  .strictObject({
    id: operatorId,
    name: z.string().min(1),
    kana: z.string(),
    brand: z.string(),
    policies: z.array(policy).min(1),
  })
  .refine(given => new Set(given.policies.map(each => each.from)).size === given.policies.length, {
    message: 'policies_same_day',
    path: ['policies'],
  })
  .refine(given => new Set(given.policies.map(each => each.id)).size === given.policies.length, {
    message: 'policies_same_id',
    path: ['policies'],
  })
export type Operator = z.output<typeof operator>

/** The terms in force on the day of arrival; a case keeps them for ever. Null before the first policy. */
export const policyOn = (terms: Operator, on: PlainDate): Policy | null =>
  terms.policies.filter(each => each.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null
