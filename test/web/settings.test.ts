import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WebIn, webIn } from './web-in.ts'

let web: WebIn
beforeAll(async () => {
  web = await webIn()
})
afterAll(() => web.gone())

test('the administrator finds every door', async () => {
  const { body } = await (await web.as('kanri')).get('/settings')
  for (const href of ['/operators', '/settings/calendar', '/settings/mails', '/staff', '/account'])
    expect(body).toContain(`<a href="${href}">`)
})

test('every door opens for those to whom it is shown', async () => {
  for (const who of ['kanri', 'sato', 'takahashi', 'tanaka'] as const) {
    const browser = await web.as(who)
    const doors = [...(await browser.get('/settings')).body.matchAll(/<h2><a href="([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    )
    expect(doors.length).toBeGreaterThan(3)
    for (const href of doors) expect([href, (await browser.get(href)).statusCode]).toEqual([href, 200])
  }
})

test('others are not shown the door to the staff', async () => {
  expect((await (await web.as('takahashi')).get('/settings')).body).not.toContain('href="/staff"')
})

test('outsiders are sent to sign in', async () => {
  expect((await web.app.inject('/settings')).headers.location).toBe('/sign-in?next=%2Fsettings')
})
