import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, makeCalendar } from '../../src/domain/calendar.ts'
import { type Pause, reckon, reckonCase, suitPossibleFrom } from '../../src/domain/clock.ts'
import { addDays, daysBetween, type PlainDate } from '../../src/domain/day.ts'
import { fold } from '../../src/domain/evolve.ts'
import { logged, on, requestFor, Story } from './given.ts'

const first = on('2026-01-01')
const someDay = fc.nat({ max: 364 }).map(n => addDays(first, n))
const terms = fc.record({
  acknowledge: fc.integer({ min: 0, max: 5 }),
  supplement: fc.integer({ min: 0, max: 8 }),
  decide: fc.integer({ min: 0, max: 14 }),
  post: fc.integer({ min: 0, max: 20 }),
})
/** Up to forty days of the year on which the desk is shut, and some Saturdays on which it is not. */
const calendar: fc.Arbitrary<Calendar> = fc
  .record({ shut: fc.array(someDay, { maxLength: 40 }), open: fc.array(someDay, { maxLength: 10 }) })
  .map(({ shut, open }) =>
    makeCalendar({ holidays: new Map(shut.map(each => [each, '休日'])), closures: new Map(), opened: new Set(open) }),
  )
const pause: fc.Arbitrary<Pause> = fc
  .tuple(someDay, fc.integer({ min: 1, max: 30 }), fc.constantFrom('supplement', 'fee'))
  .map(([from, days, because]) => ({ from, until: addDays(from, days), because }))
const paused = (pauses: readonly Pause[], each: PlainDate) =>
  pauses.some(({ from, until }) => each > from && each <= until)

describe('whatever the day, the calendar and the pauses', () => {
  test('the day from which to sue is the fifteenth day after arrival', () => {
    fc.assert(
      fc.property(someDay, terms, calendar, fc.array(pause, { maxLength: 3 }), (arrived, given, days, pauses) => {
        const { suitPossibleFrom: suit } = reckon(arrived, given, days, pauses)
        expect(suit).toBe(suitPossibleFrom(arrived))
        expect(daysBetween(arrived, suit)).toBe(15)
      }),
    )
  })

  test('without a pause every date of the desk is a business day, and none after the fourteenth', () => {
    fc.assert(
      fc.property(someDay, terms, calendar, (arrived, given, days) => {
        for (const { name, date } of reckon(arrived, given, days).internal) {
          if (given[name] > 0 && date > arrived) expect(days.why(date)).toBeNull()
          expect(date <= addDays(arrived, 14)).toBe(true)
        }
      }),
    )
  })

  test('a longer term never ends earlier', () => {
    fc.assert(
      fc.property(someDay, terms, calendar, fc.array(pause, { maxLength: 2 }), (arrived, given, days, pauses) => {
        const dates = reckon(arrived, given, days, pauses).internal
        for (const one of dates)
          for (const two of dates) if (given[one.name] <= given[two.name]) expect(one.date <= two.date).toBe(true)
      }),
    )
  })

  test('a pause never takes days away', () => {
    fc.assert(
      fc.property(someDay, terms, calendar, pause, (arrived, given, days, one) => {
        const [without, within] = [reckon(arrived, given, days), reckon(arrived, given, days, [one])]
        for (const [at, { date }] of without.internal.entries())
          expect((within.internal[at]?.date ?? '') >= date).toBe(true)
      }),
    )
  })

  test('days that nobody worked or that stood still are never numbered as days of the desk', () => {
    fc.assert(
      fc.property(someDay, terms, calendar, fc.array(pause, { maxLength: 2 }), (arrived, given, days, pauses) => {
        const shown = reckon(arrived, given, days, pauses).days
        expect(shown.map(each => each.date)).toEqual(shown.map((_, n) => addDays(arrived, n)))
        expect(shown.filter(each => each.counted)).toHaveLength(14)
        expect(shown.flatMap(each => each.legalDay ?? [])).toEqual(Array.from({ length: 14 }, (_, n) => n + 1))
        const worked = shown.slice(1).filter(each => days.isBusinessDay(each.date) && !paused(pauses, each.date))
        expect(shown.flatMap(each => each.businessDay ?? [])).toEqual(worked.map((_, n) => n + 1))
        for (const each of shown) expect(each.why).not.toMatch(/undefined|NaN/)
      }),
    )
  })
})

describe('a case reckons as if it had always been so', () => {
  const dates = (story: Story) => reckonCase(story.kase, story.context())
  const amended = (to: string) =>
    logged('ims', { arrivedOn: '2026-11-20', stampedOn: '2026-11-20' }).do('amendArrival', {
      arrivedOn: to,
      reason: '追跡の記録',
    })

  test.each(['2026-11-18', '2026-11-19'])('after its arrival is amended to %s', arrivedOn => {
    const fresh = logged('ims', { arrivedOn, stampedOn: '2026-11-20' })
    expect(dates(amended(arrivedOn))).toEqual(dates(fresh))
  })

  test('after it lapsed and was taken up again, its first day kept', () => {
    const story = logged('ims', { enclosed: [] })
    const before = dates(story)?.suitPossibleFrom
    story.do('requestSupplement', { dueOn: '2026-12-04' }).day('2026-12-05')
    const lapsed = story
      .as({ ...story.context().by, roles: ['approver'] })
      .do('deemWithdrawn', { because: 'supplement' })
    lapsed.do('reopen', { reason: '書類が届いた' })
    expect(dates(lapsed)?.suitPossibleFrom).toBe(before)
  })

  test('after a holiday is loaded: nothing of the reckoning is stored', () => {
    const story = logged('ims')
    const holiday = makeCalendar({
      holidays: new Map([
        ['2026-11-23', '勤労感謝の日'],
        ['2026-11-24', '臨時の祝日'],
      ]),
      closures: new Map(),
      opened: new Set(),
    })
    const later = new Story('2026-11-21', { calendar: holiday })
    later.do('logRequest', requestFor('ims'))
    expect(reckonCase(story.kase, { ...story.context(), calendar: holiday })).toEqual(dates(later))
    expect(dates(later)?.internal[0]?.date).not.toBe(dates(story)?.internal[0]?.date)
  })

  test('when it is folded again from its journal', () => {
    const story = amended('2026-11-19').do('extendDeadline', { until: '2026-12-25', reason: '調査に時間を要する' })
    const rows = story.events.map((event, n) => ({ seq: n + 1, at: '2026-11-21T03:00:00.000Z', by: 'sato', event }))
    expect(reckonCase(fold(rows), story.context())).toEqual(dates(story))
  })
})

describe('an extension', () => {
  test.each([
    ['2026-11-20', 'date_before_event'],
    ['2026-11-21', 'date_before_event'],
    ['2026-11-22', null],
  ])('on 21 November to %s', (until, code) => {
    expect(logged('ims').refusal('extendDeadline', { until, reason: '調査' })).toBe(code)
  })

  test('remembers the day that was planned, and leaves the other dates and the suit alone', () => {
    const story = logged('ims')
    const before = reckonCase(story.kase, story.context())
    story.do('extendDeadline', { until: '2026-12-25', reason: '調査' })
    const after = reckonCase(story.kase, story.context())
    const planned = before?.internal.find(each => each.name === 'post')?.date
    expect(story.last[0]).toMatchObject({ type: 'DeadlineExtended', until: '2026-12-25', planned })
    expect(after?.internal).toEqual(
      before?.internal.map(each => (['decide', 'post'].includes(each.name) ? { ...each, date: '2026-12-25' } : each)),
    )
    expect(after?.suitPossibleFrom).toBe(before?.suitPossibleFrom)
  })
})
