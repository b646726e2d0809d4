import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let kanri: Browser

beforeEach(async () => {
  web = await webIn()
  kanri = await web.as('kanri')
})
afterEach(() => web.gone())

const url = '/settings/calendar'
const closure = { date: '令和8年11月24日', kind: 'closure', name: '創立記念日' }

describe('the calendar', () => {
  test('knows the national holidays without being told', async () => {
    const { body } = await kanri.get(url)
    expect(body).toContain('勤労感謝の日')
    expect(body).toContain('登録された日はありません')
  })

  test('takes a closure, and the dates of open cases move with it', async () => {
    const number = await web.do(
      null,
      'logRequest',
      requestFor('ims', { kinds: ['correction'], enclosed: [] }),
      web.actor('sato'),
    )
    const dueOn = async () =>
      (await web.desk.list({}, web.actor('sato'))).rows.find(row => row.number === number)?.dueOn
    const before = await dueOn()
    const answer = await kanri.post(url, closure)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${url}?done=set`])
    expect((await kanri.get(`${url}?done=set`)).body).toContain('計算し直しました')
    expect(await dueOn()).not.toBe(before)
    await kanri.post(url, { date: '2026-11-24', kind: 'none' })
    expect(await dueOn()).toBe(before)
  })

  test('takes a holiday on which the desk works, and one day only once', async () => {
    await kanri.post(url, { ...closure, date: '2026/11/23', kind: 'opened', name: '臨時開所' })
    await kanri.post(url, { ...closure, date: 'R8.11.23', kind: 'opened', name: '臨時開所（午前）' })
    expect(await web.desk.calendarDays()).toEqual([{ date: '2026-11-23', kind: 'opened', name: '臨時開所（午前）' }])
    expect((await kanri.get(url)).body).not.toContain('勤労感謝の日')
  })

  test('takes an entry back, once or twice alike', async () => {
    await kanri.post(url, closure)
    for (let n = 0; n < 2; n += 1)
      expect((await kanri.post(url, { date: '2026-11-24', kind: 'none' })).headers.location).toBe(`${url}?done=gone`)
    expect(await web.desk.calendarDays()).toEqual([])
  })

  test('says at the field what cannot be read, and keeps it', async () => {
    const answer = await kanri.post(url, { date: '2026/2/30', kind: 'closure', name: '"><script>髙﨑𠮷' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('日付を読み取れませんでした')
    expect(answer.body).toContain('value="2026/2/30"')
    expect(answer.body).toContain('髙﨑𠮷')
    expect(answer.body).not.toContain('"><script>')
    expect((await kanri.post(url, { date: '2026/12/1', kind: 'party', name: 'x' })).statusCode).toBe(422)
    expect((await kanri.post(url, { date: '2026/12/1', kind: 'closure', name: ' ' })).statusCode).toBe(422)
    expect(await web.desk.calendarDays()).toEqual([])
  })

  test('runs no name', async () => {
    await kanri.post(url, { ...closure, name: '<script>alert(1)</script>' })
    expect((await kanri.get(url)).body).not.toContain('<script>alert')
  })

  test.each(['sato', 'suzuki', 'takahashi'] as const)('%s reads it and changes nothing', async who => {
    const browser = await web.as(who)
    const page = await browser.get(url)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('action="/settings/calendar"')
    expect((await browser.post(url, closure)).statusCode).toBe(403)
    expect(await web.desk.calendarDays()).toEqual([])
  })

  test('a form without the token of its session does nothing', async () => {
    expect((await kanri.post(url, { ...closure, _csrf: 'stolen' })).statusCode).toBe(403)
    expect(await web.desk.calendarDays()).toEqual([])
  })

  test('outsiders are sent to sign in', async () => {
    expect((await web.app.inject(url)).statusCode).toBe(302)
  })
})
