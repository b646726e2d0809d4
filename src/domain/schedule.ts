import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { standing } from './decision.ts'
import { optional } from './fields.ts'
import { type GroundCode, groundCodes, groundOf } from './grounds.ts'
import { type Kept, keep } from './kept.ts'
import { type Refusal, refuse } from './refusal.ts'
import { clerks, openKinds, rule, whileWanted } from './rule.ts'

/** 別紙: what is disclosed, item by item and by system, and what is withheld on which ground (33条2項, law.md §9 case 11). */
export interface Schedule {
  readonly rows: Kept<ScheduleRow[]>
  readonly items: number
  readonly withheld: number
  /** withheld without facts of its own: the decision must tell them (36条) */
  readonly unexplained: number
  readonly grounds: readonly GroundCode[]
  readonly on: PlainDate
}

export type ScheduleEvent = { type: 'ScheduleSet' } & Schedule

export const MOST_ROWS = 5_000

/** Grounds on which an item of a disclosure may be withheld. */
export const scheduleGrounds = groundCodes.filter(
  code => groundOf(code).kinds.includes('disclosure') && groundOf(code).scope !== true && code !== '33-2-method',
) as [GroundCode, ...GroundCode[]]

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too_long')
    .refine(text => !forbidden.test(text), 'control_character')

/** `value` of a withheld row stays in the house: neither the sheet nor a file for the person ever holds it. */
const row = z
  .object({
    system: words(100).min(1, 'required'),
    item: words(200).min(1, 'required'),
    value: words(2_000).default(''),
    withheld: optional(z.enum(scheduleGrounds)),
    facts: optional(words(1_000)),
  })
  .refine(({ value, withheld }) => withheld !== undefined || value !== '', { path: ['value'], message: 'required' })
export type ScheduleRow = z.output<typeof row>

export const scheduleRules = {
  /** The whole table at once, so that no half of it is ever decided upon. */
  setSchedule: rule({
    by: clerks,
    body: z.object({ rows: keep(z.array(row).min(1, 'required').max(MOST_ROWS, 'too_many_rows')) }),
    when: whileUndecided,
    decide(_kase, { rows }, ctx) {
      const all = 'fresh' in rows ? rows.fresh : []
      const held = all.filter(each => each.withheld !== undefined)
      return [
        {
          type: 'ScheduleSet',
          rows,
          items: all.length,
          withheld: held.length,
          unexplained: held.filter(each => each.facts === undefined || each.facts === '').length,
          grounds: scheduleGrounds.filter(code => held.some(each => each.withheld === code)),
          on: ctx.today,
        },
      ]
    },
  }),
}

/** What a second person approves is the schedule as it stands: it cannot change under a decision. */
function whileUndecided(kase: Case): Refusal | null {
  const shut = whileWanted(kase)
  if (shut) return shut
  if (!openKinds(kase).includes('disclosure')) return refuse('kind_not_asked')
  if (standing(kase, 'disclosure')) return refuse('decision_open')
  return kase.inquiries.some(each => each.finding !== undefined) ? null : refuse('search_missing')
}
