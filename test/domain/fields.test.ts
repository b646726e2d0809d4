import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  count,
  day,
  line,
  name,
  optional,
  several,
  text,
  ticked,
  trackingNumber,
  yenField,
} from '../../src/domain/fields.ts'

/** What a schema makes of an input: the value, or the code of the first issue. */
const reads = (schema: z.ZodType, input: unknown): unknown => {
  const read = schema.safeParse(input)
  return read.success ? read.data : `✗ ${read.error.issues[0]?.message}`
}

describe('a day', () => {
  test.each([
    ['2026-11-21', '2026-11-21'],
    ['　令和８年１１月２１日　', '2026-11-21'],
    ['平成31年4月30日', '2019-04-30'],
    ['平成31年5月1日', '✗ day_not_read'],
    ['2027-02-29', '✗ day_not_read'],
    ['7/11/21', '✗ day_not_read'],
    ['', '✗ required'],
    ['   ', '✗ required'],
  ])('%j is %s', (input, read) => {
    expect(reads(day(), input)).toBe(read)
  })
})

describe('an amount', () => {
  test.each([
    ['3300', 3300],
    ['３，３００円', 3300],
    ['¥3,300', 3300],
    ['0', 0],
    ['-1', '✗ yen_not_read'],
    ['3.5', '✗ yen_not_read'],
    ['三千三百', '✗ yen_not_read'],
    ['', '✗ required'],
  ])('%j is %s', (input, read) => {
    expect(reads(yenField(), input)).toBe(read)
  })

  test('is a text even from a program: a number may have lost its last figures', () => {
    expect(yenField().safeParse(3300).success).toBe(false)
  })
})

describe('a whole number', () => {
  test.each([
    ['12', 12],
    ['１２', 12],
    ['1,234', 1234],
    [' 7 ', 7],
    ['0', 0],
    [0, 0],
    [9999, 9999],
    [10_000, '✗ number_not_read'],
    [-1, '✗ number_not_read'],
    [1.5, '✗ number_not_read'],
    ['1.5', '✗ number_not_read'],
    ['1e3', '✗ number_not_read'],
    ['0x10', '✗ number_not_read'],
    ['十二', '✗ number_not_read'],
    ['', '✗ number_not_read'],
    [' ', '✗ number_not_read'],
    [null, '✗ number_not_read'],
    [true, '✗ number_not_read'],
    [[], '✗ number_not_read'],
    [[3], '✗ number_not_read'],
  ])('%j is %s: an empty box is never nought', (input, read) => {
    expect(reads(count(), input)).toBe(read)
  })
})

describe('a tracking number', () => {
  test.each([
    ['131-12-38385-2', '13112383852'],
    ['１３１１２３８３８５２', '13112383852'],
    // A wrong check digit is a warning, not an error (payments-post.md).
    ['13112383853', '13112383853'],
    ['1311238385', '✗ tracking_number_not_read'],
    ['13112383852あ', '✗ tracking_number_not_read'],
  ])('%s is %s', (input, read) => {
    expect(reads(trackingNumber(), input)).toBe(read)
  })
})

describe('words', () => {
  test.each([
    ['a NUL', '山\u0000田'],
    ['a bell', '山\u0007田'],
    ['an escape', '山\u001b[31m田'],
    ['a delete', '山\u007f田'],
    ['text turned round', '山\u202e田'],
    ['an isolate', '山\u2067田'],
  ])('with %s are refused everywhere', (_, input) => {
    for (const schema of [name(), line(), text()]) expect(reads(schema, input)).toBe('✗ control_character')
  })

  test('may have lines and tabs', () => {
    expect(reads(text(), '一行目\n\t二行目\r\n')).toBe('一行目\n\t二行目')
  })

  test.each([
    ['a name of 80', name(), 80],
    ['a line of 200', line(), 200],
    ['a text of 4,000', text(), 4000],
  ])('%s is taken, one more is not', (_, schema, max) => {
    expect(reads(schema, '山'.repeat(max))).toBe('山'.repeat(max))
    expect(reads(schema, '山'.repeat(max + 1))).toBe('✗ too_long')
  })

  test('of nothing but spaces are not there', () => {
    for (const schema of [line(), text()]) expect(reads(schema, ' 　\n')).toBe('✗ required')
  })

  test('of a name stay byte for byte: U+FA10, a variation, a letter apart from its mark', () => {
    for (const given of ['\ufa10原', '辻\u{e0100}', '𠮷田', 'か\u3099', ' 山田 '])
      expect(Buffer.from(String(reads(name(), given))).equals(Buffer.from(given))).toBe(true)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), given => {
        const read = name().safeParse(given)
        if (read.success) expect(read.data).toBe(given)
      }),
    )
  })
})

describe('what a browser sends', () => {
  test.each([
    ['an untouched box', '', undefined],
    ['a field that is not there', undefined, undefined],
    ['a null of a program', null, undefined],
    ['something', 'x', 'x'],
  ])('%s, where nothing need be given', (_, input, read) => {
    expect(reads(optional(line()), input)).toBe(read)
  })

  test.each([
    ['on', true],
    ['yes', true],
    ['true', true],
    [true, true],
    ['no', false],
    ['', false],
    [undefined, false],
    [1, false],
  ])('a tick of %j is %s', (input, read) => {
    expect(reads(ticked(), input)).toBe(read)
  })

  test('no box ticked, one and several are a list', () => {
    const list = several(line())
    expect([undefined, '', 'a', ['a', 'b']].map(each => reads(list, each))).toEqual([[], [], ['a'], ['a', 'b']])
    expect(reads(list, ['a', ''])).toBe('✗ required')
  })
})
