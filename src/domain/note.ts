import { z } from 'zod'
import { keptText, ticked } from './fields.ts'
import type { Kept } from './kept.ts'
import { refuse } from './refusal.ts'
import { cashiers, rule } from './rule.ts'

/** メモ: telephone calls and remarks, possible in every state; a restricted one is shown to approvers only. */
export const contactWays = ['memo', 'phone_in', 'phone_out', 'email', 'visit'] as const

export type NoteEvent = {
  type: 'NoteAdded'
  way: (typeof contactWays)[number]
  memo: Kept<string>
  restricted: boolean
}

export const noteRules = {
  addNote: rule({
    by: cashiers,
    body: z.object({ way: z.enum(contactWays).default('memo'), memo: keptText(), restricted: ticked() }),
    when: kase =>
      kase.number === null
        ? refuse('not_opened')
        : kase.closing.erasedOn === undefined
          ? null
          : refuse('already_erased'),
    decide: (_kase, body) => [{ type: 'NoteAdded', ...body }],
  }),
}
