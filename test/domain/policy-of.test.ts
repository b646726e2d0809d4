import { expect, test } from 'vitest'
import type { Operator } from '../../src/domain/operator.ts'
import { policyBook, policyOf } from '../../src/domain/policy-of.ts'
import { contextOn, logged, operators } from './given.ts'

const ims = operators.get('ims') as Operator
const [terms] = ims.policies
const later = (policies: readonly object[]) => ({
  ...contextOn('2026-11-21'),
  policyOn: policyBook(new Map([['ims', { ...ims, policies } as Operator]])),
})

test('a case keeps the terms that it was taken in under, although others now begin before its arrival', () => {
  const { kase } = logged('ims')
  const reaching = { ...terms, id: 'ims-new', from: '2026-01-01' }
  expect(policyOf(kase, later([terms ?? {}, reaching])).id).toBe('ims-2013')
  expect(later([terms ?? {}, reaching]).policyOn('ims', kase.intake.arrivedOn as never)?.id).toBe('ims-new')
})

test('terms that are gone are those of the day of arrival, so that the case can still be read', () => {
  const { kase } = logged('ims')
  expect(policyOf(kase, later([{ ...terms, id: 'ims-renamed' }])).id).toBe('ims-renamed')
})
