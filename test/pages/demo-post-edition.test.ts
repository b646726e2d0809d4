import { afterAll, beforeAll, expect, it } from 'vitest'
import { passwordOf } from '../web/web-in.ts'
import type { BrowserIn } from './browser-in.ts'
import { demoDesk } from './demo-desk.ts'
import { choose, press, print, read, readAll, row, sign, takeOut } from './post-practice.ts'

/** 「7 前の版を入れてみる」 of src/words/manual-post-walk.ts: pages that were printed before the masking. */

const watanabe = '渡邉 辻󠄀人'
let at: BrowserIn
beforeAll(async () => {
  at = await demoDesk()
})
afterAll(() => at.gone())

it('the practice 7 stops a page of the 開示資料 from before the masking', async () => {
  const page = await at.open('sato')
  const approver = await at.open('suzuki')
  await row(approver, watanabe).getByRole('link').first().click()
  await press(approver, '決裁する')
  await approver.fill('main input[type=password]', passwordOf('suzuki'))
  await press(approver, '決裁する')
  await approver.context().close()
  await page.goto('/today')
  await row(page, watanabe, '回答書を作ってください').getByRole('link').first().click()
  await press(page, '回答書を作る')
  await press(page, '回答書を作る')
  const home = page.url()
  const sheet = await (await page.request.get('/labels/test.pdf?sheet=a-one-12')).body()
  await page.setInputFiles('main input[type=file]', {
    name: '試し刷り.pdf',
    mimeType: 'application/pdf',
    buffer: sheet,
  })
  await press(page, '加える')
  await page.goto(home)
  await press(page, '資料を付ける')
  await page.locator('[name^="order."]').fill('1')
  await page.locator('[name^="pages."]').fill('1')
  await press(page, '選んだ内容を登録する')
  await press(page, '開示資料を作る')
  const printed = async () => {
    await page.goto('/postings')
    await press(page, 'もう一度印刷する')
    await choose(page, [[watanabe, '回答書（一部開示）']])
    return (await print(page)).map(({ code }) => code).filter(code => code !== '')
  }
  const old = await printed()
  await page.goto(home)
  await page
    .locator('details', { has: page.getByText('資料を付ける', { exact: true }) })
    .first()
    .locator('summary')
    .click()
  await press(page, '資料を付ける')
  await press(page, '1ページ')
  const shown = (await page.locator('svg.mask-page').boundingBox()) ?? expect.fail('no page')
  const millimetre = shown.width / 210
  await page.mouse.move(shown.x + 22 * millimetre, shown.y + 41 * millimetre)
  await page.mouse.down()
  await page.mouse.move(shown.x + 120 * millimetre, shown.y + 49 * millimetre, { steps: 4 })
  await page.mouse.up()
  await press(page, '枠を登録する')
  await press(page, '開示資料を作る')
  const fresh = await printed()
  await press(page, '封入を確かめます')
  await readAll(page, fresh.slice(0, -1))
  await sign(page, 'あと1面')
  await read(page, old.at(-1) ?? '')
  await sign(page, 'この面は作り直す前の版です')
  await takeOut(page, 'あと1面')
  await read(page, fresh.at(-1) ?? '')
  await sign(page, '揃いました')
})
