import { z } from 'zod'
import type { Case } from './case.ts'
import { addYears, type PlainDate } from './day.ts'
import { standing } from './decision.ts'
import { feeSettled, heldMoney, openRefunds, overpaid } from './fee.ts'
import { waitsForCount } from './fee-count.ts'
import { day, keptText, optional, several, ticked } from './fields.ts'
import { owesMasking } from './identity.ts'
import type { Kept } from './kept.ts'
import { type RequestKind, requestKindNames } from './kinds.ts'
import { policyOf } from './policy-of.ts'
import { type Refusal, refuse } from './refusal.ts'
import {
  approvers,
  type Context,
  cashiers,
  clerks,
  notYetOrTooEarly,
  openKinds,
  rule,
  whileAlive,
  whileOpen,
  whileWanted,
} from './rule.ts'
import { openRound } from './supplement.ts'

/** 完了: answered and delivered, withdrawn, deemed withdrawn (contractual, so it can be reopened), frozen, erased. */
export interface Closing {
  readonly withdrawnKinds: readonly RequestKind[]
  readonly withdrawnOn?: PlainDate
  readonly deemed?: 'supplement' | 'fee'
  /** withdrawn only by being deemed so: what reopening brings back */
  readonly lapsedKinds?: readonly RequestKind[]
  readonly frozen: boolean
  readonly closedOn?: PlainDate
  readonly undelivered?: true
  readonly erasedOn?: PlainDate
}

export const freezeReasons = ['death', 'dispute', 'incident'] as const

export type ClosingEvent =
  | {
      type: 'Withdrawn'
      kinds: readonly RequestKind[]
      on: PlainDate
      how: 'letter' | 'phone' | 'email' | 'counter'
      returnPapers: boolean
      memo?: Kept<string>
    }
  | { type: 'DeemedWithdrawn'; because: 'supplement' | 'fee'; kinds: readonly RequestKind[]; on: PlainDate }
  | { type: 'CaseFrozen'; because: (typeof freezeReasons)[number]; memo?: Kept<string> }
  | { type: 'CaseUnfrozen'; reason: Kept<string> }
  | { type: 'CaseClosed'; on: PlainDate; undelivered?: true }
  | { type: 'CaseReopened'; reason: Kept<string> }
  | { type: 'CaseErased'; on: PlainDate }

export const closingRules = {
  withdraw: rule({
    by: clerks,
    body: z.object({
      kinds: several(z.enum(requestKindNames)),
      on: day(),
      how: z.enum(['letter', 'phone', 'email', 'counter']),
      returnPapers: ticked(),
      memo: optional(keptText()),
    }),
    when: whileWanted,
    decide(kase, body, ctx) {
      const open = openKinds(kase)
      const kinds = body.kinds.length === 0 ? open : body.kinds
      if (kinds.some(kind => !open.includes(kind))) return refuse('kind_not_open', { field: 'kinds' })
      if (kinds.some(kind => answerIsOut(kase, kind))) return refuse('letter_posted', { field: 'kinds' })
      return notYetOrTooEarly('on', body.on, ctx, kase.intake.arrivedOn) ?? [{ type: 'Withdrawn', ...body, kinds }]
    },
  }),
  deemWithdrawn: rule({
    by: approvers,
    body: z.object({ because: z.enum(['supplement', 'fee']) }),
    when: kase =>
      whileWanted(kase) ??
      (openRound(kase.supplements) || kase.fee.dueOn !== undefined ? null : refuse('supplement_not_due')),
    decide(kase, body, ctx) {
      if (!policyOf(kase, ctx).waits.value.deemedWithdrawal) return refuse('not_allowed')
      const dueOn =
        body.because === 'supplement'
          ? openRound(kase.supplements)?.dueOn
          : feeSettled(kase)
            ? undefined
            : kase.fee.dueOn
      if (dueOn === undefined) return refuse('nothing_owed', { field: 'because' })
      if (dueOn >= ctx.today) return refuse('supplement_not_due', { field: 'because', about: { day: dueOn } })
      if (body.because === 'fee' && kase.fee.reminders === undefined)
        return refuse('fee_not_reminded', { field: 'because' })
      const kinds = lapsing(kase, body.because)
      return kinds.length === 0
        ? refuse('letter_posted', { field: 'because' })
        : [{ type: 'DeemedWithdrawn', because: body.because, kinds, on: ctx.today }]
    },
  }),
  /** The sender has died, or a dispute runs: nothing leaves, nothing is handed to the family (law.md §9 case 2). */
  freeze: rule({
    by: clerks,
    body: z.object({ because: z.enum(freezeReasons), memo: optional(keptText()) }),
    when: whileAlive,
    decide: (_kase, body) => [{ type: 'CaseFrozen', ...body }],
  }),
  unfreeze: rule({
    by: approvers,
    body: z.object({ reason: keptText(1000) }),
    when: kase => (kase.closing.frozen ? null : refuse('not_frozen')),
    decide: (_kase, body) => [{ type: 'CaseUnfrozen', ...body }],
  }),
  close: rule({
    by: cashiers,
    body: z.object({ undelivered: ticked() }),
    when: kase =>
      (kase.intake.arrivedOn === undefined ? whileAlive(kase) : whileOpen(kase)) ??
      ledgerOpen(kase) ??
      (kase.identity.papers.some(owesMasking) ? refuse('masking_owed') : null),
    decide: (kase, body, ctx) =>
      unanswered(kase, body.undelivered) ?? [
        { type: 'CaseClosed', on: ctx.today, ...(body.undelivered && { undelivered: true as const }) },
      ],
  }),
  reopen: rule({
    by: approvers,
    body: z.object({ reason: keptText(1000) }),
    when: kase => {
      if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
      if (kase.closing.deemed !== undefined) return null
      if (kase.closing.closedOn === undefined) return refuse('not_closed')
      // What the person took back comes again as a new case with its own 39条 date (law.md §9 case 18).
      return kase.closing.withdrawnOn !== undefined && openKinds(kase).length === 0 ? refuse('case_withdrawn') : null
    },
    decide: (_kase, body) => [{ type: 'CaseReopened', ...body }],
  }),
  erase: rule({
    by: ['admin'],
    body: z.object({}),
    when: (kase, ctx) => {
      if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
      if (kase.closing.closedOn === undefined) return refuse('not_closed')
      if (kase.identity.papers.some(paper => paper.fate === undefined)) return refuse('papers_open')
      // Money may have come after the end.
      const money = ledgerOpen(kase)
      if (money) return money
      const until = keptUntil(kase, ctx)
      return until >= ctx.today ? refuse('retention_running', { about: { day: until } }) : null
    },
    decide: (_kase, _body, ctx) => [{ type: 'CaseErased', on: ctx.today }],
  }),
}

