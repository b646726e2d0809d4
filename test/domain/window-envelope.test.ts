import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { everShown, play, shownArea, windowEnvelope } from '../../src/domain/window-envelope.ts'

const naga3 = {
  id: 'naga3',
  name: '長形3号窓付き',
  width: 235,
  height: 120,
  window: { left: 22, top: 12, width: 90, height: 50 },
  folds: [110, 203.5],
}

describe('an envelope with a window', () => {
  it('shows for certain only what no sliding hides, and may show more', () => {
    expect(play(naga3)).toEqual({ x: 25, y: 10 })
    expect(shownArea(naga3)).toEqual({ left: 22, top: 12, right: 87, bottom: 52 })
    expect(everShown(naga3)).toEqual({ left: -3, top: 2, right: 112, bottom: 62 })
  })

  it('keeps every place of the sheet between the two', () => {
    for (let x = 0; x <= 25; x += 5) {
      for (let y = 0; y <= 10; y += 2.5) {
        const seen = { left: 22 - x, top: 12 - y, right: 112 - x, bottom: 62 - y }
        const [sure, ever] = [shownArea(naga3), everShown(naga3)]
        expect(seen.left <= sure.left && seen.right >= sure.right).toBe(true)
        expect(seen.top <= sure.top && seen.bottom >= sure.bottom).toBe(true)
        expect(seen.left >= ever.left && seen.right <= ever.right).toBe(true)
        expect(seen.top >= ever.top && seen.bottom <= ever.bottom).toBe(true)
      }
    }
  })

  it('slides further when it is folded in equal parts', () => {
    expect(play({ ...naga3, folds: [99, 198] })).toEqual({ x: 25, y: 21 })
  })

  it.each([
    ['too near the edge', { window: { left: 10, top: 12, width: 90, height: 50 } }, 'window_place'],
    ['where the stamp goes', { window: { left: 120, top: 12, width: 90, height: 50 } }, 'window_place'],
    [
      'too small for an address that slides',
      { window: { left: 22, top: 12, width: 60, height: 30 } },
      'window_too_small',
    ],
    ['for a sheet that does not go in', { folds: [] }, 'sheet_too_large'],
    ['that begins right of the text', { window: { left: 26, top: 12, width: 90, height: 50 } }, 'window_beyond_margin'],
    ['with folds out of order', { folds: [203.5, 110] }, 'folds_order'],
  ])('is refused %s', (_, wrong, code) => {
    const read = windowEnvelope.safeParse({ ...naga3, ...wrong })
    expect(read.error?.issues.map(({ message }) => message)).toContain(code)
  })

  const kaku2 = {
    id: 'kaku2',
    name: '角形2号窓付き',
    width: 240,
    height: 332,
    window: { left: 22, top: 30, width: 118, height: 70 },
  }

  it('may stand upright and take the sheet as it is: more play, so a larger window', () => {
    expect(windowEnvelope.parse(kaku2).folds).toEqual([])
    expect(play({ ...kaku2, folds: [] })).toEqual({ x: 30, y: 35 })
    expect(shownArea({ ...kaku2, folds: [] })).toEqual({ left: 22, top: 30, right: 110, bottom: 65 })
  })

  it.each([
    [
      'a window that hides an address when the sheet slides',
      { left: 22, top: 30, width: 100, height: 55 },
      'window_too_small',
    ],
    [
      'a window so high that the title is read below it',
      { left: 22, top: 60, width: 118, height: 70 },
      'window_shows_more',
    ],
    [
      'a window so wide that the number is read beside it',
      { left: 22, top: 30, width: 130, height: 70 },
      'window_shows_more',
    ],
    ['a window 9 mm from the edge', { left: 22, top: 9, width: 118, height: 70 }, 'window_place'],
  ])('of 角形2号 is refused %s', (_, window, code) => {
    const read = windowEnvelope.safeParse({ ...kaku2, window })
    expect(read.error?.issues.map(({ message }) => message)).toContain(code)
  })

  it('of 定形 keeps the side of the stamp clear whichever way it stands, of 定形外 only what the makers need', () => {
    const a5 = {
      ...naga3,
      width: 229,
      height: 162,
      folds: [148.5],
      window: { left: 20, top: 10, width: 100, height: 60 },
    }
    expect(windowEnvelope.safeParse(a5).success).toBe(true)
    const near = { ...naga3, window: { left: 20, top: 10, width: 100, height: 50 } }
    expect(windowEnvelope.safeParse(near).error?.issues[0]?.message).toBe('window_place')
  })

  it('is read from the file of the house', () => {
    const file = readFileSync(new URL('../../fixtures/envelopes.yaml', import.meta.url), 'utf8')
    expect(
      windowEnvelope
        .array()
        .parse(parse(file))
        .map(({ id }) => id),
    ).toEqual(['naga3-window', 'kaku2-window'])
  })
})
