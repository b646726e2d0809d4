import { describe, expect, test } from 'vitest'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { mayBeSued, pausesOf, reckon, reckonCase, suitPossibleFrom } from '../../src/domain/clock.ts'
import { addDays } from '../../src/domain/day.ts'
import { ito, logged, on, paid, requestFor, Story, sato } from './given.ts'

const terms = { acknowledge: 3, supplement: 5, decide: 10, post: 10 }
const calendar = makeCalendar({
  holidays: new Map([
    ['2026-01-12', '成人の日'],
    ['2026-04-29', '昭和の日'],
    ['2026-05-04', 'みどりの日'],
    ['2026-05-05', 'こどもの日'],
    ['2026-05-06', '休日'],
    ['2026-09-21', '敬老の日'],
    ['2026-09-22', '国民の休日'],
    ['2026-09-23', '秋分の日'],
    ['2027-01-01', '元日'],
  ]),
  closures: new Map(
    ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-02', '2027-01-03'].map(d => [d, '年末年始休業']),
  ),
  opened: new Set(),
})
const plain = makeCalendar({ holidays: new Map(), closures: new Map(), opened: new Set() })
const dates = (
  arrivedOn: string,
  ...more: Parameters<typeof reckon> extends [unknown, unknown, unknown, ...infer R] ? R : never
) => Object.fromEntries(reckon(on(arrivedOn), terms, calendar, ...more).internal.map(each => [each.name, each.date]))

describe('the day from which to sue (39条, law.md §2.2)', () => {
  test.each([
    ['2026-01-05', '2026-01-19', '2026-01-20', '2026-01-19'],
    ['2026-04-23', '2026-05-07', '2026-05-08', '2026-05-07'],
    ['2026-09-08', '2026-09-22', '2026-09-23', '2026-09-18'],
    ['2026-12-18', '2027-01-01', '2027-01-02', '2026-12-28'],
    ['2026-02-28', '2026-03-14', '2026-03-15', '2026-03-13'],
  ])('arrival %s: two weeks end %s, suit from %s, posted at the latest %s', (arrivedOn, fourteenth, suit, post) => {
    const reckoning = reckon(on(arrivedOn), terms, calendar)
    expect(addDays(on(arrivedOn), 14)).toBe(fourteenth)
    expect(suitPossibleFrom(on(arrivedOn))).toBe(suit)
    expect(reckoning.suitPossibleFrom).toBe(suit)
    expect(dates(arrivedOn).post).toBe(post)
  })

  test('is moved by no holiday, no closure and no pause', () => {
    const closed = makeCalendar({
      holidays: new Map(),
      closures: new Map([['2026-01-19', '臨時休業']]),
      opened: new Set(),
    })
    const pause = { from: on('2026-01-06'), until: on('2026-03-01'), because: 'supplement' } as const
    expect(reckon(on('2026-01-05'), terms, closed, [pause]).suitPossibleFrom).toBe('2026-01-20')
  })

  test('exists for 33 to 35 only', () => {
    expect(mayBeSued(logged('ims', { kinds: ['purpose'] }).kase)).toBe(false)
    expect(mayBeSued(logged('ims', { kinds: ['foreign_transfer', 'held_information'] }).kase)).toBe(false)
    const both = logged('ims', { kinds: ['purpose', 'correction'] })
    expect(mayBeSued(both.kase)).toBe(true)
    both.do('withdraw', { kinds: ['correction'], on: '2026-11-21', how: 'phone' })
    expect(mayBeSued(both.kase)).toBe(false)
  })
})

describe('the dates of the desk', () => {
  test('count business days from the day after arrival', () => {
    expect(dates('2026-01-05')).toEqual({
      acknowledge: '2026-01-08',
      supplement: '2026-01-13',
      decide: '2026-01-19',
      post: '2026-01-19',
    })
  })

  test('follow a holiday that is changed, and a Saturday that is opened', () => {
    const changed = makeCalendar({
      holidays: new Map([['2026-01-07', '臨時の祝日']]),
      closures: new Map(),
      opened: new Set(['2026-01-10']),
    })
    const [acknowledge, supplement] = reckon(on('2026-01-05'), terms, changed).internal
    expect(acknowledge?.date).toBe('2026-01-09')
    expect(supplement?.date).toBe('2026-01-12')
  })

  test('stand still while something is awaited', () => {
    const pause = { from: on('2026-01-07'), until: on('2026-01-21'), because: 'fee' } as const
    expect(dates('2026-01-05', [pause])).toEqual({
      acknowledge: '2026-01-22',
      supplement: '2026-01-26',
      decide: '2026-02-02',
      post: '2026-02-02',
    })
  })

  test('are not given back days by a pause that began when they were over', () => {
    const late = { from: on('2026-02-02'), until: on('2026-02-20'), because: 'supplement' } as const
    expect(dates('2026-01-05', [late]).post).toBe('2026-01-19')
  })
})

