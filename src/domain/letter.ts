import { z } from 'zod'
import { authorityEnded } from './authority.ts'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import type { Decision } from './decision.ts'
import { optional } from './fields.ts'
import type { Outcome, RequestKind } from './kinds.ts'
import { calledFor } from './letter-called-for.ts'
import { covered } from './letter-cover.ts'
import { noticeEnclosures, replyEnclosures } from './letter-enclosures.ts'
import { numberedPaper } from './letter-number.ts'
import { isUnmade, lockedPackage } from './package.ts'
import { policyOf } from './policy-of.ts'
import { refuse } from './refusal.ts'
import { type Context, cashiers, clerks, rule, whileAlive, whileWanted } from './rule.ts'
import type { Yen } from './yen.ts'

/** 文書: drafted with frozen values, printed (each print is logged), posted or discarded. */
export const notices = [
  'reception-slip',
  'acknowledgement',
  'form-cover',
  'cover-letter',
  'request-disclosure',
  'request-correction',
  'request-suspension',
  'request-foreign',
  'power-of-attorney',
  'supplement-request',
  'fee-notice',
  'fee-reminder',
  'withdrawal-form',
  'withdrawal-confirmation',
  'deemed-withdrawal',
  'extension-notice',
  'fee-receipt',
  'counter-slip',
  'fee-return',
  'returned-notice',
  'subject-notice',
  'password-notice',
  'reckoning',
] as const
export type Notice = (typeof notices)[number]

export const replyForms = [
  'reply-purpose',
  'reply-purpose-refusal',
  'reply-disclosure-full',
  'reply-disclosure-part',
  'reply-disclosure-refusal',
  'reply-absent',
  'reply-method-change',
  'reply-third-party-records',
  'reply-correction',
  'reply-correction-refusal',
  'reply-suspension',
  'reply-suspension-refusal',
  'reply-suspension-substitute',
  'reply-foreign',
  'reply-held-information',
  'reply-out-of-scope',
] as const
export type ReplyForm = (typeof replyForms)[number]
export type FormId = Notice | ReplyForm | 'envelope-face' | 'disclosure-schedule' | 'supplement-reply'

export interface Letter extends Partial<Numbered> {
  readonly id: string
  readonly form: FormId
  readonly decision?: string
  readonly enclosures: readonly FormId[]
  readonly to: 'subject' | 'agent'
  readonly draftedOn: PlainDate
  readonly printed: number
  /** pages of each sheet (the letter itself, then its enclosures) in its last print */
  readonly pages?: readonly number[]
  /** SHA-256 (hex) of the PDF that was printed last before it left */
  readonly sha256?: string
  readonly discarded?: true
  /** of a 送付状: what it lists (see letter-cover.ts) */
  readonly covers?: readonly string[]
  /** its addressee, the person it names or what it lists was changed after it was drafted */
  readonly outdated?: true
}

/** What a paper of a series stands for. */
export interface Numbered {
  /** R26-00001, C26-00001: its number in the operator's series of the year */
  readonly documentNumber: string
  readonly acknowledges: {
    readonly amount: Yen
    /** the receipt of money that a 窓口受領票 stands for */
    readonly receipt?: string
    /** 再発行: the letter that was printed first under this number */
    readonly copyOf?: string
    /** number of the 領収書 of another sum that this one takes the place of */
    readonly replaces?: string
  }
}

export type LetterEvent =
  | ({
      type: 'LetterDrafted'
      id: string
      form: FormId
      decision?: string
      enclosures: readonly FormId[]
      to: 'subject' | 'agent'
      on: PlainDate
    } & Partial<Numbered>)
  /** `pages` is absent in prints of before they were counted, `sha256` of before their files were kept; `why`: of a reprint */
  | { type: 'LetterPrinted'; letter: string; pages?: readonly number[]; sha256?: string; why?: ReprintReason }
  | { type: 'LetterDiscarded'; letter: string }

/** What a letter is on paper. `pages`: of each sheet (itself, then its enclosures); `sha256` (hex): of its file, where files are kept. */
export interface Print {
  readonly pages: readonly number[]
  readonly sha256?: string
}

/** Why a letter is printed once more: stands in the journal with who and when. */
export const reprintReasons = ['faulty', 'lost', 'sent_again', 'set_anew', 'copy', 'other'] as const
export type ReprintReason = (typeof reprintReasons)[number]

/** Which paper answers an outcome (DESIGN §5.2). Refusals of the two information duties share the letter of the Act's own words. */
export const replyFormOf = (kind: RequestKind, outcome: Outcome): ReplyForm => {
  if (outcome === 'out_of_scope') return 'reply-out-of-scope'
  if (outcome === 'absent') return 'reply-absent'
  if (outcome === 'other_method') return 'reply-method-change'
  if (outcome === 'substitute') return 'reply-suspension-substitute'
  switch (kind) {
    case 'purpose':
      return outcome === 'full' ? 'reply-purpose' : 'reply-purpose-refusal'
    case 'disclosure':
      return outcome === 'full'
        ? 'reply-disclosure-full'
        : outcome === 'part'
          ? 'reply-disclosure-part'
          : 'reply-disclosure-refusal'
    case 'third_party_records':
      return outcome === 'refused' ? 'reply-disclosure-refusal' : 'reply-third-party-records'
    case 'correction':
      return outcome === 'refused' ? 'reply-correction-refusal' : 'reply-correction'
    case 'suspension':
    case 'third_party_stop':
      return outcome === 'refused' ? 'reply-suspension-refusal' : 'reply-suspension'
    case 'foreign_transfer':
      return 'reply-foreign'
    case 'held_information':
      return 'reply-held-information'
  }
}

