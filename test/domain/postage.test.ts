import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { postTariffs } from '../../src/domain/post-tariffs.ts'
import {
  fitting,
  type LetterSize,
  letterSize,
  letterSizes,
  type PostOption,
  type PostService,
  postage,
} from '../../src/domain/postage.ts'

const reply = ['general_registered', 'delivery_certificate', 'addressee_only'] as const
const TODAY = '2026-11-22'
const cost = (on: string, size: LetterSize, grams: number, ...services: (PostService | PostOption)[]) =>
  postage({ on: day(on), grams, size, services })?.total ?? null
const options: PostOption[] = ['delivery_certificate', 'addressee_only', 'no_forwarding', 'express']
const MOST: Record<LetterSize, number> = { standard: 50, within: 1000, beyond: 4000 }

describe('a plain letter', () => {
  it.each<[string, LetterSize, [number, number][]]>([
    [
      '2019-10-01',
      'standard',
      [
        [25, 84],
        [50, 94],
      ],
    ],
    [
      '2024-09-30',
      'standard',
      [
        [25, 84],
        [50, 94],
      ],
    ],
    [
      '2024-10-01',
      'standard',
      [
        [25, 110],
        [50, 110],
      ],
    ],
    [
      '2024-09-30',
      'within',
      [
        [50, 120],
        [100, 140],
        [150, 210],
        [250, 250],
        [500, 390],
        [1000, 580],
      ],
    ],
    [
      '2024-10-01',
      'within',
      [
        [50, 140],
        [100, 180],
        [150, 270],
        [250, 320],
        [500, 510],
        [1000, 750],
      ],
    ],
    [
      '2024-09-30',
      'beyond',
      [
        [50, 200],
        [100, 220],
        [150, 300],
        [250, 350],
        [500, 510],
        [1000, 710],
        [2000, 1040],
        [4000, 1350],
      ],
    ],
    [
      '2024-10-01',
      'beyond',
      [
        [50, 260],
        [100, 290],
        [150, 390],
        [250, 450],
        [500, 660],
        [1000, 920],
        [2000, 1350],
        [4000, 1750],
      ],
    ],
  ])('of %s as %s costs by weight, up to each step and from the next gram more', (on, size, steps) => {
    let before = 0
    for (const [grams, amount] of steps) {
      expect([before + 1, cost(on, size, before + 1)]).toEqual([before + 1, amount])
      expect([grams, cost(on, size, grams)]).toEqual([grams, amount])
      before = grams
    }
    expect(cost(on, size, before + 1)).toBeNull()
  })
})

describe('what rides on a letter', () => {
  const over = (on: string, grams: number, ...services: (PostService | PostOption)[]) => {
    const size = grams > 1000 ? 'beyond' : 'within'
    return (cost(on, size, grams, ...services) ?? Number.NaN) - (cost(on, size, grams) ?? Number.NaN)
  }

  it.each([
    ['2019-10-01', 435, 320, 160],
    ['2023-09-30', 435, 320, 160],
    ['2023-10-01', 480, 350, 160],
    ['2024-09-30', 480, 350, 160],
    ['2024-10-01', 480, 350, 210],
    [TODAY, 480, 350, 210],
  ])('costs on %s: 一般書留 %d, 簡易書留 %d, 特定記録 %d', (on, general, simple, record) => {
    const each = ['general_registered', 'simple_registered', 'specified_record'] as const
    expect(each.map(service => over(on, 100, service))).toEqual([general, simple, record])
  })

  it.each([
    ['2019-10-01', 320, 105],
    ['2021-10-01', 320, 210],
    ['2023-10-01', 350, 210],
    ['2024-09-30', 350, 210],
    ['2024-10-01', 350, 270],
  ])('costs on %s beside 一般書留: 配達証明 %d, 本人限定受取 %d', (on, certificate, only) => {
    const registered = over(on, 100, 'general_registered')
    expect(over(on, 100, 'general_registered', 'delivery_certificate') - registered).toBe(certificate)
    expect(over(on, 100, 'general_registered', 'addressee_only') - registered).toBe(only)
  })

  it.each([
    ['2019-10-01', [290, 390, 660]],
    ['2021-09-30', [290, 390, 660]],
    ['2021-10-01', [260, 350, 600]],
    ['2024-09-30', [260, 350, 600]],
    ['2024-10-01', [300, 400, 690]],
  ])('速達 on %s costs %j up to 250 g, 1 kg and 4 kg', (on, prices) => {
    expect([1, 251, 1001].map(grams => over(on, grams, 'express'))).toEqual(prices)
    expect([250, 1000, 4000].map(grams => over(on, grams, 'express'))).toEqual(prices)
  })

  it.each([
    [50, 'standard', 1210],
    [50, 'within', 1240],
    [100, 'within', 1280],
    [150, 'within', 1370],
    [250, 'within', 1420],
    [500, 'within', 1610],
    [4000, 'beyond', 2850],
  ] as const)('makes a reply of %d g (%s) by 配達証明付き本人限定受取 %d円', (grams, size, total) => {
    expect(cost(TODAY, size, grams, ...reply)).toBe(total)
  })

  it('lists its parts, which add up', () => {
    const of = (grams: number, size: LetterSize, ...services: (PostService | PostOption)[]) =>
      postage({ on: day(TODAY), grams, size, services })
    expect(of(40, 'standard', ...reply, 'no_forwarding')).toEqual({
      total: 1210,
      parts: [
        { label: '定形 50gまで', amount: 110 },
        { label: '一般書留', amount: 480 },
        { label: '配達証明', amount: 350 },
        { label: '本人限定受取', amount: 270 },
      ],
    })
    expect(of(300, 'beyond', 'specified_record', 'express')?.parts).toEqual([
      { label: '定形外（規格外） 500gまで', amount: 660 },
      { label: '特定記録', amount: 210 },
      { label: '速達', amount: 400 },
    ])
  })

  it('charges an option once, however often it was ticked', () => {
    expect(cost(TODAY, 'standard', 50, ...reply, 'addressee_only')).toBe(1210)
  })

  it('is nothing over the counter and by e-mail', () => {
    expect(cost(TODAY, 'standard', 50, 'counter')).toBe(0)
    expect(cost(TODAY, 'standard', 50, 'electronic')).toBe(0)
  })
})

