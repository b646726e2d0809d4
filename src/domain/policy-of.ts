import type { Case } from './case.ts'
import { type Operator, type Policy, policyOn } from './operator.ts'
import type { Context } from './rule.ts'

/** The terms a case lives under: those of its arrival day; before arrival those of the day its form was asked for. */
export const policyOf = (kase: Case, ctx: Pick<Context, 'policyOn'>): Policy => {
  const on = kase.intake.arrivedOn ?? kase.formRequest?.receivedOn
  const policy = on === undefined ? null : ctx.policyOn(kase.intake.operator, on)
  if (policy === null) throw new Error(`case ${kase.number ?? '(new)'} has no policy: operators were not loaded`)
  return policy
}

export const policyBook =
  (operators: ReadonlyMap<string, Operator>): Context['policyOn'] =>
  (id, on) => {
    const operator = operators.get(id)
    return operator === undefined ? null : policyOn(operator, on)
  }
