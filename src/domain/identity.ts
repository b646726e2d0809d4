import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { day, keptText, line, optional, several } from './fields.ts'
import { type MaskTarget, maskTargets, type PaperKindName, paperKindNames } from './identity-papers.ts'
import { judgePapers } from './identity-rule.ts'
import type { Kept } from './kept.ts'
import { policyOf } from './policy-of.ts'
import { refuse } from './refusal.ts'
import { clerks, notYetOrTooEarly, rule, whileWanted } from './rule.ts'

/** 本人確認: kind, issuer, expiry, who checked and when; never the paper's number (law.md §4.4). */
export interface Paper {
  readonly id: string
  readonly whose: 'subject' | 'agent'
  readonly kind: PaperKindName
  readonly as: 'original' | 'copy'
  readonly issuer?: string | Kept<string>
  readonly issuedOn?: PlainDate
  readonly expiresOn?: PlainDate
  readonly receivedOn: PlainDate
  readonly unmasked: readonly MaskTarget[]
  readonly maskedOn?: PlainDate
  readonly place: string
  readonly fate?: { readonly how: 'returned' | 'shredded'; readonly on: PlainDate }
}

export interface IdentityCheck {
  readonly whose: 'subject' | 'agent'
  readonly papers: readonly string[]
  readonly by: string
  readonly on: PlainDate
  /** where the reply may go: the address on the papers or on file, never one found only in the request */
  readonly sendTo: 'papers' | 'file'
  readonly address?: Kept<string>
  readonly nameOnPaper?: Kept<string>
}

export type IdentityEvent =
  | ({ type: 'PaperReceived' } & Omit<Paper, 'maskedOn' | 'fate'>)
  | { type: 'PaperMasked'; paper: string; on: PlainDate }
  | ({ type: 'IdentityChecked' } & Omit<IdentityCheck, 'by'>)
  | { type: 'IdentityRefused'; whose: 'subject' | 'agent'; problems: readonly string[]; reason: Kept<string> }

const whose = z.enum(['subject', 'agent'])

export const identityRules = {
  receivePaper: rule({
    by: clerks,
    body: z.object({
      whose: whose.default('subject'),
      kind: z.enum(paperKindNames),
      as: z.enum(['copy', 'original']).default('copy'),
      issuer: optional(keptText(80)),
      issuedOn: optional(day()),
      expiresOn: optional(day()),
      receivedOn: day(),
      unmasked: several(z.enum(maskTargets)),
      place: line(80).default('案件ファイル'),
    }),
    when: whileWanted,
    decide(kase, body, ctx) {
      const wrong =
        notYetOrTooEarly('receivedOn', body.receivedOn, ctx) ?? notYetOrTooEarly('issuedOn', body.issuedOn, ctx)
      if (wrong) return wrong
      if (body.whose === 'agent' && kase.intake.requester === 'self')
        return refuse('agent_not_expected', { field: 'whose' })
      return [{ type: 'PaperReceived', id: `p${kase.identity.papers.length + 1}`, ...body }]
    },
  }),
  maskPaper: rule({
    by: clerks,
    body: z.object({ paper: z.string(), on: day() }),
    when: kase => whileWanted(kase) ?? (kase.identity.papers.some(owesMasking) ? null : refuse('nothing_owed')),
    decide(kase, body, ctx) {
      const paper = kase.identity.papers.find(each => each.id === body.paper)
      if (paper === undefined) return refuse('unknown_document', { field: 'paper' })
      if (!owesMasking(paper)) return refuse('nothing_owed', { field: 'paper' })
      return notYetOrTooEarly('on', body.on, ctx, paper.receivedOn) ?? [{ type: 'PaperMasked', ...body }]
    },
  }),
  checkIdentity: rule({
    by: clerks,
    body: z.object({
      whose: whose.default('subject'),
      papers: several(z.string()),
      sendTo: z.enum(['papers', 'file', 'request']).default('papers'),
      address: optional(keptText(300)),
      nameOnPaper: optional(keptText(160)),
    }),
    when: whileWanted,
    decide(kase, { sendTo, ...body }, ctx) {
      if (sendTo === 'request') return refuse('address_only_in_request', { field: 'sendTo' })
      const judged = judge(kase, body.whose, body.papers, ctx)
      if ('refused' in judged) return judged
      return [{ type: 'IdentityChecked', ...body, papers: judged.used, sendTo, on: ctx.today }]
    },
  }),
  refuseIdentity: rule({
    by: clerks,
    body: z.object({ whose: whose.default('subject'), reason: keptText(1000) }),
    when: whileWanted,
    decide: (_kase, body) => [{ type: 'IdentityRefused', problems: [], ...body }],
  }),
}

const judge = (kase: Case, whose: 'subject' | 'agent', ids: readonly string[], ctx: Parameters<typeof policyOf>[1]) => {
  const mine = kase.identity.papers.filter(paper => paper.whose === whose && paper.fate === undefined)
  const chosen = ids.length === 0 ? mine : mine.filter(paper => ids.includes(paper.id))
  if (chosen.length < ids.length) return refuse('unknown_document', { field: 'papers' })
  if (chosen.some(owesMasking)) return refuse('masking_owed', { field: 'papers' })
  const verdict = judgePapers(policyOf(kase, ctx).identity.value, chosen, kase.intake.arrivedOn as PlainDate)
  if (verdict.enough) return { used: verdict.usable.map(index => (chosen[index] as Paper).id) }
  return refuse('identity_insufficient', {
    field: 'papers',
    about: { problems: [...new Set(verdict.problems.map(each => each.code))].join(',') },
  })
}

export const owesMasking = (paper: Paper): boolean => paper.unmasked.length > 0 && paper.maskedOn === undefined

/** The person (and, where one acts, the agent) has been proved. */
export const identityPassed = (kase: Case): boolean => {
  const needed = kase.intake.requester === 'self' ? (['subject'] as const) : (['agent'] as const)
  return needed.every(whose => kase.identity.checks.some(check => check.whose === whose))
}

/** Something was proved of this person that an amendment of name, birthday or address takes away again. */
export const wasProved = ({ identity }: Case, whose: 'subject' | 'agent'): boolean =>
  identity.checks.some(check => check.whose === whose) ||
  identity.authority !== undefined ||
  (whose === 'subject' && identity.subjectConfirmedOn !== undefined)

/** Papers that were checked against a name or an address that has been amended since. */
export const unproved = (kase: Case, whose: 'subject' | 'agent'): Case => {
  const { authority, subjectConfirmedOn, ...identity } = kase.identity
  return {
    ...kase,
    identity: {
      ...identity,
      checks: identity.checks.filter(check => check.whose !== whose),
      // A 委任状 names both. That a power has ended stays known.
      ...(authority?.endedOn !== undefined && { authority }),
      ...(whose === 'agent' && subjectConfirmedOn !== undefined && { subjectConfirmedOn }),
      amended: true,
    },
  }
}
