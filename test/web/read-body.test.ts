import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormTooLong, isBlank, readMarks, readPairs, textAt, textsAt } from '../../src/web/read-body.ts'

describe('reading a form body', () => {
  test('makes objects of dotted names', () => {
    expect(
      readPairs([
        ['subject.family', '髙﨑'],
        ['subject.given', '𠮷辻󠄀'],
        ['operator', 'ims'],
      ]),
    ).toEqual({ subject: { family: '髙﨑', given: '𠮷辻󠄀' }, operator: 'ims' })
  })

  test('makes an array of a name given twice', () => {
    expect(
      readPairs([
        ['kinds', 'disclosure'],
        ['kinds', 'correction'],
        ['kinds', 'purpose'],
      ]),
    ).toEqual({ kinds: ['disclosure', 'correction', 'purpose'] })
  })

  test('drops rows that are wholly empty and closes the gaps', () => {
    expect(
      readPairs([
        ['orders.0.face', ''],
        ['orders.0.issuedOn', '  '],
        ['orders.2.face', '1000'],
        ['orders.2.issuedOn', '2026/11/1'],
        ['orders.10.face', '50'],
        ['orders.10.issuedOn', ''],
      ]),
    ).toEqual({
      orders: [
        { face: '1000', issuedOn: '2026/11/1' },
        { face: '50', issuedOn: '' },
      ],
    })
  })

  test('keeps every row, however many there are', () => {
    const rows = Array.from({ length: 1_200 }, (_, at) => [`boxes.${at}.x`, String(at)] as const)
    expect(readPairs(rows).boxes).toEqual(rows.map(([, x]) => ({ x })))
  })

  test('takes 4,000 fields whole, and of one more none', () => {
    const fields = Array.from({ length: 4_001 }, (_, at) => ['scans', String(at)] as const)
    expect(textsAt(readPairs(fields.slice(1)), 'scans')).toHaveLength(4_000)
    expect(() => readPairs(fields)).toThrow(FormTooLong)
  })

  test('keeps the form machinery apart from the fields', () => {
    const pairs = [
      ['_csrf', 'token'],
      ['_once', 'key'],
      ['reason', '_seen'],
    ] as const
    expect(readPairs(pairs)).toEqual({ reason: '_seen' })
    expect(readMarks(pairs)).toEqual({ _csrf: 'token', _once: 'key' })
  })

  test('never reaches a prototype', () => {
    readPairs([
      ['__proto__.polluted', 'yes'],
      ['constructor.prototype.polluted', 'yes'],
      ['subject.__proto__.polluted', 'yes'],
    ])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('is total: any names give an object of strings, arrays and objects', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), pairs => {
        expect(JSON.parse(JSON.stringify(readPairs(pairs)))).toEqual(readPairs(pairs))
      }),
    )
  })

  test('leaves values byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        expect(textAt(readPairs([['subject.family', value]]), 'subject.family')).toBe(value)
      }),
    )
  })
})

describe('looking into a body', () => {
  const body = { subject: { family: '山田' }, kinds: ['purpose', 'disclosure'], one: 'a' }

  test('finds texts by their dotted names', () => {
    expect(textAt(body, 'subject.family')).toBe('山田')
    expect(textAt(body, 'subject.toString')).toBe('')
    expect(textAt(body, 'subject.family.x')).toBe('')
  })

  test('reads one or several ticked boxes as a list', () => {
    expect(textsAt(body, 'kinds')).toEqual(['purpose', 'disclosure'])
    expect(textsAt(body, 'one')).toEqual(['a'])
    expect(textsAt(body, 'none')).toEqual([])
  })

  test('knows what is blank at any depth', () => {
    expect(isBlank({ a: '', b: [{ c: ' 　' }] })).toBe(true)
    expect(isBlank({ a: '', b: [{ c: '0' }] })).toBe(false)
  })
})
