import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueCode, issuesOf, unprintable } from '../../src/desk/issues.ts'
import { ruleOf } from '../../src/domain/case.ts'

const issues = (schema: z.ZodType, input: unknown) => {
  const read = schema.safeParse(input, { error: issueCode })
  return read.success ? [] : issuesOf(read.error)
}

describe('what zod finds', () => {
  it.each([
    ['a missing text', z.string(), undefined, 'required'],
    ['a missing object', z.object({}), null, 'required'],
    ['a text that is a number', z.string(), 5, 'not_read'],
    ['an unknown choice', z.enum(['a', 'b']), 'c', 'choose_one'],
    ['no choice at all', z.enum(['a', 'b']), undefined, 'choose_one'],
    ['an empty text that must have something', z.string().min(1), '', 'required'],
    ['a format that is not met', z.string().regex(/^\d$/), 'x', 'not_read'],
    ['a message of our own', z.string().min(3, 'own_code'), 'x', 'own_code'],
  ] as [string, z.ZodType, unknown, string][])('becomes a code: %s', (_what, schema, input, code) => {
    expect(issues(schema, input)).toEqual([{ path: '', code }])
  })

  it('says how long a text may be', () => {
    expect(issues(z.object({ a: z.array(z.string().max(3)) }), { a: ['ok', 'long'] })).toEqual([
      { path: 'a.1', code: 'too_long', about: { most: 3 } },
    ])
  })

  it('names the item of a list of objects', () => {
    const body = { kind: 'disclosure', outcome: 'part', withheld: [{ item: '', ground: 'x', facts: 'y' }] }
    expect(issues(ruleOf('draftDecision').body, body).map(({ path, code }) => [path, code])).toEqual([
      ['withheld.0.item', 'required'],
      ['withheld.0.ground', 'choose_one'],
    ])
  })
})

describe('unprintable', () => {
  const tofu = '\u{323AF}'

  it('looks into every field of a person', () => {
    const person = { family: '山田', address: `熊本県${tofu}`, formerNames: tofu }
    expect(unprintable({ operator: 'ims', subject: { fresh: person } }).map(each => each.path)).toEqual([
      'subject.address',
      'subject.formerNames',
    ])
  })

  it('does not stop a note, which is never printed', () => {
    expect(unprintable({ memo: { fresh: tofu } })).toEqual([])
  })

  it('accepts rare kanji that one of the fonts has', () => {
    expect(unprintable({ subject: { fresh: { family: '𠮷田', given: '髙﨑' } } })).toEqual([])
  })
})
