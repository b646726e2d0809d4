import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeCp932, missingIn } from '../../src/exports/cp932.ts'

const back = (bytes: Uint8Array): string => new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
const hex = (text: string): string => Buffer.from(encodeCp932(text)).toString('hex')

it('writes what Windows writes', () => {
  // Bytes as in Microsoft's table of code page 932.
  const known: [string, string][] = [
    ['A', '41'],
    ['\\', '5c'],
    ['ｱ', 'b1'],
    ['亜', '889f'],
    ['①', '8740'],
    ['㈱', '878a'],
    ['ⅰ', 'fa40'],
    ['髙', 'fbfc'],
    ['﨑', 'fab1'],
    ['～', '8160'],
    ['－', '817c'],
    ['∥', '8161'],
    ['￢', '81ca'],
    ['∵', '81e6'],
    ['黑', 'fc4b'],
  ]
  expect(known.map(([text]) => [text, hex(text)])).toEqual(known)
})

it('reads back as it was, for everything that CP932 has', () => {
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCodePoint(code)).filter(
    each => missingIn(each).length === 0,
  )
  expect(all.length).toBeGreaterThan(7000)
  const twins = new Set(['\u2212', '\u301C', '\u2014', '\u2016', '\u00A2', '\u00A3', '\u00AC'])
  for (const each of all) if (!twins.has(each)) expect(back(encodeCp932(each))).toBe(each)
})

it('writes the sign that CP932 has for one of the same look', () => {
  expect(back(encodeCp932('\u2212\u301C\u2014\u2016\u00A2\u00A3\u00AC'))).toBe('－～―∥￠￡￢')
})

it('names every character that it cannot hold, and never writes another for it', () => {
  expect(missingIn('𠮷田、辻\u{E0100}、は\u309A、¥、\u{1F600}、𠮷')).toEqual([
    '𠮷',
    '\u{E0100}',
    '\u309A',
    '¥',
    '\u{1F600}',
  ])
  expect(() => encodeCp932('𠮷')).toThrow('𠮷')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      if (missingIn(text).length > 0) expect(() => encodeCp932(text)).toThrow(RangeError)
      else expect(back(encodeCp932(text)).split('?').length).toBe(text.split('?').length)
    }),
  )
})

it('has nothing for private use and nothing twice', () => {
  expect(missingIn('\uE000')).toEqual(['\uE000'])
  expect(missingIn('\uFFFD')).toEqual(['\uFFFD'])
})
