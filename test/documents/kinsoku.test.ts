import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphemes } from '../../src/documents/graphemes.ts'
import { clusters } from '../../src/documents/kinsoku.ts'
import { breakLines, type Line } from '../../src/documents/lines.ts'

const SIZE = 10
const textOf = (line: Line) => line.glyphs.map(glyph => glyph.text).join('')
const broken = (text: string, width: number) => breakLines(text, 'mincho', SIZE, width).map(textOf)

const letters = fc.constantFrom(...'個人情報の開示はアイウ手数料漢字かな')
const marks = fc.constantFrom(...'、。」』）（「『ー々ゃッ…・！？％℃～〒')
const word = fc.constantFrom('1,415円', '第33条第2項', '令和8年11月21日', 'https://example.jp/a', '辻\u{E0100}', '𠮷')
const sentence = fc
  .array(fc.oneof({ weight: 6, arbitrary: letters }, { weight: 2, arbitrary: marks }, { weight: 1, arbitrary: word }), {
    minLength: 1,
    maxLength: 120,
    // By default fast-check stays near ten items, which hardly ever fill a line.
    size: 'max',
  })
  .map(parts => parts.join(''))

it('starts no line with a closing mark and ends none with an opening one, wherever a line has another choice', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 120, max: 460 }), (text, width) => {
      const lines = breakLines(text, 'mincho', SIZE, width)
      // A cluster longer than a whole line is cut by need, and may be cut anywhere.
      const forced = clusters(text).some(cluster => cluster.length * SIZE > width)
      fc.pre(!forced)
      lines.forEach((line, index) => {
        if (index > 0) expect(textOf(line)).not.toMatch(/^[、。」』）ー々ゃッ…・！？％℃～]/)
        if (index < lines.length - 1) expect(textOf(line)).not.toMatch(/[「『（〒]$/)
      })
    }),
    { numRuns: 400 },
  )
})

it('loses, adds and reorders nothing', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 30, max: 460 }), (text, width) => {
      expect(broken(text, width).join('')).toBe(text)
    }),
    { numRuns: 300 },
  )
})

it('sets no line wider than its measure, save a last one that takes in a single letter', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 60, max: 460 }), (text, width) => {
      for (const line of breakLines(text, 'mincho', SIZE, width)) {
        const more = line.last && width >= 20 * SIZE ? 1.1 * SIZE : 0
        expect(line.width).toBeLessThanOrEqual(width + more + 0.02)
      }
    }),
    { numRuns: 300 },
  )
})

it.each([
  '1,415円',
  '3,300円',
  '第33条第2項',
  '第33条第2項第2号',
  '令和8年11月21日',
  '11月21日',
  '096-123-4567',
  '123-45-67890-1',
  '〒860-0001',
  'https://www.example.jp/privacy',
  '26000147',
  '15日目',
  '10％',
  '辻\u{E0100}',
  '𠮷',
  '……',
  'ﾖｼﾀﾞ',
])('keeps %s on one line at every width', run => {
  const text = `この案内は${run}についての説明です`
  for (let width = 170; width < 320; width += 3) {
    expect(
      broken(text, width).some(line => line.includes(run)),
      `${width}: ${broken(text, width)}`,
    ).toBe(true)
  }
})

it('cuts a run that is longer than a whole line', () => {
  const url = `https://example.jp/${'a'.repeat(80)}`
  const lines = broken(url, 100)
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join('')).toBe(url)
})

it('lets a full stop hang outside the measure instead of pulling a letter down', () => {
  expect(broken('あいうえおかきくけこ。さしす', 100)).toEqual(['あいうえおかきくけこ。', 'さしす'])
})

it('takes the last letter of a paragraph into a long line rather than leave it alone', () => {
  const text = `${'あ'.repeat(20)}す。`
  expect(broken(text, 200)).toEqual([text])
  expect(broken(`${'あ'.repeat(23)}す。`, 200)).toHaveLength(2)
})

it('closes up the half spaces between neighbouring marks', () => {
  const [apart] = breakLines('甲」乙「丙', 'mincho', SIZE, 400)
  const [close] = breakLines('甲乙」「丙', 'mincho', SIZE, 400)
  expect((apart?.width ?? 0) - (close?.width ?? 0)).toBeCloseTo(SIZE / 2)
})

it('ends a line where the text does, and keeps an empty line', () => {
  expect(broken('一行目\n\n三行目', 400)).toEqual(['一行目', '', '三行目'])
})

it('drops the spaces at a line end only', () => {
  expect(broken('あいうえお　かきくけこ', 50)).toEqual(['あいうえお', 'かきくけこ'])
})

it('cuts characters as a reader counts them', () => {
  expect(graphemes('辻\u{E0100}𠮷か\u3099ｶﾞ①')).toEqual(['辻\u{E0100}', '𠮷', 'か\u3099', 'ｶﾞ', '①'])
})
