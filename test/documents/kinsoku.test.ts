import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphemes } from '../../src/documents/graphemes.ts'
import { breakLines, type Line, widthOf } from '../../src/documents/lines.ts'
import { sentences, UNBREAKABLE } from './corpus.ts'

const SIZE = 10
const textOf = (line: Line) => line.glyphs.map(glyph => glyph.text).join('')
const broken = (text: string, width: number) => breakLines(text, 'mincho', SIZE, width).map(textOf)

// JIS X 4051 and JLREQ, written down here again: the test does not ask the code what it forbids.
const BAD_START =
  /^[、。，．・：；？！‼⁇⁈⁉’”）〕］｝〉》」』】⦆〙〗»〟‐〜～゠–ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ゛゜…‥°′″℃％‰｡､･ｰﾞﾟｧ-ｯ｣),.\]}]/u
const BAD_END = /[‘“（〔［｛〈《「『【⦅〘〖«〝￥＄￡＃€№〒｢([{]$/u
const WIDTHS = [180, 223, 260, 307, 351, 408, 462]

it('sets 20,000 lines of a made-up office without one kinsoku violation, and breaks no run', () => {
  const faults: string[] = []
  let lines = 0
  for (const text of sentences(20_261_121)) {
    const width = WIDTHS[lines % WIDTHS.length] ?? 260
    const set = breakLines(text, 'mincho', SIZE, width)
    const written = set.map(textOf)
    written.forEach((line, index) => {
      if (index > 0 && BAD_START.test(line)) faults.push(`starts: ${line}`)
      if (index < written.length - 1 && BAD_END.test(line)) faults.push(`ends: ${line}`)
      if ((set[index]?.width ?? 0) > width + 0.02) faults.push(`wide: ${line}`)
    })
    // Spaces at a line end are dropped, and nothing else.
    if (written.join('').replace(/[ 　]/g, '') !== text.replace(/[ 　]/g, '')) faults.push(`lost: ${text}`)
    const whole = written.join('\n')
    for (const run of text.match(UNBREAKABLE) ?? []) if (!whole.includes(run)) faults.push(`broken: ${run}`)
    lines += set.length
    if (lines >= 20_000) break
  }
  expect(faults).toEqual([])
  expect(lines).toBeGreaterThanOrEqual(20_000)
})

const letters = fc.constantFrom(...'個人情報の開示はアイウ手数料漢字かな')
const marks = fc.constantFrom(...'、。」』）（「『ー々ゃッ…・！？％℃～〒 　')
const word = fc.constantFrom('1,415円', '第33条第2項', '令和8年11月21日', 'https://example.jp/a', '辻\u{E0100}', '𠮷')
const sentence = fc
  .array(fc.oneof({ weight: 6, arbitrary: letters }, { weight: 2, arbitrary: marks }, { weight: 1, arbitrary: word }), {
    minLength: 1,
    maxLength: 120,
    // By default fast-check stays near ten items, which hardly ever fill a line.
    size: 'max',
  })
  .map(parts => parts.join(''))

it('loses, adds and reorders nothing, save spaces at a line end', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 30, max: 460 }), (text, width) => {
      const plain = (from: string) => from.replace(/[ 　]/g, '')
      expect(plain(broken(text, width).join(''))).toBe(plain(text))
    }),
    { numRuns: 300 },
  )
})

it('sets no line wider than its measure', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 60, max: 460 }), (text, width) => {
      for (const line of breakLines(text, 'mincho', SIZE, width)) expect(line.width).toBeLessThanOrEqual(width + 0.02)
    }),
    { numRuns: 300 },
  )
})

it.each([
  '1,415円',
  '3,300円',
  '第33条第2項',
  '第33条第2項第2号',
  '第三十三条第二項',
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
  '――',
  'ﾖｼﾀﾞ',
  'José',
  'privacy@sakura.ad.jp',
])('keeps %s on one line at every width', run => {
  const text = `この案内は${run}についての説明です`
  const narrowest = Math.max(170, Math.ceil(widthOf(run, 'mincho', SIZE)))
  for (let width = narrowest; width < 320; width += 3) {
    expect(
      broken(text, width).some(line => line.includes(run)),
      `${width}: ${broken(text, width)}`,
    ).toBe(true)
  }
})

it('cuts an address of the net that is longer than a line behind its slashes, and begins it where it stands', () => {
  const url = `https://example.jp/${'abcdefg/'.repeat(12)}end`
  const lines = broken(`詳細は${url}`, 150)
  expect(lines.join('')).toBe(`詳細は${url}`)
  expect(lines[0]?.length).toBeGreaterThan(4)
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/.]$/)
})

it('cuts a run without any seam where the line is full', () => {
  const lines = broken('a'.repeat(100), 100)
  const [full = ''] = lines
  expect(lines.slice(0, -1).every(line => line === full)).toBe(true)
  expect(widthOf(full, 'mincho', SIZE)).toBeLessThanOrEqual(100)
  expect(widthOf(`${full}a`, 'mincho', SIZE)).toBeGreaterThan(100)
})

it('lets a full stop hang outside the measure instead of pulling a letter down', () => {
  expect(broken('あいうえおかきくけこ。さしす', 100)).toEqual(['あいうえおかきくけこ。', 'さしす'])
})

it('takes the last letter of a paragraph into a long line rather than leave it alone', () => {
  const text = `${'あ'.repeat(20)}す。`
  expect(broken(text, 200)).toEqual([text])
  expect(broken(`${'あ'.repeat(23)}す。`, 200)).toHaveLength(2)
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
