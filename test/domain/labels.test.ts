import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { labelCode, labelPlaces, labelSheet, labelsOn } from '../../src/domain/labels.ts'

const sheets = labelSheet
  .array()
  .parse(parse(readFileSync(new URL('../../fixtures/label-sheets.yaml', import.meta.url), 'utf8')))
const none = { x: 0, y: 0 }
const twelve = sheets.find(each => each.id === 'a-one-12')
if (!twelve) throw new Error('no sheet of 12')

describe('label sheets', () => {
  it.each([
    ['a-one-12', 12],
    ['a-one-24', 24],
    ['a-one-21', 21],
    ['a-one-10', 10],
  ])('%s holds %i labels', (id, count) => {
    const sheet = sheets.find(each => each.id === id)
    expect(sheet && labelsOn(sheet)).toBe(count)
  })

  it.each(sheets.map(sheet => [sheet.id, sheet] as const))(
    '%s keeps every label on the paper, none over another',
    (_, sheet) => {
      const places = labelPlaces(sheet, labelsOn(sheet), 1, none) ?? []
      for (const { x, y } of places) {
        expect(x + sheet.width).toBeLessThanOrEqual(210.001)
        expect(y + sheet.height).toBeLessThanOrEqual(297.001)
        const over = places.filter(
          other => Math.abs(other.x - x) < sheet.width - 0.01 && Math.abs(other.y - y) < sheet.height - 0.01,
        )
        expect(over).toHaveLength(1)
      }
    },
  )

  it('begins where a used sheet is free, and goes on with a new one', () => {
    const places = labelPlaces(twelve, 4, 11, none) ?? []
    expect(places.map(({ page, position }) => [page, position])).toEqual([
      [0, 11],
      [0, 12],
      [1, 1],
      [1, 2],
    ])
    expect(places[0]).toMatchObject({ x: 18.6, y: 232.7 })
    expect(places[2]).toMatchObject({ x: 18.6, y: 21.2 })
  })

  it('moves by tenths of a millimetre, to the left and up too', () => {
    expect(labelPlaces(twelve, 1, 1, { x: 15, y: -7 })?.[0]).toMatchObject({ x: 20.1, y: 20.5 })
  })

  it.each([0, 13, -1, 1.5, Number.NaN])('has no position %s', start => {
    expect(labelPlaces(twelve, 1, start, none)).toBeNull()
  })

  it.each([{ cols: 3 }, { top: 60 }, { pitchX: 80 }, { rows: 0 }])(
    'does not take a sheet that cannot be: %o',
    wrong => {
      expect(labelSheet.safeParse({ ...twelve, ...wrong }).success).toBe(false)
    },
  )

  it('carry a code to be scanned where it fits, else one to be typed', () => {
    for (const sheet of sheets) expect(labelCode(sheet)).toBe('squares')
    expect(labelCode({ width: 38.1, height: 21.2 })).toBe('typed')
    expect(labelCode({ width: 86.4, height: 25.4 })).toBe('typed')
  })
})
