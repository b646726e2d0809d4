import { z } from 'zod'
import type { Desk } from '../desk/desk.ts'
import { isVerb, type Verb } from '../domain/case.ts'
import { addDays, type PlainDate } from '../domain/day.ts'
import { pageCode } from '../domain/page-code.ts'
import { type Actor, type Role, roles } from '../domain/rule.ts'

/** A case told as commands: who does what on which day, counted from the day of arrival. `$day`, `$day-2` in a body are dates, `$all` all scans of an envelope. */
const script = z.strictObject({
  operator: z.string(),
  /** in the demo desk: how long ago the case arrived */
  begunDaysAgo: z.int().nonnegative().default(0),
  steps: z.array(
    z.strictObject({
      day: z.int(),
      by: z.enum(roles),
      verb: z
        .string()
        .refine(isVerb, 'no such verb')
        .transform(verb => verb as Verb),
      body: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type Script = z.output<typeof script>
export const readScript = (yaml: unknown): Script => script.parse(yaml)

export interface Stage {
  readonly desk: Desk
  readonly cast: Readonly<Record<Role, Actor>>
  /** moves the desk's clock */
  readonly setClock: (iso: string) => void
}

/** Performs a script from `base` on, up to and including `until`; gives the case's number. A refusal is a defect of the script. */
export const perform = async (
  stage: Stage,
  { steps, operator }: Script,
  base: PlainDate,
  until?: PlainDate,
): Promise<string> => {
  let number: string | null = null
  for (const [nth, step] of steps.entries()) {
    const day = addDays(base, step.day)
    if (until !== undefined && day > until) break
    // Ten in the morning in Tokyo; seconds keep the order within a day.
    stage.setClock(
      `${day}T01:${String(Math.floor(nth / 60)).padStart(2, '0')}:${String(nth % 60).padStart(2, '0')}.000Z`,
    )
    const by = stage.cast[step.by]
    const body = await scanned(stage.desk, number, dated(step.body, day), by)
    const done = await stage.desk.perform(number, step.verb, body, by)
    if (!done.ok)
      throw new Error(
        `${operator}, step ${nth + 1} (${step.verb}): ${JSON.stringify('refusal' in done ? done.refusal : done.issues)}`,
      )
    number = done.number
  }
  if (number === null) throw new Error(`${operator}: the script opens no case`)
  return number
}

/** `scans: $all` reads every page that belongs into the envelope with the step's letters. */
const scanned = async (desk: Desk, number: string | null, body: unknown, by: Actor): Promise<unknown> => {
  const read = z.looseObject({ scans: z.literal('$all'), letters: z.array(z.string()) }).safeParse(body)
  if (number === null || !read.success) return body
  return { ...read.data, scans: (await desk.pageSet(number, read.data.letters, by)).map(pageCode) }
}

export const dated = (value: unknown, day: PlainDate): unknown => {
  if (Array.isArray(value)) return value.map(each => dated(each, day))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dated(each, day)]))
  const shift = typeof value === 'string' ? /^\$day([+-]\d+)?$/.exec(value) : null
  return shift === null ? value : addDays(day, Number(shift[1] ?? 0))
}
