import { z } from 'zod'
import type { Case } from './case.ts'
import { day, keptText, optional, several, ticked } from './fields.ts'
import { type GroundCode, groundCodes, groundOf } from './grounds.ts'
import { searched, subjectAmbiguous } from './inquiry.ts'
import { type Kept, keep } from './kept.ts'
import { type Outcome, outcomes, outcomesOf, type RequestKind, requestKindNames } from './kinds.ts'
import { bySchedule } from './letter-enclosures.ts'
import { type Refusal, refuse } from './refusal.ts'
import { approvers, type Body, clerks, openKinds, rule, whileWanted } from './rule.ts'

/** 決定: per kind, drafted by one and approved by another; a refusal only with ground and facts (36条, law.md §1.6). */
export interface Decision {
  readonly id: string
  readonly kind: RequestKind
  readonly outcome: Outcome
  readonly grounds: readonly GroundCode[]
  readonly facts?: Kept<string>
  readonly content?: Kept<string>
  readonly entries?: Kept<Entry[]>
  readonly withheld?: Kept<Withheld[]>
  readonly searched: readonly { readonly system: string; readonly period: string }[]
  readonly draftedBy: string
  readonly state: 'waiting' | 'approved' | 'returned'
  readonly approvedBy?: string
}

export type DecisionEvent =
  | {
      type: 'DecisionDrafted'
      id: string
      kind: RequestKind
      outcome: Outcome
      grounds: readonly GroundCode[]
      facts?: Kept<string>
      content?: Kept<string>
      entries?: Kept<Entry[]>
      withheld?: Kept<Withheld[]>
      memo?: Kept<string>
      searched: readonly { system: string; period: string }[]
    }
  | { type: 'DecisionApproved'; decision: string }
  | { type: 'DecisionReturned'; decision: string; reason: Kept<string> }

const withheld = z.object({
  item: z.string().min(1, 'required').max(200),
  ground: z.enum(groundCodes),
  facts: z.string().min(1, 'facts_missing').max(1000),
})
export type Withheld = z.output<typeof withheld>

/**
 * One line of what the letter tells: data disclosed, purpose told, text before and after, measure and its extent,
 * record of a third party (`label` the other side, `before` the consent, `received` a record of receiving).
 */
const entry = z.object({
  label: z.string().min(1, 'required').max(200),
  before: optional(z.string().max(1000)),
  text: optional(z.string().max(2000)),
  on: optional(day()),
  received: ticked(),
})
export type Entry = z.output<typeof entry>

const draft = z.object({
  kind: z.enum(requestKindNames),
  outcome: z.enum(outcomes),
  grounds: several(z.enum(groundCodes)),
  facts: optional(keptText()),
  /** a sentence of the letter beyond its entries: how it was investigated, the other method, the other desk */
  content: optional(keptText(8000)),
  entries: keep(several(entry)),
  withheld: keep(several(withheld)),
  /** restricted to approvers: e.g. that existence itself is not to be confirmed (law.md §9 case 10) */
  memo: optional(keptText()),
})

/** Outcomes that give less than was asked must say by what article and on what facts. */
const needsGround: readonly Outcome[] = ['part', 'refused', 'other_method', 'substitute', 'out_of_scope']
const needsContent: readonly Outcome[] = ['full', 'part', 'substitute', 'other_method']

export const decisionRules = {
  draftDecision: rule({
    by: clerks,
    body: draft,
    when: kase =>
      whileWanted(kase) ?? (openKinds(kase).every(kind => standing(kase, kind)) ? refuse('decision_open') : null),
    decide(kase, body) {
      const wrong = wrongDraft(kase, body)
      if (wrong) return wrong
      const { withheld, entries, ...rest } = body
      return [
        {
          type: 'DecisionDrafted',
          id: `d${kase.decisions.length + 1}`,
          ...rest,
          ...(some(entries) && { entries }),
          ...(some(withheld) && { withheld }),
          searched: searched(kase),
        },
      ]
    },
  }),
  approveDecision: rule({
    by: approvers,
    body: z.object({ decision: z.string() }),
    when: whileWaiting,
    decide: (kase, body, ctx) =>
      mayJudge(kase, body.decision, ctx.by.id) ?? [{ type: 'DecisionApproved', decision: body.decision }],
  }),
  returnDecision: rule({
    by: approvers,
    body: z.object({ decision: z.string(), reason: keptText(1000) }),
    // An approval, too, may be taken back while the answer is still in the house (law.md §9 case 12).
    when: kase =>
      whileWanted(kase) ?? (kase.decisions.some(each => mayReturn(kase, each)) ? null : refuse('unknown_decision')),
    decide(kase, body, ctx) {
      const decision = kase.decisions.find(each => each.id === body.decision)
      const approved = decision?.state === 'approved' && mayReturn(kase, decision) && decision.draftedBy !== ctx.by.id
      const wrong = approved ? null : mayJudge(kase, body.decision, ctx.by.id)
      return wrong ?? [{ type: 'DecisionReturned', ...body }]
    },
  }),
}

