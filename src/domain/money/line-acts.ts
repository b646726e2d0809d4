import { z } from 'zod'
import { keptText } from '../fields.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { cashiers } from '../rule.ts'
import { asideActs } from './line-aside.ts'
import { recallActs } from './line-recall.ts'
import { refundActs } from './line-refund.ts'
import { type LineContext, type LineDone, type LineRule, lineRule, moved } from './line-rule.ts'
import type { LineState } from './line-state.ts'

const { setAside, takeBack, setDebitAside, takeDebitBack } = asideActs

/** What a person may do with a line beside giving its money to cases (that is settling), in the order in which it is offered. */
export const lineActs = {
  setAside,
  takeBack,
  noteLine: lineRule({
    by: cashiers,
    body: z.object({ note: keptText(1000) }),
    when: () => null,
    decide: (line, { note }, ctx) => ({ movements: [moved(line, ctx, { kind: 'noted' })], kept: { note } }),
  }),
  ...refundActs,
  ...recallActs,
  setDebitAside,
  takeDebitBack,
} as const

export type LineAct = keyof typeof lineActs
export const lineActNames = Object.keys(lineActs) as LineAct[]
export const isLineAct = (text: string): text is LineAct => Object.hasOwn(lineActs, text)
export const lineRuleOf = (act: LineAct): LineRule => lineActs[act] as unknown as LineRule

/** Why this person may not do this with the line now; null when they may. */
export const barredAct = (line: LineState, act: LineAct, ctx: LineContext): Refusal | null => {
  const rule = lineRuleOf(act)
  if (!ctx.by.roles.some(role => rule.by.includes(role))) return refuse('not_allowed')
  return rule.when(line, ctx)
}

/** Decides one act. `body` is what the act's own schema has parsed; an expected "no" is a value. */
export const decideLine = (
  line: LineState,
  act: LineAct,
  body: Record<string, unknown>,
  ctx: LineContext,
): LineDone | Refusal => barredAct(line, act, ctx) ?? lineRuleOf(act).decide(line, body, ctx)
