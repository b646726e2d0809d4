import { z } from 'zod'
import { authorityEnded, mustTellSubject } from './authority.ts'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { feeSettled } from './fee.ts'
import { count, day, optional, several, trackingNumber } from './fields.ts'
import { identityPassed } from './identity.ts'
import { feeAllowed } from './kinds.ts'
import { type Letter, liveLetter } from './letter.ts'
import { isUnmade } from './package.ts'
import { notPacked, tellsPassword } from './packing.ts'
import { policyOf } from './policy-of.ts'
import { fitting, type PostOption, type PostService } from './postage.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type Body, type Context, cashiers, notYetOrTooEarly, rule } from './rule.ts'

/** 発送: one envelope. The gate that no unproved, unpaid or unapproved answer passes. */
export interface Posting {
  readonly id: string
  readonly letters: readonly string[]
  readonly to: 'subject' | 'agent'
  readonly service: PostService
  readonly options: readonly PostOption[]
  readonly trackingNumber?: string
  readonly postedOn: PlainDate
  readonly reply: boolean
  readonly heldSince?: PlainDate
  readonly deliveredOn?: PlainDate
  readonly returnedOn?: PlainDate
  readonly returnReason?: string
  readonly certificateOn?: PlainDate
  readonly certificateAskedOn?: PlainDate
}

export type PostEvent = { type: 'LettersPosted' } & Omit<
  Posting,
  'heldSince' | 'deliveredOn' | 'returnedOn' | 'returnReason' | 'certificateOn' | 'certificateAskedOn'
> & { grams?: number }

const postServices = [
  'general_registered',
  'simple_registered',
  'specified_record',
  'ordinary',
  'letter_pack',
  'electronic',
  'counter',
] as const
const postOptions = ['delivery_certificate', 'addressee_only', 'no_forwarding', 'express'] as const
const tracked: readonly PostService[] = ['general_registered', 'simple_registered', 'specified_record', 'letter_pack']

/** What is handed over at the counter is paper too: there as well a wrong sheet goes to the wrong person. */
export const onPaper = (service: PostService): boolean => service !== 'electronic'

const envelope = z.object({
  letters: several(z.string()),
  service: z.enum(postServices),
  options: several(z.enum(postOptions)),
  trackingNumber: optional(trackingNumber()),
  postedOn: day(),
  grams: optional(count(4000)),
})

export const postRules = {
  postLetters: rule({
    by: cashiers,
    body: envelope,
    when: kase => {
      if (kase.number === null) return refuse('not_opened')
      if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
      if (kase.closing.frozen) return refuse('case_frozen')
      return kase.letters.some(each => !each.discarded && each.form !== 'reception-slip')
        ? null
        : refuse('letter_missing')
    },
    decide(kase, body, ctx) {
      const letters = body.letters.map(id => liveLetter(kase, id))
      if (letters.length === 0 || letters.some(letter => letter === undefined))
        return refuse('unknown_letter', { field: 'letters' })
      const known = letters as Letter[]
      const wrong =
        notYetOrTooEarly(
          'postedOn',
          body.postedOn,
          ctx,
          known
            .map(letter => letter.draftedOn)
            .sort()
            .at(-1),
        ) ??
        wrongEnvelope(kase, known, body) ??
        (known.some(letter => letter.decision !== undefined) ? wrongReply(kase, known, body, ctx) : null) ??
        (onPaper(body.service)
          ? notPacked(kase, body.letters, ctx, body.service)
          : notElectronic(
              kase,
              known.some(letter => letter.decision !== undefined),
              ctx,
            ))
      if (wrong) return wrong
      const reply = known.some(letter => letter.decision !== undefined)
      return [
        { type: 'LettersPosted', id: `s${kase.postings.length + 1}`, to: (known[0] as Letter).to, ...body, reply },
      ]
    },
  }),
}

type Envelope = Body<z.output<typeof envelope>>

