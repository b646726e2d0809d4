import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserIn, browserIn } from './browser-in.ts'

let at: BrowserIn
let page: Page
beforeAll(async () => {
  at = await browserIn()
  page = await at.open('sato')
}, 60_000)
afterAll(() => at.gone())

const focused = () =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name || document.activeElement?.id || '')

/** Enter until `name` has the focus; what was passed on the way. */
const walkTo = async (name: string): Promise<string[]> => {
  const passed: string[] = []
  for (let steps = 0; steps < 40 && (await focused()) !== name; steps++) {
    passed.push(await focused())
    await page.keyboard.press('Enter')
  }
  expect([await focused(), passed.at(-1)]).toEqual([name, expect.anything()])
  return passed
}

describe('the opening desk by keyboard alone', () => {
  it('walks by Enter from the envelope to what is wanted, past what is folded away', async () => {
    await page.goto('/cases/new')
    expect(await focused()).toBe('trackingNumber')
    const passed = await walkTo('wanted')
    // In the order in which the paper is handled; nothing twice but the boxes of one group.
    for (const name of [
      'from',
      'service',
      'arrivedOn',
      'stampedOn',
      'operator',
      'requester',
      'subject.family',
      'kinds',
    ])
      expect(passed).toContain(name)
    for (const folded of ['arrivedAt', 'linkedTo', 'shownFee', 'agent.family']) expect(passed).not.toContain(folded)
  })

  it('goes on behind it to the button', async () => {
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('method')
    await walkTo('fee.means')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('受け付ける')
  })

  it('says what is missing on top, with a way to each field', async () => {
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-summary]:focus')
    const links = page.locator('[data-summary] a')
    for (const nth of [0, 1, 2]) {
      await links.nth(nth).focus()
      await page.keyboard.press('Enter')
      const target = (await links.nth(nth).getAttribute('href'))?.slice(1)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(target)
    }
  })
})

it('no script of the page had a fault', () => {
  expect(at.faults).toEqual([])
})
