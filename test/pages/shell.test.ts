import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hanako, requestFor } from '../domain/given.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'
import { burst } from './reader.ts'

let desk: BrowserIn
let page: Page
let near: string
let far: string

beforeAll(async () => {
  desk = await browserIn()
  const sato = desk.actor('sato')
  near = await desk.do(null, 'logRequest', requestFor('kinki-telecom', { arrivedOn: '2026-11-09', enclosed: [] }), sato)
  const subject = { ...hanako, family: '髙﨑', given: '𠮷辻󠄀' }
  far = await desk.do(null, 'logRequest', requestFor('ims', { subject }), sato)
  page = await desk.open('sato')
})
afterAll(() => desk.gone())

const at = (path: string) => page.waitForURL(url => url.pathname === path)

describe('by keyboard alone', () => {
  test('one goes to a page and comes back', async () => {
    await page.goto('/today')
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await at('/cases')
    await page.keyboard.press('Escape')
    await at('/today')
  })

  test('one walks the rows and opens one', async () => {
    await page.goto('/today')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await at(`/cases/${near}`)
  })

  test('one searches from anywhere', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('高崎')
    await page.keyboard.press('Enter')
    await at(`/cases/${far}`)
  })

  test('one does what is to be done next', async () => {
    await page.goto(`/cases/${near}`)
    await page.keyboard.press('.')
    await at(`/cases/${near}/acts/requestSupplement`)
  })

  test('one sees the keys, and typing in a field is not taken for them', async () => {
    await page.goto('/cases')
    await page.keyboard.press('?')
    expect(await page.locator('#keys').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await page.fill('.filters [name=q]', '')
    await page.locator('.filters [name=q]').pressSequentially('gt?n')
    expect(await page.inputValue('.filters [name=q]')).toBe('gt?n')
    expect(new URL(page.url()).pathname).toBe('/cases')
  })
})

test('a bar-code reader opens the case from the work of the day', async () => {
  await page.goto('/today')
  await burst(page, far)
  await at(`/cases/${far}`)
})

describe('a form', () => {
  test('that was not accepted puts the focus on the summary, and its links on the fields', async () => {
    await page.goto(`/cases/${far}/acts/openInquiry`)
    await page.click('.sheet button.primary')
    await page.waitForSelector('[data-summary]:focus')
    await page.click('[data-summary] a[href="#f-systems"]')
    await page.waitForSelector('#f-systems:focus')
  })

  test('works without scripts', async () => {
    const plain = await desk.open('sato', { javaScriptEnabled: false })
    await plain.goto(`/cases/${far}/acts/addNote`)
    await plain.fill('[name=memo]', '午後に電話をください。')
    await plain.click('.sheet button.primary')
    await plain.waitForURL(`**/cases/${far}`)
    expect(await plain.locator('.history').textContent()).toContain('午後に電話をください。')
  })
})

describe.each(['light', 'dark'] as const)('in the %s scheme', colorScheme => {
  test('axe finds nothing on the pages of the shell', async () => {
    const seen = await desk.open('suzuki', { colorScheme })
    for (const url of [
      '/today',
      '/cases',
      `/cases/${far}`,
      `/cases/${far}/reckoning`,
      `/cases/${far}/acts/draftDecision`,
    ]) {
      await seen.goto(url)
      const { violations } = await new AxeBuilder({ page: seen }).analyze()
      expect(violations.map(each => `${url} ${each.id} ${each.nodes[0]?.html}`)).toEqual([])
    }
  })
})

test('a case of usual size stands on one screen without a scroll bar across', async () => {
  await page.goto(`/cases/${far}`)
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(wide).toBeLessThanOrEqual(seen ?? 0)
})

test('no script of a page had a fault, and none was refused by the policy', () => {
  expect(desk.faults).toEqual([])
})