const wrongEnvelope = (kase: Case, letters: readonly Letter[], body: Envelope): Refusal | null => {
  if (letters.some(letter => letter.to !== letters[0]?.to)) return refuse('mistaken_addressee', { field: 'letters' })
  if (letters.some(letter => isUnmade(kase, letter.id))) return refuse('package_missing', { field: 'letters' })
  if (letters.some(letter => letter.outdated)) return refuse('letter_outdated', { field: 'letters' })
  if (letters.some(letter => letter.printed === 0)) return refuse('letter_not_printed', { field: 'letters' })
  const outside = kase.postings.find(
    posting => posting.returnedOn === undefined && posting.letters.some(id => body.letters.includes(id)),
  )
  if (outside) return refuse('letter_posted', { field: 'letters' })
  if (tellsPassword(letters)) return refuse('password_apart', { field: 'letters' })
  if (!fitting(body.service, body.options)) return refuse('service_cannot_carry', { field: 'options' })
  if (tracked.includes(body.service) && body.trackingNumber === undefined)
    return refuse('tracking_number_missing', { field: 'trackingNumber' })
  return null
}

/** An answer leaves only when the person is proved, the fee settled where one is due, and a second person has approved. */
const wrongReply = (kase: Case, letters: readonly Letter[], body: Envelope, ctx: Context): Refusal | null => {
  const decisions = letters.flatMap(letter => kase.decisions.filter(decision => decision.id === letter.decision))
  if (kase.closing.closedOn !== undefined) return refuse('case_closed')
  if (decisions.some(decision => decision.state !== 'approved')) return refuse('decision_missing')
  if (decisions.some(decision => kase.closing.withdrawnKinds.includes(decision.kind))) return refuse('case_withdrawn')
  const within = decisions.filter(decision => decision.outcome !== 'out_of_scope')
  if (within.length === 0) return null
  if (!identityPassed(kase)) return refuse('identity_missing')
  if (within.some(decision => feeAllowed(decision.kind)) && !feeSettled(kase)) return refuse('fee_unsettled')
  return wrongAgent(kase, (letters[0] as Letter).to, body, ctx) ?? wrongService(kase, body, ctx)
}

const wrongAgent = (kase: Case, to: Letter['to'], body: Envelope, ctx: Context): Refusal | null => {
  const { requester } = kase.intake
  if (requester === 'self') return to === 'agent' ? refuse('mistaken_addressee', { field: 'letters' }) : null
  const { authority } = kase.identity
  if (authority === undefined) return refuse('authority_missing')
  const ended = authorityEnded(kase, body.postedOn)
  if (ended) return ended
  if (authority.recheckedOn !== body.postedOn && authority.checkedOn !== body.postedOn)
    return refuse('authority_not_rechecked')
  if (to === 'agent' && !authority.powers.includes('receive'))
    return refuse('receive_power_missing', { field: 'letters' })
  if (to === 'subject' && !kase.identity.checks.some(check => check.whose === 'subject'))
    return refuse('identity_missing', { field: 'letters' })
  return mustTellSubject(kase, ctx) ? refuse('subject_not_confirmed') : null
}

/** Paper that was printed does not leave over the line by a word: only where the person or the policy chose it. */
const notElectronic = (kase: Case, reply: boolean, ctx: Context): Refusal | null => {
  const policy = policyOf(kase, ctx)
  const { service } = (reply ? policy.reply : policy.notices).value
  return kase.intake.method === 'electronic' || service === 'electronic'
    ? null
    : refuse('electronic_not_chosen', { field: 'service' })
}

/** What the policy promises its readers (配達証明付き本人限定受取) is kept, unless the person may choose. */
const wrongService = (kase: Case, body: Envelope, ctx: Context): Refusal | null => {
  const { service, options, chosenByPerson } = policyOf(kase, ctx).reply.value
  if (chosenByPerson) return null
  const kept = body.service === service && options.every(option => body.options.includes(option))
  return kept ? null : refuse('service_not_promised', { field: 'service' })
}
