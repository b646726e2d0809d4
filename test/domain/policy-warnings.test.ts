import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import type { Policy } from '../../src/domain/operator.ts'
import { type PolicyWarningCode, policyWarnings } from '../../src/domain/policy-warnings.ts'
import { fixturePolicy, type OperatorId, operatorIds } from '../operators.ts'

const today = day('2026-11-21')
const about = (policy: Policy, code: PolicyWarningCode, on = today) =>
  policyWarnings(policy, on)
    .filter(each => each.code === code)
    .map(each => each.about)
const warned = (code: PolicyWarningCode, on = today): OperatorId[] =>
  operatorIds.filter(id => about(fixturePolicy(id, on), code, on).length > 0)

describe('policyWarnings', () => {
  it('tells that 3,150円 税込 is 3,000円 at 5 %, and only at クラウドウォーカー', () => {
    expect(about(fixturePolicy('cloud-walker'), 'gross_price_stale')).toEqual([{ amount: 3150, net: 3000, rate: 5 }])
    expect(warned('gross_price_stale')).toEqual(['cloud-walker'])
  })

  it('is silent about the same price while the rate was 5 %', () => {
    expect(warned('gross_price_stale', day('2014-03-31'))).toEqual([])
  })

  it('tells where no way to pay is published', () => {
    expect(warned('payment_not_published')).toEqual(['ims', 'kinki-telecom', 'cloud-walker'])
  })

  it('does not ask for a way to pay where nothing is charged', () => {
    const ims = fixturePolicy('ims')
    const free = { ...ims, fee: { ...ims.fee, value: { ...ims.fee.value, chargedFor: [] } } }
    expect(about(free, 'payment_not_published')).toEqual([])
    expect(about(free, 'fee_below_postage')).toEqual([])
    expect(about(free, 'forms_tied_to_paid_disclosure')).toEqual([])
  })

  it('tells that the 1,100円 of キンキテレコム do not pay for the 1,210円 its promised reply costs', () => {
    expect(about(fixturePolicy('kinki-telecom'), 'fee_below_postage')).toEqual([{ fee: 1100, postage: 1210 }])
    expect(warned('fee_below_postage')).toEqual(['kinki-telecom'])
  })

  it('says nothing about postage for a day of which no tariff is known', () => {
    expect(warned('fee_below_postage', day('2015-01-05'))).toEqual([])
  })

  it('tells where the forms for correction and stopping come only with a paid disclosure', () => {
    expect(warned('forms_tied_to_paid_disclosure')).toEqual(['ims', 'kinki-telecom', 'cloud-walker'])
  })

  it('names each listed paper that proves nothing any more', () => {
    expect(about(fixturePolicy('iij'), 'paper_abolished')).toEqual([
      { paper: 'basic_resident_card', abolishedOn: '2026-01-01' },
      { paper: 'health_insurance_card', abolishedOn: '2025-12-02' },
    ])
  })

  it('names the 健康保険証 from the first day on which it proves nothing', () => {
    expect(about(fixturePolicy('iij'), 'paper_abolished', day('2025-12-01'))).toEqual([])
    expect(about(fixturePolicy('iij'), 'paper_abolished', day('2025-12-02'))).toHaveLength(1)
  })

  it('names each right of the Act that a policy leaves out', () => {
    const iij = fixturePolicy('iij')
    const narrow = {
      ...iij,
      kinds: { ...iij.kinds, value: iij.kinds.value.filter(kind => kind !== 'third_party_records') },
    }
    expect(about(narrow, 'kind_not_listed')).toEqual([{ kind: 'third_party_records' }])
    expect(warned('kind_not_listed')).toEqual([])
  })

  it('tells where electronic disclosure is not offered, since the person may choose it', () => {
    expect(warned('electronic_not_offered')).toEqual(['ims', 'kinki-telecom', 'cloud-walker', 'sakura'])
    expect(warned('electronic_not_offered', day('2022-03-31'))).toEqual([])
  })
})
