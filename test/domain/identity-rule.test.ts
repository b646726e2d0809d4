import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { paperKindNames, paperRule } from '../../src/domain/identity-papers.ts'
import { type GivenPaper, judgeAuthority, judgePapers, papersTaken } from '../../src/domain/identity-rule.ts'
import { fixturePolicy } from '../operators.ts'

const ims = fixturePolicy('ims').identity.value
const arrived = day('2026-11-04')
const copy = (kind: GivenPaper['kind'], more: Partial<GivenPaper> = {}): GivenPaper => ({ kind, as: 'copy', ...more })
const original = (kind: GivenPaper['kind'], issuedOn: string, more: Partial<GivenPaper> = {}): GivenPaper => ({
  kind,
  as: 'original',
  issuedOn: day(issuedOn),
  ...more,
})
const judge = (papers: GivenPaper[], on = arrived) => judgePapers(ims, papers, on)
const codes = (verdict: ReturnType<typeof judgePapers>) => verdict.problems.map(each => each.code)

describe('judgePapers: how many papers', () => {
  it('is content with one paper that has a photograph', () => {
    expect(judge([copy('driver_license')])).toEqual({ enough: true, usable: [0], problems: [] })
  })

  it('wants a second where the first has none', () => {
    expect(judge([copy('pension_book')])).toEqual({
      enough: false,
      usable: [0],
      problems: [{ paper: null, code: 'too_few', about: { usable: 1 } }],
    })
    expect(judge([copy('pension_book'), copy('qualification_certificate')]).enough).toBe(true)
  })

  it('counts two sheets of the same kind once', () => {
    const verdict = judge([copy('pension_book'), copy('pension_book')])
    expect(verdict.enough).toBe(false)
    expect(codes(verdict)).toEqual(['repeated', 'too_few'])
  })

  it('does not count a usable paper as repeated because of a useless one before it', () => {
    const stale = copy('driver_license', { expiresOn: day('2026-11-03') })
    expect(judge([stale, copy('driver_license')])).toMatchObject({ enough: true, usable: [1] })
  })

  it('does not take proofs of authority for proofs of identity', () => {
    const verdict = judge([copy('pension_book'), original('family_register', '2026-11-01')])
    expect(verdict.enough).toBe(false)
    expect(verdict.problems[0]).toEqual({ paper: 1, code: 'not_accepted', about: { kind: 'family_register' } })
  })

  it('takes the registration of a lawyer where the operator lists it', () => {
    expect(judge([copy('bar_registration')]).enough).toBe(true)
    expect(judgePapers(fixturePolicy('iij').identity.value, [copy('bar_registration')], arrived).enough).toBe(false)
  })

  it('asks for what a combination names, and counts "any" from the rest', () => {
    const accepts = paperKindNames.map(paper => ({ paper }))
    const rule = paperRule.parse({
      accepts,
      anyOf: [
        [
          { group: 'certificate', count: 1 },
          { group: 'any', count: 1 },
        ],
      ],
    })
    const enough = (...kinds: GivenPaper['kind'][]) =>
      judgePapers(
        rule,
        kinds.map(kind => copy(kind)),
        arrived,
      ).enough
    expect(enough('residence_record')).toBe(false)
    expect(enough('driver_license', 'passport')).toBe(false)
    expect(enough('residence_record', 'bar_registration')).toBe(false)
    expect(enough('residence_record', 'student_card')).toBe(true)
    expect(enough('residence_record', 'seal_certificate')).toBe(true)
  })

  it('has nothing usable in an empty envelope', () => {
    expect(judge([])).toMatchObject({ enough: false, usable: [] })
  })
})

