import { expect, it } from 'vitest'
import { widened } from '../../src/documents/justify.ts'
import { breakLines, singleLine, widthOf } from '../../src/documents/lines.ts'

const SIZE = 10
const width = (text: string) => widthOf(text, 'mincho', SIZE)
const gapsOf = (text: string) => singleLine(text, 'mincho', SIZE).gaps

it.each([
  ['甲」乙「丙', '甲乙」「丙', 'a closing and an opening bracket'],
  ['甲。乙」丙', '甲乙。」丙', 'a full stop and a closing bracket'],
  ['「甲『乙丙', '「『甲乙丙', 'two opening brackets'],
  ['甲）乙、丙', '甲乙）、丙', 'a closing bracket and a comma'],
  ['甲・乙「丙', '甲乙・「丙', 'a middle dot and an opening bracket'],
  ['甲」　乙丙', '甲乙」　丙', 'a closing bracket and a space'],
])('leaves half an em less between marks that meet: %s', (apart, close, why) => {
  const more = why.endsWith('a space') ? 0 : SIZE / 2
  expect(width(apart) - width(close)).toBeCloseTo(more)
})

it('sets an opening bracket at the line start and a closing mark at its end without their white', () => {
  expect(width('「甲乙丙')).toBeCloseTo(3.5 * SIZE)
  expect(singleLine('「甲乙丙', 'mincho', SIZE).lead).toBeCloseTo(SIZE / 2)
  expect(width('甲乙丙。')).toBeCloseTo(3.5 * SIZE)
  expect(width('甲乙丙」')).toBeCloseTo(3.5 * SIZE)
})

it('puts a quarter em between kana or ideographs and letters or figures, and nowhere else', () => {
  expect(gapsOf('令和8年')).toEqual([0, 0, 250, 250])
  expect(gapsOf('甲A「B」乙')).toEqual([0, 250, 0, 0, 0, 0])
  expect(gapsOf('甲 A')).toEqual([0, 0, 0])
  expect(gapsOf('10％ｱ1')).toEqual([0, 0, 0, 0, 0])
})

it('puts it beside the M of the bold face too, which is a full square wide', () => {
  expect(singleLine('甲M乙', 'bold', SIZE).gaps).toEqual([0, 250, 250])
})

it('sets letters and figures with the widths of the font, not a full square', () => {
  expect(width('26000147')).toBeCloseTo(8 * 0.5 * SIZE)
})

it('pulls a mark in by taking white from other marks rather than push its word down', () => {
  const text = `「甲」は、乙（丙）の、丁である、戊と己${'あ'.repeat(30)}`
  for (let measure = 140; measure < 200; measure += 1) {
    for (const line of breakLines(text, 'mincho', SIZE, measure)) {
      for (const [index, gap] of line.gaps.entries()) {
        // Never more than the half em a mark brings, save where two marks already met.
        expect(gap, `${measure} ${line.glyphs[index]?.text}`).toBeGreaterThanOrEqual(-500)
      }
      expect(line.width).toBeLessThanOrEqual(measure + 0.02)
    }
  }
})

const stretch = (text: string, slack: number) => {
  const line = singleLine(text, 'mincho', SIZE)
  return widened(line.glyphs, line.gaps, slack)?.map((gap, index) => Math.round(gap - (line.gaps[index] ?? 0)))
}

it('widens script changes and the room beside marks first', () => {
  expect(stretch('甲乙、丙8丁', 90)).toEqual([0, 0, 0, 30, 30, 30])
})

it('then widens all gaps alike, but none in a word, a number or between a mark and what it belongs to', () => {
  expect(stretch('甲乙丙', 100)).toEqual([0, 50, 50])
  expect(stretch('甲123乙', 400)).toEqual([0, 200, 0, 0, 200])
  const [, , beforeComma = 1, , afterBracket = 1] = stretch('甲乙、「丙', 100) ?? []
  expect([beforeComma, afterBracket]).toEqual([0, 0])
  expect(stretch('甲IIJmio乙', 400)).toEqual([0, 200, 0, 0, 0, 0, 0, 200])
  expect(stretch('甲Zoë乙', 400)).toEqual([0, 200, 0, 0, 200])
  expect(stretch('甲――乙', 100)).toEqual([0, 50, 0, 50])
})

it('leaves a line ragged that would need holes', () => {
  expect(stretch('甲乙丙', 900)).toBeUndefined()
})
