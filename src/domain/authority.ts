import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { day, keptText, several } from './fields.ts'
import { owesMasking } from './identity.ts'
import { judgeAuthority } from './identity-rule.ts'
import type { Kept } from './kept.ts'
import { policyOf } from './policy-of.ts'
import { type Refusal, refuse } from './refusal.ts'
import { clerks, notYetOrTooEarly, rule, whileWanted } from './rule.ts'

/** 代理権: 法定 (親権者, 後見人) and 任意 (委任状); checked with scope, ended by revocation or majority, checked again on the day of posting. */
export const powers = ['request', 'receive', 'fee', 'correct'] as const
export type Power = (typeof powers)[number]

export interface Authority {
  readonly papers: readonly string[]
  readonly powers: readonly Power[]
  readonly checkedOn: PlainDate
  readonly recheckedOn?: PlainDate
  readonly endedOn?: PlainDate
}

export type AuthorityEvent =
  | { type: 'AuthorityChecked'; papers: readonly string[]; powers: readonly Power[]; on: PlainDate }
  | { type: 'AuthorityRechecked'; on: PlainDate }
  | { type: 'AuthorityEnded'; on: PlainDate; reason: Kept<string> }
  | { type: 'SubjectConfirmed'; on: PlainDate; how: Kept<string> }
  | { type: 'SubjectTookOver'; on: PlainDate }

const withAgent = (kase: Case): Refusal | null =>
  whileWanted(kase) ?? (kase.intake.requester === 'self' ? refuse('agent_not_expected') : null)

const withAuthority = (kase: Case) =>
  withAgent(kase) ?? (kase.identity.authority === undefined ? refuse('authority_missing') : null)

export const authorityRules = {
  checkAuthority: rule({
    by: clerks,
    body: z.object({ papers: several(z.string()), powers: several(z.enum(powers)) }),
    when: withAgent,
    decide(kase, body, ctx) {
      const mine = kase.identity.papers.filter(
        paper => paper.fate === undefined && (body.papers.length === 0 || body.papers.includes(paper.id)),
      )
      if (mine.length < body.papers.length) return refuse('unknown_document', { field: 'papers' })
      if (mine.some(owesMasking)) return refuse('masking_owed', { field: 'papers' })
      const { requester, arrivedOn } = kase.intake
      const side = requester === 'parent' || requester === 'guardian' ? 'legal' : 'appointed'
      const verdict = judgeAuthority(policyOf(kase, ctx).authority.value, side, mine, arrivedOn as PlainDate)
      if (!verdict.enough)
        return refuse('authority_missing', {
          field: 'papers',
          about: { problems: [...new Set(verdict.problems.map(each => each.code))].join(',') },
        })
      // A legal representative acts in everything; an appointed agent only as far as the 委任状 says.
      const scope = side === 'legal' ? powers : body.powers
      if (!scope.includes('request')) return refuse('authority_missing', { field: 'powers' })
      return [{ type: 'AuthorityChecked', papers: mine.map(paper => paper.id), powers: scope, on: ctx.today }]
    },
  }),
  recheckAuthority: rule({
    by: clerks,
    body: z.object({}),
    when: withAuthority,
    decide: (kase, _body, ctx) => authorityEnded(kase, ctx.today) ?? [{ type: 'AuthorityRechecked', on: ctx.today }],
  }),
  endAuthority: rule({
    by: clerks,
    body: z.object({ on: day(), reason: keptText(1000) }),
    when: withAuthority,
    decide: (_kase, body, ctx) => notYetOrTooEarly('on', body.on, ctx) ?? [{ type: 'AuthorityEnded', ...body }],
  }),
  confirmWithSubject: rule({
    by: clerks,
    body: z.object({ on: day(), how: keptText(1000) }),
    when: withAgent,
    decide: (kase, body, ctx) =>
      notYetOrTooEarly('on', body.on, ctx, kase.intake.arrivedOn) ?? [{ type: 'SubjectConfirmed', ...body }],
  }),
  /** The person goes on with the request in their own name: a minor who came of age, a principal who dismissed the agent. */
  letSubjectTakeOver: rule({
    by: clerks,
    body: z.object({ on: day() }),
    when: withAgent,
    decide: (kase, body, ctx) =>
      notYetOrTooEarly('on', body.on, ctx, kase.intake.arrivedOn) ?? [{ type: 'SubjectTookOver', on: body.on }],
  }),
}

/** Whether the agent may no longer act on a day: revoked, or the minor has come of age. */
export const authorityEnded = (kase: Case, on: PlainDate): Refusal | null => {
  const { majorityOn } = kase.intake
  const ended = kase.identity.authority?.endedOn
  if (ended !== undefined && ended <= on) return refuse('authority_ended', { about: { day: ended } })
  if (majorityOn !== undefined && majorityOn <= on) return refuse('authority_ended', { about: { day: majorityOn } })
  return null
}

/** Some operators let the person confirm what an appointed agent asks for (law.md §3.4); not yet done here. */
export const mustTellSubject = (kase: Case, ctx: Parameters<typeof policyOf>[1]): boolean =>
  kase.intake.requester === 'appointed' &&
  policyOf(kase, ctx).authority.value.tellSubject &&
  kase.identity.subjectConfirmedOn === undefined
