import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphemes, isSimple } from '../../src/documents/graphemes.ts'

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const segmented = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

// What people write beside what joins: selectors, marks of voice, jamo, flags, families, halves of pairs, both ends of a line.
const PIECES =
  'a 漢 か 〒 ー ｶ ゛ … 〽 〰 ❤ ① é 𠮷 辻\u{E0100} 葛\uFE00 か\u3099 ｶﾞ ﾟ e\u0301 각 ᄀ ᅡ \u0600 क् ष 👨 👩 🇯 🇵 \u200D \uFE0F \uD840 \uDC00 \r \n \r\n'.split(
    ' ',
  )

it('cuts any text where the Unicode rules do', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES, ' '), { maxLength: 12 }), pieces => {
      const text = pieces.join('')
      expect(graphemes(text)).toEqual(segmented(text))
    }),
    { numRuns: 3000 },
  )
})

it('calls simple only what joins no other simple character on either side', () => {
  const simple = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(isSimple)
  const joining = simple.filter(one =>
    ['a', '漢', '〒', '❤', one].some(other => segmented(other + one + other).length !== 3),
  )
  expect(joining).toEqual([])
  expect(simple.length).toBeGreaterThan(25_000)
})

it('keeps a variation sequence whole in the middle of a page', () => {
  const page = 'あ'.repeat(3000)
  const parts = graphemes(`${page}辻\u{E0100}${page}`)
  expect(parts[3000]).toBe('辻\u{E0100}')
  expect(parts).toHaveLength(6001)
})