/** Last day on which the file, or the vouchers of its money, must still be there. */
export const keptUntil = (kase: Case, ctx: Pick<Context, 'policyOn'>): PlainDate => {
  const { caseYears, voucherYears } = policyOf(kase, ctx).retention.value
  const years = kase.fee.receipts.length > 0 ? Math.max(caseYears, voucherYears) : caseYears
  return addYears(kase.closing.closedOn as PlainDate, years)
}

/** What lapses: nothing that is answered already, and for an unpaid fee only what it was asked for (38条). */
const lapsing = (kase: Case, because: 'supplement' | 'fee'): RequestKind[] =>
  openKinds(kase).filter(
    kind =>
      !answerIsOut(kase, kind) && (because === 'supplement' || kase.fee.dues.some(due => due.kinds.includes(kind))),
  )

const ledgerOpen = (kase: Case): Refusal | null => {
  if (openRefunds(kase).length > 0) return refuse('refund_open')
  // Its sum is for nobody to read before a second person has counted.
  if (kase.fee.receipts.some(waitsForCount)) return refuse('count_unconfirmed')
  const held = heldMoney(kase) + overpaid(kase)
  return feeSettled(kase) && held === 0 ? null : refuse('ledger_not_zero', { about: { held } })
}

export const answerIsOut = (kase: Case, kind: RequestKind): boolean => {
  const decision = standing(kase, kind)
  const letters = kase.letters
    .filter(letter => decision !== undefined && letter.decision === decision.id)
    .map(letter => letter.id)
  return kase.postings.some(
    posting => posting.returnedOn === undefined && posting.letters.some(id => letters.includes(id)),
  )
}

/** Every open kind is answered and delivered; `undelivered` closes one whose answer came back and could not be sent again. */
const unanswered = (kase: Case, undelivered: boolean): Refusal | null => {
  for (const kind of openKinds(kase)) {
    const decision = standing(kase, kind)
    const letters = kase.letters
      .filter(letter => decision !== undefined && letter.decision === decision.id)
      .map(letter => letter.id)
    const postings = kase.postings.filter(posting => posting.letters.some(id => letters.includes(id)))
    if (postings.length === 0) return refuse('reply_not_posted', { about: { kind } })
    const delivered = postings.some(posting => posting.deliveredOn !== undefined)
    const cameBack = postings.at(-1)?.returnedOn !== undefined
    if (!delivered && !(undelivered && cameBack)) return refuse('not_delivered', { about: { kind } })
  }
  return null
}
