import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { policyOn } from '../../src/domain/operator.ts'
import { askedFee } from '../../src/domain/tax.ts'
import { fixtureOperator, fixturePolicy, operatorIds } from '../operators.ts'

describe('the terms of the five operators', () => {
  it.each([
    ['ims', '2026-11-21', 3300],
    ['ims', '2014-03-31', 3150],
    ['ims', '2014-04-01', 3240],
    ['ims', '2019-09-30', 3240],
    ['ims', '2019-10-01', 3300],
    ['kinki-telecom', '2026-11-21', 1100],
    ['cloud-walker', '2026-11-21', 3150],
    ['cloud-walker', '2014-03-31', 3150],
    ['iij', '2026-11-21', 1000],
    ['sakura', '2026-11-21', 1415],
  ] as const)('%s asks on %s for %d円', (id, on, asked) => {
    expect(askedFee(fixturePolicy(id, on).fee.value, day(on)).asked).toBe(asked)
  })

  it.each([
    ['ims', ['disclosure']],
    ['kinki-telecom', ['disclosure']],
    ['cloud-walker', ['disclosure']],
    ['iij', ['purpose', 'disclosure']],
    ['sakura', ['purpose', 'disclosure']],
  ] as const)('%s charges for what its policy prints: %j', (id, kinds) => {
    expect(fixturePolicy(id).fee.value.chargedFor).toEqual(kinds)
  })

  it.each(operatorIds)('%s has terms for every arrival since 2014', id => {
    expect(policyOn(fixtureOperator(id), day('2014-01-01'))).not.toBeNull()
  })

  it.each(['ims', 'kinki-telecom', 'cloud-walker'] as const)('%s replies by certified, addressee-only post', id => {
    expect(fixturePolicy(id).reply.value).toEqual({
      service: 'general_registered',
      options: ['delivery_certificate', 'addressee_only'],
      chosenByPerson: false,
    })
  })

  it('lets the person choose at IIJ, with a desk each for companies and persons', () => {
    const { reply, desks } = fixturePolicy('iij')
    expect(reply.value.chosenByPerson).toBe(true)
    expect(desks.map(desk => desk.serves)).toEqual(['法人のお客様', '個人のお客様'])
  })

  it('names the person responsible at キンキテレコム as published', () => {
    expect(fixturePolicy('kinki-telecom').desks[0]?.responsible).toBe('個人情報保護管理責任者 改發 博史')
  })

  it('names two complaint bodies for IIJ, one for さくら and none for the others', () => {
    const named = operatorIds.map(id => fixturePolicy(id).complaintBodies.value.length)
    expect(named).toEqual([0, 0, 0, 2, 1])
  })
})

describe('policyOn', () => {
  it.each([
    ['2005-03-31', undefined],
    ['2005-04-01', 'sakura-before'],
    ['2019-06-30', 'sakura-before'],
    ['2019-07-01', 'sakura-after'],
    ['2026-11-21', 'sakura-after'],
  ])('for an arrival on %s at さくら gives %s', (on, id) => {
    expect(policyOn(fixtureOperator('sakura'), day(on))?.id).toBe(id)
  })

  it('does not depend on the order in which the file lists the versions', () => {
    const sakura = fixtureOperator('sakura')
    const turned = { ...sakura, policies: sakura.policies.toReversed() }
    expect(policyOn(turned, day('2010-01-01'))?.id).toBe('sakura-before')
  })

  it('keeps the words of each version: the grounds for withholding changed at さくら', () => {
    expect(fixturePolicy('sakura', '2010-01-01').refusalGrounds.value[1]).toMatch(/^当社の業務/)
    expect(fixturePolicy('sakura', '2020-01-01').refusalGrounds.value[1]).toMatch(/^業務/)
  })
})