describe('judgePapers: what a paper is worth on the day of arrival', () => {
  it.each([
    ['2026-11-04', true],
    ['2026-11-03', false],
  ])('a licence that runs out on %s is good for an arrival on 2026-11-04: %s', (expiresOn, good) => {
    const verdict = judge([copy('driver_license', { expiresOn: day(expiresOn) })])
    expect(verdict.enough).toBe(good)
    expect(codes(verdict).includes('expired')).toBe(!good)
  })

  it.each([
    ['2025-12-01', true],
    ['2025-12-02', false],
  ])('a 健康保険証 that arrives on %s counts: %s', (on, counts) => {
    const verdict = judge([copy('health_insurance_card')], day(on))
    expect(verdict.usable).toEqual(counts ? [0] : [])
    expect(codes(verdict).includes('abolished')).toBe(!counts)
  })

  it.each([
    ['2026-08-04', true],
    ['2026-08-03', false],
  ])('a 住民票 of %s is within three months on 2026-11-04: %s', (issuedOn, fresh) => {
    const verdict = judge([copy('pension_book'), original('residence_record', issuedOn)])
    expect(verdict.enough).toBe(fresh)
    expect(codes(verdict).includes('too_old')).toBe(!fresh)
  })

  it('counts three months to the end of a short month: 30 November lasts to 28 February', () => {
    const papers = [copy('pension_book'), original('residence_record', '2026-11-30')]
    expect(judge(papers, day('2027-02-28')).enough).toBe(true)
    expect(judge(papers, day('2027-03-01')).enough).toBe(false)
  })

  it('wants the day of issue of a certificate', () => {
    expect(judge([{ kind: 'residence_record', as: 'original' }]).problems[0]?.code).toBe('issue_date_missing')
  })

  it('wants the original where the terms say so, and minds no original where a copy would do', () => {
    expect(judge([copy('residence_record', { issuedOn: day('2026-11-01') })]).problems[0]?.code).toBe('original_needed')
    expect(judge([{ kind: 'passport', as: 'original' }]).enough).toBe(true)
  })

  it('does not believe a paper in the envelope that was issued after it came', () => {
    expect(judge([original('residence_record', '2026-11-05')]).problems[0]?.code).toBe('issued_after_receipt')
  })
})

describe('judgePapers: papers that come later, as a supplement', () => {
  const later = { receivedOn: day('2026-12-20') }

  it('takes one issued after the request arrived', () => {
    expect(judge([copy('pension_book'), original('residence_record', '2026-12-10', later)]).enough).toBe(true)
  })

  it('does not let one grow stale that was fresh when the request arrived', () => {
    expect(judge([copy('pension_book'), original('residence_record', '2026-08-04', later)]).enough).toBe(true)
  })

  it('still refuses one issued after the day it came', () => {
    expect(codes(judge([original('residence_record', '2026-12-21', later)]))[0]).toBe('issued_after_receipt')
  })
})

describe('papersTaken', () => {
  it('leaves out of the printed list what proves nothing any more', () => {
    const listed = (on: string) => papersTaken(ims, day(on)).map(each => each.paper)
    expect(listed('2025-12-01')).toContain('health_insurance_card')
    expect(listed('2026-11-21')).not.toContain('health_insurance_card')
    expect(listed('2026-11-21')).toContain('qualification_certificate')
  })
})

describe('judgeAuthority', () => {
  const terms = fixturePolicy('ims').authority.value
  const legal = (...papers: GivenPaper[]) => judgeAuthority(terms, 'legal', papers, arrived)
  const appointed = (...papers: GivenPaper[]) => judgeAuthority(terms, 'appointed', papers, arrived)

  it('is content with one proof from a parent or guardian', () => {
    expect(legal(original('family_register', '2026-10-01'))).toEqual({ enough: true, usable: [0], problems: [] })
    expect(legal(original('guardianship_registration', '2026-10-01')).enough).toBe(true)
  })

  it('wants 委任状 and seal certificate from an appointed agent', () => {
    const power = original('power_of_attorney', '2026-10-20')
    expect(appointed(power).problems).toEqual([
      { paper: null, code: 'authority_paper_missing', about: { kind: 'seal_certificate' } },
    ])
    expect(appointed(power, original('seal_certificate', '2026-10-19')).enough).toBe(true)
  })

  it('passes over papers that prove identity', () => {
    expect(legal(copy('driver_license'), original('family_register', '2026-10-01'))).toEqual({
      enough: true,
      usable: [1],
      problems: [],
    })
  })

  it('does not take a 委任状 for the proof of a parent', () => {
    expect(legal(original('power_of_attorney', '2026-10-20'))).toMatchObject({ enough: false, usable: [] })
  })

  it('refuses a proof older than the terms allow on the day of arrival', () => {
    const verdict = legal(original('family_register', '2026-08-03'))
    expect(verdict.enough).toBe(false)
    expect(codes(verdict)).toEqual(['too_old', 'authority_paper_missing'])
  })

  it('takes a proof that was issued after arrival and sent as a supplement', () => {
    expect(legal(original('family_register', '2026-11-20', { receivedOn: day('2026-11-21') })).enough).toBe(true)
  })
})