describe('the reckoning shown', () => {
  const pause = { from: on('2026-01-08'), until: on('2026-01-09'), because: 'supplement' } as const
  const { days } = reckon(on('2026-01-05'), terms, calendar, [pause])

  test('begins with the day of arrival, which does not count', () => {
    expect(days[0]).toEqual({ date: '2026-01-05', counted: false, why: '到達の日は数えません（民法140条）' })
  })

  test('numbers the days of the law and of the desk', () => {
    expect(days[1]).toEqual({ date: '2026-01-06', counted: true, legalDay: 1, businessDay: 1, why: '1日目・1営業日目' })
    expect(days.filter(each => each.counted)).toHaveLength(14)
  })

  test('says why the desk did not count a day', () => {
    expect(days[4]).toMatchObject({ counted: true, legalDay: 4, why: '4日目・社内期限は停止中（補正待ち）' })
    expect(days[4]?.businessDay).toBeUndefined()
    expect(days[5]?.why).toBe('5日目・土曜日（社内期限では数えません）')
    expect(days[7]?.why).toBe('7日目・成人の日（社内期限では数えません）')
  })

  test('names the day from which to sue, and goes on to the last date of the desk', () => {
    expect(days[15]).toMatchObject({ date: '2026-01-20', counted: false })
    expect(days[15]?.why).toContain('訴えを提起できる日（法39条1項）')
    expect(days.at(-1)?.date).toBe(dates('2026-01-05', [pause]).post)
    expect(reckon(on('2026-01-05'), terms, plain).days.at(-1)?.date).toBe('2026-01-20')
  })
})

describe('the pauses of a case', () => {
  const waiting = () => logged('ims', { onForm: false, enclosed: [] }).do('requestSupplement', {})

  test('an open one runs until today', () => {
    const { kase } = waiting()
    expect(pausesOf(kase, on('2026-11-27'))).toEqual([
      { from: '2026-11-21', until: '2026-11-27', because: 'supplement' },
    ])
  })

  test('supplement and fee at the same time stop the clock once', () => {
    const { kase } = waiting()
      .day('2026-11-24')
      .as(ito)
      .do('requestFee', {})
      .day('2026-12-01')
      .as(sato)
      .do('receiveSupplement', { items: ['request-disclosure', 'subject_identity'], receivedOn: '2026-11-27' })
      .as(ito)
      .do('receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-30' })
    expect(pausesOf(kase, on('2026-12-10'))).toEqual([
      { from: '2026-11-21', until: '2026-11-30', because: 'supplement' },
    ])
  })

  test('the fee’s ends on the day the money came, not on the day it was booked', () => {
    const story = logged('ims').as(ito).do('requestFee', {}).day('2026-12-01').tell(paid())
    expect(story.kase.feeSettledOn).toBe('2026-11-20')
    const held = logged('ims').do('requestFee', {}).tell(paid('3300', 'cash')).day('2026-12-01')
    expect(held.do('applyFee', { receipt: 'r1', amount: '3300' }).kase.feeSettledOn).toBe('2026-12-01')
  })

  test('a free kind in the same envelope never waits for the fee of another', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] })
      .as(ito)
      .do('requestFee', {})
    expect(pausesOf(story.kase, on('2026-12-10'))).toEqual([])
    story.as(sato).do('withdraw', { kinds: ['correction'], on: '2026-11-21', how: 'phone' })
    expect(pausesOf(story.kase, on('2026-12-10'))).toMatchObject([{ because: 'fee' }])
  })
})

describe('extension', () => {
  test('moves decision and posting, not the day from which to sue', () => {
    const story = logged('ims').do('extendDeadline', { until: '2027-01-15', reason: '対象が多い' })
    const reckoning = reckonCase(story.kase, story.context())
    expect(reckoning?.internal.filter(each => each.date === '2027-01-15').map(each => each.name)).toEqual([
      'decide',
      'post',
    ])
    expect(reckoning?.suitPossibleFrom).toBe('2026-12-05')
  })

  test('goes forward only', () => {
    expect(logged('ims').refusedAt('extendDeadline', { until: '2026-11-21', reason: 'x' })).toEqual([
      'date_before_event',
      'until',
    ])
    expect(logged('ims').refusal('extendDeadline', { until: '2026-11-22', reason: 'x' })).toBeNull()
  })

  test('before arrival there is nothing to reckon', () => {
    expect(reckonCase(new Story().kase, new Story().context())).toBeNull()
    expect(new Story().do('logRequest', requestFor('ims')).steps()).toContain('receive_papers')
  })
})
