import { readFileSync } from 'node:fs'
import { readOperatorFile } from '../src/desk/operator-file.ts'
import { day } from '../src/domain/day.ts'
import { type Operator, type Policy, policyOn } from '../src/domain/operator.ts'

export const operatorIds = ['ims', 'kinki-telecom', 'cloud-walker', 'iij', 'sakura'] as const
export type OperatorId = (typeof operatorIds)[number]

export const operatorText = (id: OperatorId): string =>
  readFileSync(new URL(`../fixtures/operators/${id}.yaml`, import.meta.url), 'utf8')

export const fixtureOperator = (id: OperatorId): Operator => readOperatorFile(`${id}.yaml`, operatorText(id)).operator

export const fixturePolicy = (id: OperatorId, on = '2026-11-21'): Policy => {
  const policy = policyOn(fixtureOperator(id), day(on))
  if (policy === null) throw new Error(`${id} has no policy on ${on}`)
  return policy
}
