import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyBucket, owingCase, people } from '../desk/money/settling-story.ts'
import { lineIn } from '../desk/money/statement-cast.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

let web: BrowserIn
let story: Awaited<ReturnType<typeof everyBucket>>

beforeAll(async () => {
  web = await browserIn()
  story = await everyBucket(web, web.actor('sato'), web.actor('ito'))
})
afterAll(() => web.gone())

const restOf = async (line: string) => (await web.desk.settling.line(line, web.actor('ito')))?.file.row.rest
const at = (page: Page) => page.evaluate('document.activeElement?.dataset.line ?? document.activeElement?.id')
const open = async (who: 'ito' | 'takahashi' = 'ito') => {
  const page = await web.open(who)
  await page.goto('/money/reconcile')
  return page
}
/** Down to the row of a line. */
const walkTo = async (page: Page, line: string) => {
  for (let steps = 0; steps < 20 && (await at(page)) !== line; steps += 1) await page.keyboard.press('ArrowDown')
  expect(await at(page)).toBe(line)
}

describe('reconciling by keyboard alone', () => {
  test('Enter confirms the row one stands on; it stays in its place, and U takes it back', async () => {
    const page = await open()
    await walkTo(page, story.lines.likely)
    const row = page.locator(`#line-${story.lines.likely}`)
    const before = await row.boundingBox()
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#line-${story.lines.likely}.settled`)
    expect(await row.boundingBox()).toEqual(before)
    expect(await at(page)).toBe(story.lines.likely)
    expect(await restOf(story.lines.likely)).toBe(0)
    expect(await page.textContent('[data-total=progress]')).toBe('1 / 9 件')
    await page.keyboard.press('u')
    await page.waitForSelector(`#line-${story.lines.likely}:not(.settled)`)
    expect(await restOf(story.lines.likely)).toBe(3300)
    expect(await page.textContent('[data-total=progress]')).toBe('0 / 9 件')
    await page.context().close()
  })

  test('x ticks, the full stop confirms all that is ticked', async () => {
    const page = await open()
    await walkTo(page, story.lines.short)
    await page.keyboard.press('x')
    expect(await page.textContent('[data-ticked]')).toBe('（2件）')
    await page.keyboard.press('.')
    await page.waitForSelector(`#line-${story.lines.short}.settled`)
    await page.waitForSelector(`#line-${story.lines.proposed}.settled`)
    expect([await restOf(story.lines.short), await restOf(story.lines.proposed)]).toEqual([0, 0])
    await page.context().close()
  })

  test('where nothing is owed, Enter asks once more before the money is held there', async () => {
    const page = await open()
    await walkTo(page, story.lines.duplicate)
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#line-${story.lines.duplicate}.asked`)
    expect(await restOf(story.lines.duplicate)).toBe(3300)
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#line-${story.lines.duplicate}.settled`)
    expect(await restOf(story.lines.duplicate)).toBe(0)
    await page.context().close()
  })

  test('S opens the split where one is; what was given away is marked', async () => {
    const page = await open()
    await walkTo(page, story.lines.unknown)
    await page.keyboard.press('s')
    await page.waitForSelector('#hand-dialog[open] [name="parts.0.case"]')
    expect(await at(page)).toBe('f-parts-0-case')
    await page.keyboard.type(story.cases.unpaid)
    await page.keyboard.press('Tab')
    await page.keyboard.type('9999')
    await page.keyboard.press('Enter')
    await page.locator('#hand-dialog .issue', { hasText: '未納額は3,300円' }).waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('3300')
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#line-${story.lines.unknown}.settled`)
    expect(await at(page)).toBe(story.lines.unknown)
    expect(await restOf(story.lines.unknown)).toBe(8700)
    await page.context().close()
  })

  test('tells a line that moved in its row and books nothing', async () => {
    const number = await owingCase(web, people.taro, web.actor('sato'))
    const line = await lineIn(web, { payer: `${number} ｽｽﾞｷ ﾀﾛｳ`, amount: 3300 })
    const page = await open()
    const paid = { means: 'transfer', amount: '3300', receivedOn: '2026-11-21' } as const
    await web.do(number, 'receiveFee', paid, web.actor('ito'))
    await walkTo(page, line)
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#line-${line}.refused`)
    expect(await page.textContent(`#line-${line} .m-told`)).toContain('表示したあとで明細か案件が変わりました')
    expect(await restOf(line)).toBe(3300)
    await page.context().close()
  })

  test('the slash finds: rows that do not fit step aside', async () => {
    const page = await open()
    await page.keyboard.press('/')
    expect(await at(page)).toBe('r-find')
    await page.keyboard.type('てしがわら')
    expect(await page.locator('li.match:visible').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    expect(await at(page)).toBe(story.lines.over)
    await page.context().close()
  })

  test('the question mark shows the keys', async () => {
    const page = await open()
    await page.keyboard.press('?')
    expect(await page.textContent('#keys[open]')).toContain('候補を確認して消し込む')
    await page.context().close()
  })

  test('does nothing for an auditor', async () => {
    const page = await open('takahashi')
    await page.keyboard.press('ArrowDown')
    const line = String(await at(page))
    const before = await restOf(line)
    for (const key of ['Enter', 'x', 's', 'u', '.']) await page.keyboard.press(key)
    expect(page.url()).toContain('/money/reconcile')
    expect(await restOf(line)).toBe(before)
    await page.context().close()
  })

  test('asked for nothing beyond this server, and no script failed', () => {
    expect([web.faults, web.strangers]).toEqual([[], []])
  })
})

describe('without a script', () => {
  test('the same buttons send the same forms', async () => {
    const number = await owingCase(web, people.akiko, web.actor('sato'))
    const line = await lineIn(web, { payer: `${number} ﾀｶﾊｼ ｱｷｺ`, amount: 3300 })
    const page = await web.open('ito', { javaScriptEnabled: false })
    await page.goto('/money/reconcile')
    await page.locator(`#line-${line} [data-confirm]`).click()
    await page.waitForURL('**/money/reconcile?done=1*')
    expect(await restOf(line)).toBe(0)
    await page.locator('.r-done button').click()
    await page.waitForURL('**/money/reconcile?undone=1')
    expect(await restOf(line)).toBe(3300)
    await page.context().close()
  })
})

describe('what axe knows of barriers', () => {
  test.each([
    ['the lines', () => '/money/reconcile'],
    ['one line', () => `/money/lines/${story.lines.ambiguous}?case=${story.cases.ambiguous}`],
    ['the suspense list', () => '/money/suspense'],
  ])('is not on the page of %s', async (_name, url) => {
    const page = await web.open('ito')
    await page.goto(url())
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(each => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
    await page.context().close()
  })
})
