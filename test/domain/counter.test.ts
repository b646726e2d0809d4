import { describe, expect, it } from 'vitest'
import {
  type CounterItem,
  counterItemText,
  counterOrder,
  inSheets,
  itemPostage,
  readCounterItem,
  totalPostage,
} from '../../src/domain/counter.ts'
import type { PlainDate } from '../../src/domain/day.ts'

const today = '2026-11-21' as PlainDate
const reply: CounterItem = {
  number: '26000014',
  letters: ['l1'],
  service: 'general_registered',
  options: ['delivery_certificate', 'addressee_only'],
  grams: 40,
  size: 'standard',
}

describe('what is handed in at the counter', () => {
  it.each([
    [{}, 1210],
    [{ grams: 50 }, 1210],
    [{ grams: 60, size: 'within' }, 1280],
    [{ grams: 150, size: 'within' }, 1370],
    [{ grams: 250, size: 'within' }, 1420],
    [{ service: 'simple_registered', options: [] }, 460],
    [{ service: 'ordinary', options: [] }, 110],
    [{ options: [...reply.options, 'express'] }, 1510],
  ] as const)('costs by the tariff of the day: %o is %i yen', (more, total) => {
    expect(itemPostage({ ...reply, ...more } as CounterItem, today)?.total).toBe(total)
  })

  it('says what the sum is made of', () => {
    expect(itemPostage(reply, today)?.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ['定形 50gまで', 110],
      ['一般書留', 480],
      ['配達証明', 350],
      ['本人限定受取', 270],
    ])
  })

  it.each([{ grams: 51 }, { grams: 0 }, { grams: 1001, size: 'within' }, { service: 'simple_registered' }] as const)(
    'has no price for %o',
    more => {
      expect(itemPostage({ ...reply, ...more }, today)).toBeNull()
    },
  )

  it('adds up, and has no total while one has no price', () => {
    expect(totalPostage([reply, { ...reply, grams: 50 }], today)).toBe(2420)
    expect(totalPostage([reply, { ...reply, grams: 51 }], today)).toBeNull()
    expect(totalPostage([], today)).toBe(0)
  })

  it.each([
    [reply, '26000014-l1~gca40t'],
    [
      { ...reply, letters: ['l1', 'l12'], service: 'ordinary', options: [], grams: 120, size: 'within' },
      '26000014-l1-l12~o120n',
    ],
    [{ ...reply, service: 'specified_record', options: ['no_forwarding', 'express'] }, '26000014-l1~rnx40t'],
  ] as const)('stands in an address and comes back the same: %o', (item, text) => {
    expect(counterItemText(item as CounterItem)).toBe(text)
    expect(readCounterItem(text)).toEqual(item)
  })

  it.each([
    '',
    '26000014',
    '26000014~g40t',
    '26000014-l1~z40t',
    '26000014-l1~g40',
    '2600001-l1~g40t',
    '26000014-x1~g40t',
    `${'9'.repeat(500)}-l1~g1t`,
  ])('takes no address that it did not write: %s', text => {
    expect(readCounterItem(text)).toBeNull()
  })

  it('fills sheets of twelve lines', () => {
    expect(inSheets(Array.from({ length: 25 }, (_, n) => n)).map(sheet => sheet.length)).toEqual([12, 12, 1])
    expect(inSheets([])).toEqual([])
  })

  describe('in the order of the paper', () => {
    const placed = (rows: readonly [string, string | null][]) =>
      counterOrder(rows, ([, sender]) => sender).map(({ row: [name], place: { sheet, sheets, no } }) => [
        name,
        `${sheet}/${sheets}`,
        no,
      ])

    it('each sender has sheets and numbers of their own', () => {
      expect(
        placed([
          ['a', 'ims'],
          ['b', 'kinki'],
          ['c', 'ims'],
        ]),
      ).toEqual([
        ['a', '1/1', 1],
        ['c', '1/1', 2],
        ['b', '1/1', 1],
      ])
      const many = Array.from({ length: 13 }, (_, n): [string, string] => [`n${n}`, 'ims'])
      expect(placed([...many, ['b', 'kinki']]).slice(11)).toEqual([
        ['n11', '1/2', 12],
        ['n12', '2/2', 13],
        ['b', '1/1', 1],
      ])
    })

    it('what is not shown takes no number of the others, and moves none of those around it', () => {
      expect(
        placed([
          ['x', null],
          ['a', 'ims'],
          ['y', null],
          ['b', 'ims'],
          ['z', null],
          ['c', 'kinki'],
        ]),
      ).toEqual([
        ['x', '1/1', 1],
        ['z', '1/1', 2],
        ['a', '1/1', 1],
        ['y', '1/1', 2],
        ['b', '1/1', 3],
        ['c', '1/1', 1],
      ])
    })

    it('asked for in its own order it stays as it is', () => {
      const rows: [string, string][] = Array.from({ length: 40 }, (_, n) => [`n${n}`, `s${(n * 7) % 3}`])
      const once = counterOrder(rows, ([, sender]) => sender)
      expect(
        counterOrder(
          once.map(({ row }) => row),
          ([, sender]) => sender,
        ),
      ).toEqual(once)
    })
  })
})