const some = (list: Kept<readonly unknown[]>) => 'fresh' in list && list.fresh.length > 0

function whileWaiting(kase: Case): Refusal | null {
  return (
    whileWanted(kase) ?? (kase.decisions.some(each => each.state === 'waiting') ? null : refuse('unknown_decision'))
  )
}

/** The decision that holds for a kind: the last one not sent back. */
export const standing = (kase: Case, kind: RequestKind): Decision | undefined =>
  kase.decisions.findLast(each => each.kind === kind && each.state !== 'returned')

const mayReturn = (kase: Case, decision: Decision): boolean =>
  decision.state === 'waiting' || (decision.state === 'approved' && !sent(kase, decision.id))

const sent = (kase: Case, decision: string): boolean =>
  kase.letters.some(
    letter => letter.decision === decision && kase.postings.some(posting => posting.letters.includes(letter.id)),
  )

const mayJudge = (kase: Case, id: string, by: string): Refusal | null => {
  const decision = kase.decisions.find(each => each.id === id)
  if (decision === undefined) return refuse('unknown_decision', { field: 'decision' })
  if (decision.state !== 'waiting') return refuse('decision_not_waiting', { field: 'decision' })
  return decision.draftedBy === by ? refuse('same_person', { field: 'decision' }) : null
}

/** A purpose without its text would leave a hole in the letter's table. */
const wrongEntries = ({ kind, outcome, entries }: Body<z.output<typeof draft>>): boolean =>
  kind === 'purpose' && outcome === 'full' && 'fresh' in entries && entries.fresh.some(line => line.text === undefined)

const wrongDraft = (kase: Case, body: Body<z.output<typeof draft>>): Refusal | null => {
  const { kind, outcome, grounds } = body
  if (!openKinds(kase).includes(kind)) return refuse('kind_not_asked', { field: 'kind' })
  if (standing(kase, kind)) return refuse('decision_open', { field: 'kind' })
  if (!outcomesOf[kind].includes(outcome)) return refuse('outcome_not_for_kind', { field: 'outcome' })
  const items = 'fresh' in body.withheld ? body.withheld.fresh : []
  const schedule = bySchedule(kase, { kind, outcome }) ? kase.schedule : undefined
  if (schedule && outcome === 'full' && schedule.withheld > 0) return refuse('schedule_withholds', { field: 'outcome' })
  const named = [...grounds, ...items.map(item => item.ground), ...(schedule?.grounds ?? [])]
  if (needsGround.includes(outcome)) {
    if (named.length === 0) return refuse('ground_missing', { field: 'grounds' })
    const explained = items.length > 0 || (schedule !== undefined && schedule.withheld > schedule.unexplained)
    if (body.facts === undefined && (!explained || (schedule?.unexplained ?? 0) > 0))
      return refuse('facts_missing', { field: 'facts' })
  }
  const misfit = named.find(
    code => !groundOf(code).kinds.includes(kind) || (groundOf(code).scope === true) !== (outcome === 'out_of_scope'),
  )
  // A letter that gives all, or says that there is nothing, names no article (law.md §9 case 10).
  const idle = needsGround.includes(outcome) ? undefined : named[0]
  if (idle !== undefined) return refuse('ground_not_for_kind', { field: 'grounds', about: { ground: idle } })
  if (misfit !== undefined) return refuse('ground_not_for_kind', { field: 'grounds', about: { ground: misfit } })
  if (wrongEntries(body)) return refuse('content_missing', { field: 'entries' })
  if (needsContent.includes(outcome) && body.content === undefined && !some(body.entries) && schedule === undefined)
    return refuse('content_missing', { field: 'content' })
  if (outcome === 'out_of_scope') return null
  if (subjectAmbiguous(kase)) return refuse('subject_ambiguous')
  if (kase.inquiries.some(inquiry => inquiry.finding === undefined)) return refuse('inquiry_open')
  return outcome === 'absent' && searched(kase).length === 0 ? refuse('search_missing', { field: 'outcome' }) : null
}
