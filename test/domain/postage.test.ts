import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { fitting, type PostOption, type PostService, postage } from '../../src/domain/postage.ts'

const reply = ['general_registered', 'delivery_certificate', 'addressee_only'] as const
const price = (on: string, grams: number, standard: boolean, ...services: (PostService | PostOption)[]) =>
  postage({ on: day(on), grams, size: standard ? 'standard' : 'within', services })

describe('postage', () => {
  // The sums of reference/law.md §7.6
  it.each([
    [50, true, 1150],
    [100, false, 1220],
    [150, false, 1310],
    [250, false, 1360],
  ])('for a reply of %d g (定形 %s) by 配達証明付き本人限定受取 is %d円', (grams, standard, total) => {
    expect(price('2026-11-21', grams, standard, ...reply)?.total).toBe(total)
  })

  it.each([
    ['2026-11-21', 25, true, 460],
    ['2026-11-21', 50, false, 490],
    ['2023-09-30', 50, false, 440],
    ['2023-10-01', 50, true, 444],
  ])('by 簡易書留 on %s, %d g (定形 %s), is %d円', (on, grams, standard, total) => {
    expect(price(on, grams, standard, 'simple_registered')?.total).toBe(total)
  })

  it.each([
    ['2019-10-01', 25, 84],
    ['2024-09-30', 25, 84],
    ['2024-09-30', 26, 94],
    ['2024-10-01', 1, 110],
    ['2024-10-01', 50, 110],
  ])('of a plain letter on %s, %d g, is %d円', (on, grams, total) => {
    expect(price(on, grams, true)?.total).toBe(total)
  })

  it.each([
    ['within', 500, 510],
    ['within', 1000, 750],
    ['beyond', 50, 260],
    ['beyond', 1000, 920],
    ['beyond', 4000, 1750],
  ] as const)('of a thick or heavy letter (%s, %d g) is %d円', (size, grams, total) => {
    expect(postage({ on: day('2026-11-21'), grams, size, services: [] })?.total).toBe(total)
  })

  it.each([
    ['within', 1001, []],
    ['beyond', 4001, []],
    ['within', 300, ['express']],
  ] as const)('has no figure for %s of %d g with %j', (size, grams, services) => {
    expect(postage({ on: day('2026-11-21'), grams, size, services })).toBeNull()
  })

  it('lists its parts, which add up', () => {
    expect(price('2026-11-21', 40, true, ...reply, 'no_forwarding')).toEqual({
      total: 1150,
      parts: [
        { label: '定形 50gまで', amount: 110 },
        { label: '一般書留', amount: 480 },
        { label: '配達証明', amount: 350 },
        { label: '本人限定受取', amount: 210 },
      ],
    })
    expect(price('2026-11-21', 90, false, 'specified_record', 'express')?.parts).toEqual([
      { label: '定形外（規格内） 100gまで', amount: 180 },
      { label: '特定記録', amount: 210 },
      { label: '速達', amount: 300 },
    ])
  })

  it('charges an option once, however often it was ticked', () => {
    expect(price('2026-11-21', 50, true, ...reply, 'addressee_only')?.total).toBe(1150)
  })

  it('is nothing over the counter and by e-mail', () => {
    expect(price('2026-11-21', 50, true, 'counter')).toEqual({ total: 0, parts: [] })
    expect(price('2026-11-21', 50, true, 'electronic')).toEqual({ total: 0, parts: [] })
  })

  it.each([
    ['before the oldest tariff', price('2019-09-30', 50, true)],
    ['for 定形 over 50 g', price('2026-11-21', 51, true)],
    ['for no weight', price('2026-11-21', 0, true)],
    ['for a weight that is no number', price('2026-11-21', Number.NaN, true)],
    ['for two registrations at once', price('2026-11-21', 50, true, 'general_registered', 'simple_registered')],
    ['for 配達証明 on 簡易書留', price('2026-11-21', 50, true, 'simple_registered', 'delivery_certificate')],
    ['for 本人限定受取 before a figure is known', price('2023-09-30', 50, true, ...reply)],
    ['for レターパック, which needs no stamps', price('2026-11-21', 50, true, 'letter_pack')],
  ])('has no price %s', (_why, none) => {
    expect(none).toBeNull()
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
