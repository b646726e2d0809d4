import { expect, it } from 'vitest'
import { fontOf, shape } from '../../src/documents/fonts.ts'
import { checkText } from '../../src/documents/render.ts'

it('draws what BIZ UD has from BIZ UD, and 𠮷 from Noto', () => {
  expect(shape('mincho', '吉')?.font).toBe('BIZUDMincho')
  expect(shape('mincho', '𠮷')?.font).toBe('NotoSerifJP')
  expect(shape('gothic', '𠮷')?.font).toBe('NotoSansJP')
  expect(shape('bold', '𠮷')?.font).toBe('NotoSansJPBold')
})

it.each(['辻', '葛', '祇'])('draws the variant of %s that its selector names, not the plain character', base => {
  const plain = shape('mincho', base)
  const variant = shape('mincho', `${base}\u{E0100}`)
  expect(variant?.font).toBe('BIZUDMincho')
  expect(variant?.ids).toHaveLength(1)
  expect(variant?.ids).not.toEqual(plain?.ids)
})

it('draws the plain glyph where the font says that the sequence is its default', () => {
  const plain = shape('mincho', '辻')
  const other = shape('mincho', '辻\u{E0101}')
  expect(other?.ids).toEqual(plain?.ids)
})

it('refuses a variation sequence that no font knows rather than print another variant', () => {
  expect(shape('mincho', '辻\u{E01EF}')).toBeNull()
  expect(checkText('辻\u{E01EF}')).toEqual({ ok: false, character: '辻\u{E01EF}', codePoint: 'U+8FBB U+E01EF' })
})

it('draws a kana with a combining voiced mark as the voiced kana', () => {
  expect(shape('mincho', 'か\u3099')?.ids).toEqual(shape('mincho', 'が')?.ids)
  expect(shape('mincho', 'か\u3099')?.text).toBe('か\u3099')
})

it.each(['髙﨑𠮷田塚', '①㈱㍿㋿～−', 'ｱｶﾞﾊﾟ', '邉邊鷗𩸽𡈽', '改行\nあり'])('can print %s', text => {
  expect(checkText(text)).toEqual({ ok: true })
})

it.each([
  ['😀', '😀', 'U+1F600'],
  ['山田\t太郎', '\t', 'U+0009'],
  ['ก', 'ก', 'U+0E01'],
  ['\u{E000}', '\u{E000}', 'U+E000'],
])('names the character of %j that no font has', (text, character, codePoint) => {
  expect(checkText(text)).toEqual({ ok: false, character, codePoint })
})

it.each(['mincho', 'gothic', 'bold'] as const)('draws letters of %s as wide as they are', face => {
  const widthOf = (text: string) => shape(face, text)?.width ?? 0
  expect(widthOf('i')).toBeLessThan(400)
  expect(widthOf('m')).toBeGreaterThan(850)
  expect(widthOf('é')).toBeCloseTo(widthOf('e'), 5)
  expect(shape(face, 'i')?.font).toBe(shape(face, '様')?.font)
})

it.each(['mincho', 'gothic', 'bold'] as const)(
  'draws every figure of %s half an em wide, so that amounts align',
  face => {
    for (const figure of '0123456789') expect(shape(face, figure)?.width).toBe(500)
    expect(shape(face, 'Ａ')?.width).toBe(1000)
  },
)

it('parses each font once for the whole process', () => {
  expect(fontOf('BIZUDMincho')).toBe(fontOf('BIZUDMincho'))
})
