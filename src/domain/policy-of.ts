import type { Case } from './case.ts'
import { type Operator, type Policy, policyOn } from './operator.ts'
import type { Context } from './rule.ts'

/** The terms a case lives under: those recorded when it was taken in, whatever is imported later. */
export const policyOf = (kase: Case, ctx: Pick<Context, 'policyOn'>): Policy => {
  const on = kase.intake.arrivedOn ?? kase.formRequest?.receivedOn
  const policy = on === undefined ? null : ctx.policyOn(kase.intake.operator, on, kase.intake.policy)
  if (policy === null) throw new Error(`case ${kase.number ?? '(new)'} has no policy: operators were not loaded`)
  return policy
}

export const policyBook =
  (operators: ReadonlyMap<string, Operator>): Context['policyOn'] =>
  (id, on, recorded) => {
    const operator = operators.get(id)
    if (operator === undefined) return null
    return operator.policies.find(policy => policy.id === recorded) ?? policyOn(operator, on)
  }
