import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageCode, shortPageCode } from '../../src/domain/page-code.ts'
import { answeredCase } from '../web/postings-story.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

let at: BrowserIn
let number: string
let stray: string
beforeAll(async () => {
  at = await browserIn()
  number = await answeredCase(at, 'printed')
  const other = await answeredCase(at, 'printed')
  stray = pageCode((await at.desk.pageSet(other, ['l1'], at.actor('sato')))[0] ?? expect.fail('no page'))
})
afterAll(() => at.gone())

/** A reader: the keys of the code without a pause, then Enter, wherever the focus is. */
const scan = async (page: Page, code: string) => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}
const sign = (page: Page) => page.locator('.packing-sign')
const picture = (page: Page, name: string) =>
  process.env.PICTURES ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png` }) : undefined

describe('the packing table in a browser', () => {
  it('takes a reader faster than its answers, stops the wrong sheet and lets the right set through', async () => {
    const page = await at.open('sato')
    const codes = await at.desk.pageSet(number, ['l1'], at.actor('sato'))
    await page.goto('/packing')
    await picture(page, 'packing-station')
    await scan(page, pageCode(codes[0] ?? expect.fail('no page')))
    await page.waitForURL('**/packing/l1*')
    await picture(page, 'packing-first')
    for (const code of codes.slice(1, -1)) await scan(page, pageCode(code))
    await scan(page, stray)
    await page.locator('.packing-sign.late').waitFor()
    expect(await page.locator('.packing-scans li').count()).toBe(codes.length)
    await picture(page, 'packing-wrong')
    await page.click('text=取り除いた')
    await page.locator('.packing-sign.calm').waitFor()
    expect(await sign(page).innerText()).toContain('あと1面')
    // The last one is typed by hand; nobody has clicked into the field.
    await page.locator('h1').click()
    await scan(page, shortPageCode(codes.at(-1) ?? expect.fail('no page')))
    await page.locator('.packing-sign.good').waitFor()
    expect(await sign(page).innerText()).toContain('揃いました')
    await picture(page, 'packing-complete')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/packing?packed=*')
    await picture(page, 'packing-list')
    expect(at.faults).toEqual([])
  })

  it('works without scripts', async () => {
    const other = await answeredCase(at, 'printed')
    const page = await at.open('ito', { javaScriptEnabled: false })
    const codes = await at.desk.pageSet(other, ['l1'], at.actor('ito'))
    await page.goto(`/cases/${other}/packing/l1`)
    for (const code of codes) {
      await page.fill('#scan', pageCode(code))
      await page.press('#scan', 'Enter')
    }
    expect(await sign(page).innerText()).toContain('揃いました')
    await page.click('text=封入を記録する')
    expect(page.url()).toContain(`/packing?packed=${other}`)
  })

  it('asks another person, who sees what lies inside', async () => {
    const packer = await at.open('sato')
    await packer.goto(`/cases/${number}/packing/second/e1`)
    expect(await packer.locator('.packing-stray').innerText()).toContain('自分で封入した封筒')
    const page = await at.open('suzuki')
    await page.goto(`/cases/${number}/packing`)
    await picture(page, 'packing-second')
    await page.click('text=宛名と中身を確かめました')
    await page.waitForURL('**/packing?packed=*')
    await picture(page, 'packing-counter')
  })
})
