import { afterAll, beforeAll, expect, it } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { slip } from '../reading/scanner.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

let at: BrowserIn
let number: string
let slips: Buffer[]
beforeAll(async () => {
  at = await browserIn()
  number = await at.do(null, 'logRequest', requestFor('ims'), at.actor('sato'))
  slips = [await slip(null), await slip(null)]
}, 60_000)
afterAll(() => at.gone())

it('pages without a code are given their cases one after another by keyboard and reader', async () => {
  const page = await at.open('sato')
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.goto('/scans')
  const files = slips.map((buffer, nth) => ({ name: `${nth}.jpg`, mimeType: 'image/jpeg', buffer }))
  await page.setInputFiles('#f-file', files)
  await page.click('text=読み取って振り分ける')
  await page.waitForURL('**/scans?batch=*')
  await page.waitForSelector('#results h2:focus')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('見て決める')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#f-to:focus')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/scans?filed=${number}`)
  expect(await page.locator('.done').innerText()).toContain('残り1枚')
  await page.waitForSelector('#tray h2:focus')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#f-to:focus')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/scans?filed=${number}`)
  await page.locator('text=人が決めるページは、もうありません').waitFor()
  expect(at.faults).toEqual([])
})
