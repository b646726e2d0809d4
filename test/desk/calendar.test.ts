import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { kanri, requestFor, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const dueOf = async (number: string) => (await at.desk.list({}, sato)).rows.find(row => row.number === number)?.dueOn

/** Every task, the soonest first. */
const soonest = async () => {
  const { near, byCode } = await at.desk.today(sato)
  const due = ({ step, row }: (typeof near.tasks)[number]) => step.dueOn ?? row.dueOn ?? '9999'
  return [near, ...byCode.values()].flatMap(list => list.tasks).sort((a, b) => (due(a) < due(b) ? -1 : 1))
}

describe('the calendar', () => {
  it('knows the national holidays', async () => {
    const { calendar } = await at.desk.context(sato)
    expect(calendar.why(day('2026-11-23'))).toBe('勤労感謝の日')
    expect(calendar.isBusinessDay(day('2026-11-24'))).toBe(true)
  })

  it('moves the dates of open cases when a closure is entered and when it is taken back', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims', { enclosed: [] }))
    const before = await dueOf(number)
    expect(await at.desk.changeCalendar(day('2026-11-26'), 'closure', '創立記念日', kanri)).toBeNull()
    const moved = await dueOf(number)
    expect(before && moved && moved !== before).toBe(true)
    expect((await at.desk.kase(number, sato))?.context.calendar.why(day('2026-11-26'))).toBe('創立記念日')
    expect((await at.desk.verify()).faults).toEqual([])

    await at.desk.changeCalendar(day('2026-11-26'), null, '', kanri)
    expect(await dueOf(number)).toBe(before)
    expect(await at.desk.calendarDays()).toEqual([])
  })

  it('opens the desk on a holiday', async () => {
    await at.desk.changeCalendar(day('2026-11-23'), 'opened', '休日出勤', kanri)
    expect((await at.desk.context(sato)).calendar.isBusinessDay(day('2026-11-23'))).toBe(true)
  })

  it('is changed by administrators only and survives a restart', async () => {
    expect(await at.desk.changeCalendar(day('2026-12-29'), 'closure', '冬季休業', sato)).toEqual({
      refused: 'not_allowed',
    })
    await at.desk.changeCalendar(day('2026-12-29'), 'closure', '冬季休業', kanri)
    at = await at.again()
    expect(await at.desk.calendarDays()).toEqual([{ date: '2026-12-29', kind: 'closure', name: '冬季休業' }])
  })

  it('derives what is owed anew on another day', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims', { enclosed: [] }))
    await at.do(number, 'requestSupplement', { dueOn: '2026-12-01' })
    expect((await soonest())[0]?.row).toMatchObject({ step: 'await_supplement' })
    at.at('2026-12-02')
    expect((await soonest())[0]?.row).toMatchObject({
      number,
      step: 'deem_withdrawn_supplement',
      stepBy: 'approver',
    })
    expect((await at.desk.verify()).faults).toEqual([])
  })

  it('takes the day from Tokyo, not from the machine', async () => {
    at.at('2026-11-21T15:30:00.000Z')
    expect((await at.desk.context(sato)).today).toBe('2026-11-22')
    at.at('2026-12-31T15:00:00.000Z')
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    expect(number.slice(0, 7)).toBe('2700001')
  })
})

describe('today', () => {
  it('puts first what is due first', async () => {
    const later = await at.do(null, 'logRequest', requestFor('ims', { arrivedOn: '2026-11-20' }))
    const sooner = await at.do(
      null,
      'logRequest',
      requestFor('ims', { arrivedOn: '2026-11-10', stampedOn: '2026-11-10' }),
    )
    expect([...new Set((await soonest()).map(task => task.row.number))]).toEqual([sooner, later])
  })
})
