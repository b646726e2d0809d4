import type { CaseEvent } from '../domain/case.ts'
import type { Context } from '../domain/rule.ts'
import type { DeskParts } from './desk.ts'
import { type Draft, draftLetter } from './drafting.ts'
import type { FieldIssue } from './issues.ts'
import type { Keeping, Particular } from './keeping.ts'
import { knownPersons } from './persons.ts'
import type { NumberedCase } from './projecting.ts'
import type { World } from './world.ts'

type Parts = Pick<DeskParts, 'definitions' | 'letterValues'> & {
  readonly current: () => World
  readonly keep: Pick<Keeping, 'reveal'>
}

/** Letters get their values here, before anything is written: what cannot be printed is not drafted. */
export const lettering =
  (parts: Parts) =>
  async (
    kase: NumberedCase,
    history: readonly CaseEvent[],
    events: readonly CaseEvent[],
    taken: readonly Particular[],
    ctx: Context,
  ): Promise<{ drafts: Draft[] } | { issues: readonly FieldIssue[] }> => {
    const drafted = events.filter(event => event.type === 'LetterDrafted')
    if (drafted.length === 0) return { drafts: [] }
    const operator = parts.current().operators.get(kase.intake.operator)?.operator
    if (operator === undefined) throw new Error(`operator ${kase.intake.operator} of case ${kase.number} is not loaded`)
    const known = await knownPersons(kase, history, taken, parts.keep.reveal)
    const done: Draft[] = []
    for (const event of drafted) {
      const letter = draftLetter(event, { kase, ctx, operator, ...known }, parts)
      if (!('sheets' in letter)) return { issues: letter }
      done.push(letter)
    }
    return { drafts: done }
  }
