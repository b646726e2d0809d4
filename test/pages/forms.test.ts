import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

let desk: BrowserIn
let number: string

beforeAll(async () => {
  desk = await browserIn()
  number = await desk.do(null, 'logRequest', requestFor('ims'), desk.actor('sato'))
})
afterAll(() => desk.gone())

test('the key of the main deed presses the button of a form, and not while somebody types', async () => {
  const page = await desk.open('sato')
  await page.goto(`/cases/${number}/acts/addNote`)
  await page.locator('[name=memo]').fill('折り返しを希望')
  await page.keyboard.press('.')
  expect(await page.locator('[name=memo]').inputValue()).toBe('折り返しを希望.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('.')
  await page.waitForURL(`**/cases/${number}`)
})

describe('a field for files', () => {
  const chosen = { name: '契約書の写し（髙﨑𠮷塚辻󠄀様）.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') }

  test('is a button in Japanese that shows the whole name of what was chosen', async () => {
    const page = await desk.open('sato')
    await page.goto(`/cases/${number}`)
    const box = page.locator('.file-pick')
    expect(await box.innerText()).toMatch(/ファイルを選ぶ\s+まだ選んでいません/)
    const [picker] = await Promise.all([
      page.waitForEvent('filechooser'),
      box.locator('.button').click({ force: true }),
    ])
    await picker.setFiles(chosen)
    expect(await box.innerText()).toContain(chosen.name)
  })

  test('is reached by Tab, named, and shows where the focus is', async () => {
    const page = await desk.open('sato')
    await page.goto(`/cases/${number}`)
    const field = page.getByLabel('ファイルを加える（PDF・JPEG・PNG、20MBまで）')
    const face = page.locator('.file-pick .button')
    const ring = () => face.evaluate(each => getComputedStyle(each).outlineStyle)
    expect(await ring()).toBe('none')
    for (let at = 0; at < 80 && !(await field.evaluate(each => each === document.activeElement)); at++)
      await page.keyboard.press('Tab')
    expect(await ring()).toBe('solid')
  })

  test('is the plain field of the browser without scripts', async () => {
    const page = await desk.open('sato', { javaScriptEnabled: false })
    await page.goto(`/cases/${number}`)
    expect(await page.locator('.file-pick').count()).toBe(0)
    expect(await page.locator('#f-file').isVisible()).toBe(true)
  })
})

test('two fields side by side stand in one line, with or without help above one of them', async () => {
  const page = await desk.open('sato')
  await page.goto(`/cases/${number}/acts/amendPerson`)
  const bottom = async (name: string) => {
    const box = await page.locator(`[name="person.${name}"]`).boundingBox()
    return box && Math.round(box.y + box.height)
  }
  expect(await page.locator('.pair .field:has([name="person.family"]) .help').count()).toBe(1)
  expect(await bottom('family')).toBe(await bottom('given'))
})

describe('at twice the size', () => {
  test('no form of a case runs over the side, and the band stays readable', async () => {
    const page = await desk.open('sato', { viewport: { width: 683, height: 384 } })
    for (const verb of ['amendPerson', 'receiveFee', 'addNote', 'draftDecision']) {
      await page.goto(`/cases/${number}/acts/${verb}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      const lines = await page
        .locator('.band .name')
        .evaluate(each => each.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(each).lineHeight))
      expect(lines).toBeLessThan(3)
    }
  })
})

test('no script of a page had a fault', () => {
  expect(desk.faults).toEqual([])
})
