import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blankFormIds } from '../../src/desk/blank-forms.ts'
import { day } from '../../src/domain/day.ts'
import { kanri, sato } from '../domain/given.ts'
import { operatorIds, operatorText } from '../operators.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeAll(async () => {
  at = await deskIn()
})
afterAll(() => at.gone())

describe('a form that nobody has filled in', () => {
  test.each(operatorIds)('of %s is a PDF, each of the four, with the same bytes all day', async id => {
    for (const form of blankFormIds) {
      const [first, second] = [await at.desk.blank(id, form, sato), await at.desk.blank(id, form, sato)]
      expect(first?.subarray(0, 5).toString()).toBe('%PDF-')
      expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
    }
  })

  test('is not there for another form, another operator or one that is not served', async () => {
    expect(await at.desk.blank('ims', 'reply-absent', sato)).toBeNull()
    expect(await at.desk.blank('nobody', 'request-disclosure', sato)).toBeNull()
    expect(await at.desk.blank('ims', 'request-disclosure', { ...sato, operators: ['iij'] })).toBeNull()
  })
})

describe('an administrator of one operator', () => {
  const only = { ...kanri, operators: ['iij'] }

  test('brings in its terms and no others', async () => {
    expect(await at.desk.importOperator('ims.yaml', operatorText('ims'), only)).toEqual({
      ok: false,
      refusal: { refused: 'not_this_operator' },
    })
    expect(await at.desk.importOperator('iij.yaml', operatorText('iij'), only)).toMatchObject({ ok: true })
  })

  test('leaves the calendar of all alone', async () => {
    expect(await at.desk.changeCalendar(day('2026-12-29'), 'closure', '休業', only)).toEqual({ refused: 'not_allowed' })
    expect(await at.desk.calendarDays()).toEqual([])
  })
})
