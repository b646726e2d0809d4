import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainPdf } from '../disclosure/sources.ts'
import { requestFor } from '../domain/given.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

let web: BrowserIn
let number: string
let file: string

beforeAll(async () => {
  web = await browserIn()
  const by = web.actor('sato')
  number = await web.do(null, 'logRequest', requestFor('ims'), by)
  await web.do(number, 'openInquiry', { department: '営業部', systems: '会員管理', period: '全期間' }, by)
  await web.do(number, 'answerInquiry', { inquiry: 'i1', finding: 'found', answer: '1件' }, by)
  await web.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content: '写しのとおり' }, by)
  await web.do(number, 'approveDecision', { decision: 'd1' }, web.actor('suzuki'))
  await web.do(number, 'writeReply', { decision: 'd1' }, by)
  const kept = await web.parts.files.add(number, 'keiyaku.pdf', await plainPdf(2), by)
  if (!kept.ok) throw new Error('not kept')
  file = kept.file.id
  const choice = { parts: [{ file, pages: [{ page: 1, boxes: [] }] }] }
  await web.do(number, 'choosePackage', { letter: 'l1', choice }, by)
})
afterAll(() => web.gone())

describe('masking a page', () => {
  test('by drawing: the box lands in the fields in millimetres and is there again afterwards', async () => {
    const page = await web.open('sato')
    await page.goto(`/cases/${number}/package/${file}/1`)
    const seen = await page.locator('[data-masking]').boundingBox()
    if (seen === null) throw new Error('no page to draw on')
    const mm = seen.height / 297
    const left = seen.x + (seen.width - 210 * mm) / 2
    await page.mouse.move(left + 60 * mm, seen.y + 40 * mm)
    await page.mouse.down()
    await page.mouse.move(left + 30 * mm, seen.y + 30 * mm)
    await page.mouse.move(left + 10 * mm, seen.y + 20 * mm)
    await page.mouse.up()
    const typed = await page
      .locator('[data-box] >> nth=0')
      .locator('input')
      .evaluateAll(all => all.map(each => Number((each as unknown as { value: string }).value)))
    for (const [at, wanted] of [10, 20, 50, 20].entries()) expect(Math.abs((typed[at] ?? 0) - wanted)).toBeLessThan(1)
    await page.click('text=枠を登録する')
    await page.waitForURL('**/package')
    expect(await page.textContent('.mask-links')).toContain('黒塗り1か所')
    expect(web.faults).toEqual([])
    await page.context().close()
  })

  test('by keyboard alone: numbers typed are drawn as they are typed', async () => {
    const page = await web.open('sato')
    await page.goto(`/cases/${number}/package/${file}/1`)
    const before = await page.locator('[data-masking] rect').count()
    await page.locator('[data-box]').last().locator('input').first().focus()
    for (const value of ['100', '100', '40', '10']) {
      await page.keyboard.type(value)
      await page.keyboard.press('Tab')
    }
    expect(await page.locator('[data-masking] rect').count()).toBe(before + 1)
    await page.context().close()
  })

  test.each(['schedule', 'package'])('the page of the %s has no barrier that axe knows', async name => {
    const page = await web.open('sato')
    await page.goto(`/cases/${number}/${name}`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(each => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
    await page.context().close()
  })

  test('the page of a mask has no barrier that axe knows', async () => {
    const page = await web.open('sato')
    await page.goto(`/cases/${number}/package/${file}/1`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(each => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
    await page.context().close()
  })
})