export const letterRules = {
  /** The answer to an approved decision, with what the policy encloses (訂正・利用停止請求書 after a disclosure). */
  writeReply: rule({
    by: clerks,
    body: z.object({ decision: z.string() }),
    when: kase =>
      whileWanted(kase) ??
      (kase.decisions.some(each => each.state === 'approved' && !answered(kase, each))
        ? null
        : refuse('decision_missing')),
    decide(kase, body, ctx) {
      const decision = kase.decisions.find(each => each.id === body.decision)
      if (decision === undefined) return refuse('unknown_decision', { field: 'decision' })
      if (decision.state !== 'approved') return refuse('decision_missing', { field: 'decision' })
      if (answered(kase, decision)) return refuse('letter_posted', { field: 'decision' })
      return [
        {
          type: 'LetterDrafted',
          id: nextLetter(kase),
          form: replyFormOf(decision.kind, decision.outcome),
          decision: decision.id,
          enclosures: replyEnclosures(kase, decision, policyOf(kase, ctx)),
          to: receiver(kase),
          on: ctx.today,
        },
      ]
    },
  }),
  writeLetter: rule({
    by: cashiers,
    body: z.object({ form: z.enum(notices) }),
    when: whileAlive,
    decide(kase, body, ctx) {
      const { form } = body
      if (!calledFor(kase, form)) return refuse('letter_not_called_for', { field: 'form', about: { form } })
      return [draftedNotice(kase, form, ctx)]
    },
  }),
  printLetter: rule({
    by: cashiers,
    body: z.object({ letter: z.string(), why: optional(z.enum(reprintReasons)) }),
    when(kase) {
      if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
      return kase.letters.some(each => !each.discarded) ? null : refuse('unknown_letter')
    },
    decide(kase, body, ctx) {
      const letter = liveLetter(kase, body.letter)
      if (letter?.outdated) return refuse('letter_outdated', { field: 'letter' })
      const print = letter && ctx.printOf(letter)
      if (!print) return refuse('unknown_letter', { field: 'letter' })
      if (isUnmade(kase, letter.id)) return refuse('package_missing', { field: 'letter' })
      const again = letter.printed > 0
      if (again && body.why === undefined) return refuse('reprint_reason_missing', { field: 'why' })
      // What a person has in hand stays what it was; another setting would be another letter under its name.
      if (isOut(kase, letter.id) && setAnew(letter, print)) return refuse('print_lost', { field: 'letter' })
      return [
        {
          type: 'LetterPrinted',
          letter: letter.id,
          ...print,
          ...(again && body.why !== undefined && { why: body.why }),
        },
      ]
    },
  }),
  discardLetter: rule({
    by: cashiers,
    body: z.object({ letter: z.string() }),
    when: kase => whileAlive(kase) ?? (kase.letters.some(each => !each.discarded) ? null : refuse('unknown_letter')),
    decide(kase, body) {
      if (liveLetter(kase, body.letter) === undefined) return refuse('unknown_letter', { field: 'letter' })
      if (kase.postings.some(posting => posting.letters.includes(body.letter)))
        return refuse('letter_posted', { field: 'letter' })
      return [{ type: 'LetterDiscarded', letter: body.letter }]
    },
  }),
}

/** A notice as it is drafted now, under the next number of its series where it has one. */
export const draftedNotice = (kase: Case, form: Notice, ctx: Context): LetterEvent => {
  const numbered = numberedPaper(kase, form, ctx)
  return {
    type: 'LetterDrafted',
    id: nextLetter(kase),
    form,
    enclosures: noticeEnclosures(kase, form),
    to: readerOfNotice(kase, form, ctx.today),
    on: ctx.today,
    ...numbered,
  }
}

/** An agent gets the answer only with the power to receive it (受領権限); otherwise it goes to the person. */
const receiver = (kase: Case): 'subject' | 'agent' =>
  kase.identity.authority?.powers.includes('receive') ? 'agent' : 'subject'

/** A cover goes where the letters go that it covers. */
const readerOfNotice = (kase: Case, form: Notice, on: PlainDate): Letter['to'] => {
  const cover = form === 'cover-letter' ? covered(kase)[0]?.to : undefined
  if (form === 'password-notice') return liveLetter(kase, lockedPackage(kase)?.letter ?? '')?.to ?? 'subject'
  return cover ?? (form === 'subject-notice' ? 'subject' : correspondent(kase, on))
}

/** Notices go to whoever writes, but never to an agent whose power has ended. */
const correspondent = (kase: Case, on: PlainDate): 'subject' | 'agent' =>
  kase.intake.agent === undefined || authorityEnded(kase, on) ? 'subject' : 'agent'

export const nextLetter = (kase: Case): string => `l${kase.letters.length + 1}`
export const liveLetter = (kase: Case, id: string): Letter | undefined =>
  kase.letters.find(each => each.id === id && !each.discarded)

const answered = (kase: Case, decision: Decision) =>
  kase.letters.some(letter => letter.decision === decision.id && !letter.discarded)

/** The papers in hand are not those that a print would give now: other bytes, or other pages where no bytes were kept. */
export const setAnew = ({ pages, sha256 }: Letter, now: Print): boolean =>
  sha256 !== undefined && now.sha256 !== undefined
    ? sha256 !== now.sha256
    : pages !== undefined && pages.join() !== now.pages.join()

/** In an envelope that left and did not come back. */
export const isOut = (kase: Case, letter: string): boolean =>
  kase.postings.some(posting => posting.returnedOn === undefined && posting.letters.includes(letter))
