import { describe, expect, it } from 'vitest'
import { type Asked, demanded, missing } from '../../src/domain/enclosures.ts'
import { type RequestKind, requestKindNames, requestKinds } from '../../src/domain/kinds.ts'
import { fixturePolicy, type OperatorId, operatorIds } from '../operators.ts'

const ask = (id: OperatorId, kinds: RequestKind[], more: Partial<Asked> = {}) =>
  demanded(fixturePolicy(id), { kinds, requester: 'self', onForm: true, ...more })
const codes = (...asked: Parameters<typeof ask>) => ask(...asked).map(each => each.code)

describe('demanded: forms', () => {
  it('asks one who wrote on the form for no form', () => {
    expect(codes('ims', ['disclosure'])).toEqual(['subject_identity'])
  })

  it('asks one who wrote a letter for the form of each kind, once', () => {
    expect(codes('iij', ['disclosure', 'purpose', 'correction'], { onForm: false })).toEqual([
      'request-disclosure',
      'request-correction',
      'subject_identity',
      'fee',
    ])
  })

  it('does not demand a form that IMS hands out only with its disclosure reply', () => {
    expect(codes('ims', ['correction', 'suspension'], { onForm: false })).toEqual(['subject_identity'])
  })

  it.each(['foreign_transfer', 'held_information'] as const)(
    'demands nothing for %s alone, which is no 開示等の請求等',
    kind => {
      expect(codes('iij', [kind], { onForm: false, requester: 'appointed' })).toEqual([])
    },
  )

  it('says for which kinds a form is wanted', () => {
    expect(ask('iij', ['purpose', 'disclosure'], { onForm: false })[0]).toEqual({
      code: 'request-disclosure',
      why: 'form',
      about: { kinds: 'purpose,disclosure' },
    })
  })
})

describe('demanded: identity and authority', () => {
  it.each([
    ['parent', ['agent_identity', 'authority_proof']],
    ['guardian', ['agent_identity', 'authority_proof']],
    ['appointed', ['agent_identity', 'power_of_attorney', 'seal_certificate']],
    ['lawyer', ['bar_registration', 'power_of_attorney', 'seal_certificate']],
  ] as const)('IMS asks of %s for %j', (requester, wanted) => {
    expect(codes('ims', ['disclosure'], { requester })).toEqual(wanted)
  })

  it('asks a lawyer for papers where the operator does not take the registration', () => {
    expect(codes('iij', ['correction'], { requester: 'lawyer' })).toEqual(['agent_identity', 'power_of_attorney'])
  })

  it.each([
    ['parent', 'family_register,residence_record'],
    ['guardian', 'family_register,guardianship_registration'],
  ] as const)('names the proofs that fit %s', (requester, papers) => {
    const proof = ask('ims', ['disclosure'], { requester }).find(each => each.code === 'authority_proof')
    expect(proof).toEqual({ code: 'authority_proof', why: 'authority', about: { papers, maxAgeMonths: 3 } })
  })
})

describe('demanded: fee', () => {
  it('is enclosed at IIJ for 利用目的 and 開示, in stamps', () => {
    expect(ask('iij', ['purpose', 'disclosure', 'correction']).at(-1)).toEqual({
      code: 'fee',
      why: 'fee',
      about: { kinds: 'purpose,disclosure', means: 'stamps' },
    })
  })

  it('is not wanted in the envelope where it is paid after notice', () => {
    expect(codes('sakura', ['disclosure'])).not.toContain('fee')
  })

  it.each(operatorIds)('is never asked by %s for a kind that the Act makes free', id => {
    const free = requestKindNames.filter(kind => !requestKinds[kind].feeAllowed)
    expect(codes(id, free, { onForm: false })).not.toContain('fee')
  })
})

describe('missing', () => {
  const asked = ask('iij', ['disclosure'], { onForm: false })

  it('lists what was demanded and is not there, in the order of the checklist', () => {
    expect(missing(asked, ['subject_identity'])).toEqual(['request-disclosure', 'fee'])
  })

  it('is empty when all is there, and minds nothing that was sent besides', () => {
    expect(missing(asked, ['fee', 'request-disclosure', 'subject_identity', 'reply_envelope'])).toEqual([])
  })
})
