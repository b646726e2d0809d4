import { z } from 'zod'
import { addDays, type PlainDate } from './day.ts'
import { enclosureCode } from './enclosures.ts'
import { day, keptText, optional, several } from './fields.ts'
import type { Kept } from './kept.ts'
import { policyOf } from './policy-of.ts'
import { refuse } from './refusal.ts'
import { clerks, notYetOrTooEarly, rule, whileWanted } from './rule.ts'

/** 補正: asking for what is missing. Stops the internal clock, never that of 39条 (law.md §2.2). */
export interface SupplementRound {
  readonly items: readonly string[]
  readonly more?: Kept<string>
  readonly requestedOn: PlainDate
  readonly dueOn: PlainDate
  readonly endedOn?: PlainDate
}

export type SupplementEvent =
  | {
      type: 'SupplementRequested'
      items: readonly string[]
      more?: Kept<string>
      requestedOn: PlainDate
      dueOn: PlainDate
    }
  | { type: 'SupplementReceived'; items: readonly string[]; receivedOn: PlainDate }
  | { type: 'MissingNoted'; items: readonly string[] }

/** received: also what was once noted in words of its own */
const item = z.string().max(60)

export const supplementRules = {
  requestSupplement: rule({
    by: clerks,
    body: z.object({ items: several(enclosureCode()), more: optional(keptText(2000)), dueOn: optional(day()) }),
    when: kase => whileWanted(kase) ?? (openRound(kase.supplements) ? refuse('supplement_open') : null),
    decide(kase, body, ctx) {
      const items = body.items.length > 0 ? body.items : kase.intake.missing
      if (items.length === 0 && body.more === undefined) return refuse('nothing_missing', { field: 'items' })
      const dueOn = body.dueOn ?? addDays(ctx.today, policyOf(kase, ctx).waits.value.supplementDays)
      if (dueOn <= ctx.today)
        return refuse('date_before_event', { field: 'dueOn', about: { day: dueOn, earliest: ctx.today } })
      return [
        { type: 'SupplementRequested', items, ...(body.more && { more: body.more }), requestedOn: ctx.today, dueOn },
      ]
    },
  }),
  receiveSupplement: rule({
    by: clerks,
    body: z.object({ items: several(item), receivedOn: day() }),
    when: kase =>
      whileWanted(kase) ??
      (kase.intake.missing.length === 0 && !openRound(kase.supplements) ? refuse('nothing_missing') : null),
    decide: (kase, body, ctx) =>
      notYetOrTooEarly('receivedOn', body.receivedOn, ctx, kase.intake.arrivedOn) ?? [
        { type: 'SupplementReceived', ...body },
      ],
  }),
  noteMissing: rule({
    by: clerks,
    body: z.object({ items: several(enclosureCode()) }),
    when: whileWanted,
    decide: (_kase, body) =>
      body.items.length === 0
        ? refuse('nothing_missing', { field: 'items' })
        : [{ type: 'MissingNoted', items: body.items }],
  }),
}

export const openRound = (rounds: readonly SupplementRound[]): SupplementRound | undefined =>
  rounds.find(round => round.endedOn === undefined)
