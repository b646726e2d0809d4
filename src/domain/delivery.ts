import { z } from 'zod'
import type { Case } from './case.ts'
import { addDays, addYears, type PlainDate } from './day.ts'
import { day } from './fields.ts'
import type { Posting } from './post.ts'
import { type Refusal, refuse } from './refusal.ts'
import { cashiers, notYetOrTooEarly, rule } from './rule.ts'

/** After posting: delivered, held, returned with its reason, the certificate postcard that comes apart and may be lost (law.md §7.4). */
export const returnReasons = ['unclaimed', 'moved', 'refused', 'name_mismatch', 'unknown_address', 'deceased'] as const

export type DeliveryEvent =
  | { type: 'PostHeld'; posting: string; since: PlainDate }
  | { type: 'PostDelivered'; posting: string; on: PlainDate }
  | { type: 'PostReturned'; posting: string; on: PlainDate; reason: (typeof returnReasons)[number] }
  | { type: 'CertificateReceived'; posting: string; on: PlainDate }
  | { type: 'CertificateAskedFor'; posting: string; on: PlainDate }

/** Registered mail is held 7 days, addressee-only mail 10, then it comes back. */
export const heldUntil = (posting: Posting): PlainDate | null =>
  posting.heldSince === undefined
    ? null
    : addDays(posting.heldSince, posting.options.includes('addressee_only') ? 10 : 7)

const underWay = (kase: Case): Refusal | null => {
  if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
  return kase.postings.some(open) ? null : refuse('unknown_posting')
}
const open = (posting: Posting) => posting.deliveredOn === undefined && posting.returnedOn === undefined

const awaitsCertificate = (posting: Posting) =>
  posting.deliveredOn !== undefined &&
  posting.options.includes('delivery_certificate') &&
  posting.certificateOn === undefined

const withCertificate = (kase: Case): Refusal | null => {
  if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
  return kase.postings.some(awaitsCertificate) ? null : refuse('certificate_not_expected')
}

const find = (kase: Case, id: string) => kase.postings.find(posting => posting.id === id)

const wrongOpen = (kase: Case, id: string): Refusal | null => {
  const posting = find(kase, id)
  if (posting === undefined) return refuse('unknown_posting', { field: 'posting' })
  return open(posting) ? null : refuse('posting_not_open', { field: 'posting' })
}

const wrongCertificate = (kase: Case, id: string): Refusal | null => {
  const posting = find(kase, id)
  if (posting === undefined) return refuse('unknown_posting', { field: 'posting' })
  return awaitsCertificate(posting) ? null : refuse('certificate_not_expected', { field: 'posting' })
}

const posting = z.string()

export const deliveryRules = {
  recordHeld: rule({
    by: cashiers,
    body: z.object({ posting, since: day() }),
    when: underWay,
    decide: (kase, body, ctx) =>
      wrongOpen(kase, body.posting) ??
      notYetOrTooEarly('since', body.since, ctx, find(kase, body.posting)?.postedOn) ?? [{ type: 'PostHeld', ...body }],
  }),
  recordDelivery: rule({
    by: cashiers,
    body: z.object({ posting, on: day() }),
    when: underWay,
    decide: (kase, body, ctx) =>
      wrongOpen(kase, body.posting) ??
      notYetOrTooEarly('on', body.on, ctx, find(kase, body.posting)?.postedOn) ?? [{ type: 'PostDelivered', ...body }],
  }),
  recordReturn: rule({
    by: cashiers,
    body: z.object({ posting, on: day(), reason: z.enum(returnReasons) }),
    when: underWay,
    decide: (kase, body, ctx) =>
      wrongOpen(kase, body.posting) ??
      notYetOrTooEarly('on', body.on, ctx, find(kase, body.posting)?.postedOn) ?? [{ type: 'PostReturned', ...body }],
  }),
  receiveCertificate: rule({
    by: cashiers,
    body: z.object({ posting, on: day() }),
    when: withCertificate,
    decide: (kase, body, ctx) =>
      wrongCertificate(kase, body.posting) ??
      notYetOrTooEarly('on', body.on, ctx, find(kase, body.posting)?.deliveredOn) ?? [
        { type: 'CertificateReceived', ...body },
      ],
  }),
  /** A lost postcard: 配達証明 can be asked for within one year of posting, with the 受領証. */
  askForCertificate: rule({
    by: cashiers,
    body: z.object({ posting, on: day() }),
    when: withCertificate,
    decide(kase, body, ctx) {
      const wrong = wrongCertificate(kase, body.posting) ?? notYetOrTooEarly('on', body.on, ctx)
      if (wrong) return wrong
      const postedOn = find(kase, body.posting)?.postedOn
      if (postedOn !== undefined && addYears(postedOn, 1) < body.on)
        return refuse('certificate_window_over', { field: 'on', about: { day: addYears(postedOn, 1) } })
      return [{ type: 'CertificateAskedFor', ...body }]
    },
  }),
}
