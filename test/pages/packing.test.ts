import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageCode, shortPageCode } from '../../src/domain/page-code.ts'
import { answeredCase } from '../web/postings-story.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'
import { burst } from './reader.ts'

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

  it('takes a wrong sheet off the list by a key, says so to a screen reader, and loses nothing when the line is down', async () => {
    const own = await answeredCase(at, 'printed')
    const page = await at.open('sato')
    const codes = await at.desk.pageSet(own, ['l1'], at.actor('sato'))
    await page.goto(`/cases/${own}/packing/l1`)
    await scan(page, pageCode(codes[0] ?? expect.fail('no page')))
    await scan(page, stray)
    await page.locator('.packing-sign.late').waitFor()
    expect(await page.locator('.packing-which').innerText()).toContain('の文書1「')
    expect(await page.locator('.packing-scans li').first().getAttribute('class')).toBe('wrong')
    await page.waitForFunction(() => document.getElementById('told-wrong')?.textContent?.includes('取り'))
    await page.keyboard.press('Delete')
    await page.locator('.packing-sign.calm').waitFor()
    await page.waitForFunction(() => document.getElementById('told')?.textContent?.startsWith('○ あと') === false)
    await page.waitForFunction(() => document.getElementById('told')?.textContent?.startsWith('あと'))
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scan')
    await page.context().setOffline(true)
    await scan(page, pageCode(codes[1] ?? expect.fail('no page')))
    await page.locator('#packing-line').waitFor()
    await page.context().setOffline(false)
    await scan(page, pageCode(codes[1] ?? expect.fail('no page')))
    await page.locator('.packing-scans li').nth(1).waitFor()
    expect(await page.locator('.packing-scans .right').count()).toBe(2)
    await page.context().close()
  })

  it('takes no letter of a code for a key of the product', async () => {
    const page = await at.open('sato')
    await page.goto('/postings')
    await page.locator('h1').click()
    await burst(page, `${stray.slice(0, -8)}gtn/j.?`)
    await page.locator('h1').click()
    expect(page.url()).toContain('/postings')
    expect(await page.locator('#keys').isVisible()).toBe(false)
    await page.keyboard.press('?')
    await page.locator('#keys').waitFor()
    await page.context().close()
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
    // A reader's Enter is no look into the envelope, even with the button in focus: it opens the envelope that was read.
    await page.waitForSelector('h1:focus')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('宛名と中身を確かめました')
    await burst(page, stray)
    await page.waitForURL(`**/packing/l1?scan=*`)
    expect((await at.desk.kase(number, at.actor('sato')))?.kase.envelopes[0]).not.toHaveProperty('confirmedBy')
    await page.goto('/packing')
    await scan(page, pageCode((await at.desk.pageSet(number, ['l1'], at.actor('sato')))[0] ?? expect.fail('no page')))
    await page.waitForURL('**/packing/second/*')
    await page.waitForSelector('h1:focus')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/packing?packed=*')
    await picture(page, 'packing-counter')
  })
})