describe('the tariff', () => {
  it('has a price for every letter that the counter takes, on every day since it begins', () => {
    const services = ['general_registered', 'simple_registered', 'specified_record', 'ordinary'] as const
    const chosen = Array.from({ length: 2 ** options.length }, (_, bits) =>
      options.filter((_o, at) => bits & (1 << at)),
    )
    for (const { from } of postTariffs)
      for (const size of letterSizes)
        for (const service of services)
          for (const some of chosen.filter(each => fitting(service, each)))
            for (const grams of [1, 25, 26, 50, 51, 250, 251, 1000, 1001, 4000].filter(each => each <= MOST[size]))
              expect([from, size, service, some, grams, cost(from, size, grams, service, ...some)]).not.toContain(null)
  })

  it('is in order, newest first, and a heavier letter never costs less', () => {
    const days = postTariffs.map(({ from }) => from)
    expect(days).toEqual([...days].sort().reverse())
    for (const { letters } of postTariffs)
      for (const steps of Object.values(letters)) {
        expect(steps.map(([grams]) => grams)).toEqual(steps.map(([grams]) => grams).sort((a, b) => a - b))
        expect(steps.map(([, yen]) => yen)).toEqual(steps.map(([, yen]) => yen).sort((a, b) => a - b))
      }
  })

  it.each([
    ['before the oldest tariff', cost('2019-09-30', 'standard', 50)],
    ['for 定形 over 50 g', cost(TODAY, 'standard', 51)],
    ['for no weight', cost(TODAY, 'standard', 0)],
    ['for a weight that is no number', cost(TODAY, 'standard', Number.NaN)],
    ['for two registrations at once', cost(TODAY, 'standard', 50, 'general_registered', 'simple_registered')],
    ['for 配達証明 on 簡易書留', cost(TODAY, 'standard', 50, 'simple_registered', 'delivery_certificate')],
    ['for レターパック, which needs no stamps', cost(TODAY, 'standard', 50, 'letter_pack')],
  ])('has no price %s', (_why, none) => {
    expect(none).toBeNull()
  })
})

describe('the size of a letter', () => {
  it.each<[string, [number, number], number, number, LetterSize | null]>([
    ['長形3号', [120, 235], 10, 50, 'standard'],
    ['長形3号 lying', [235, 120], 10, 50, 'standard'],
    ['長形3号 of 51 g', [120, 235], 10, 51, 'within'],
    ['長形3号 of 11 mm', [120, 235], 11, 50, 'within'],
    ['an envelope 1 mm longer', [120, 236], 10, 50, 'within'],
    ['an envelope 1 mm wider', [121, 235], 10, 50, 'within'],
    ['角形2号', [240, 332], 30, 1000, 'within'],
    ['角形2号 of 31 mm', [240, 332], 31, 1000, 'beyond'],
    ['角形2号 of 1,001 g', [240, 332], 30, 1001, 'beyond'],
    ['a bag 1 mm longer than 規格内', [250, 341], 30, 500, 'beyond'],
    ['the largest of all', [250, 600], 50, 4000, 'beyond'],
    ['one of 4,001 g', [250, 600], 50, 4001, null],
    ['one longer than 60 cm', [100, 601], 10, 100, null],
    ['one whose sides add up to 901 mm', [251, 600], 50, 100, null],
    ['the smallest of all', [90, 140], 1, 5, 'standard'],
    ['one narrower than 9 cm', [89, 140], 1, 5, null],
    ['one shorter than 14 cm', [90, 139], 1, 5, null],
    ['one of no weight', [120, 235], 1, 0, null],
    ['one without thickness', [120, 235], Number.NaN, 20, null],
  ])('of %s', (_what, sides, thickness, grams, size) => {
    expect(letterSize({ sides, thickness, grams })).toBe(size)
  })

  it('always has a price', () => {
    for (const sides of [
      [120, 235],
      [240, 332],
      [250, 600],
    ] as const)
      for (const thickness of [1, 10, 30, 50])
        for (const grams of [1, 50, 51, 1000, 1001, 4000]) {
          const size = letterSize({ sides, thickness, grams })
          expect(size && cost(TODAY, size, grams, ...reply)).toBeGreaterThan(0)
        }
  })
})

describe('fitting', () => {
  const services: PostService[] = [
    'general_registered',
    'simple_registered',
    'specified_record',
    'ordinary',
    'letter_pack',
    'cash_registered',
    'electronic',
    'counter',
  ]

  it.each(['delivery_certificate', 'addressee_only'] as const)('lets %s ride on 一般書留 only', option => {
    expect(services.filter(service => fitting(service, [option]))).toEqual(['general_registered'])
    expect(services.filter(service => fitting(service, ['no_forwarding', option]))).toEqual(['general_registered'])
  })

  it('lets 転送不要, 速達 and nothing ride on any', () => {
    expect(services.every(service => fitting(service, ['no_forwarding', 'express']) && fitting(service, []))).toBe(true)
  })
})
