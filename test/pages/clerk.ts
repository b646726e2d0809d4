import type { Locator, Page } from 'playwright-core'
import type { Verb } from '../../src/domain/case.ts'

/** What hands do at the screen: fill in a form by its fields' names, find the link of a deed, press. */

type Value = unknown
const isObject = (value: Value): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fillOne = async (at: Locator, value: string): Promise<void> => {
  const kind = await at.first().evaluate(each => (each instanceof HTMLInputElement ? each.type : each.tagName))
  if (kind === 'radio' || kind === 'checkbox') {
    const one = at.and(at.page().locator(`[value="${value}"]`))
    await (value === 'true' ? at.first() : one).check()
  } else if (kind === 'SELECT') await at.selectOption(value)
  else await at.fill(value)
}

/** Names as the forms have them: `subject.family`, `orders.0.face`. A list of plain values is a group of boxes. */
export const fill = async (page: Page, body: Record<string, Value>, under = ''): Promise<void> => {
  for (const [field, value] of Object.entries(body)) {
    const name = `${under}${field}`
    const at = page.locator(`[name="${name}"]`)
    if (isObject(value)) await fill(page, value, `${name}.`)
    else if (Array.isArray(value) && value.some(isObject))
      for (const [row, each] of value.entries()) await fill(page, each as Record<string, Value>, `${name}.${row}.`)
    else if (Array.isArray(value)) {
      for (const each of value) await page.locator(`[name="${name}"][value="${each}"]`).check()
      for (const box of await at.all())
        if (!value.includes(await box.getAttribute('value')) && (await box.isChecked())) await box.uncheck()
    } else await fillOne(at, String(value))
  }
}

/** From the page of a case to the form of a deed, as its card offers it. */
export const chooseDeed = async (page: Page, number: string, verb: Verb): Promise<void> => {
  await page.goto(`/cases/${number}`)
  const link = page.locator(`a[href="/cases/${number}/acts/${verb}"]`).first()
  if (!(await link.isVisible())) await page.locator('details', { has: link }).first().locator('summary').click()
  await link.click()
  await page.waitForURL(`**/acts/${verb}`)
}

/** Presses the button; a message of the page fails the test with its words. */
export const press = async (page: Page): Promise<void> => {
  await page.locator('main form button.primary').click()
  await page.waitForLoadState()
  const wrong = page.locator('[data-summary]')
  if ((await wrong.count()) > 0) throw new Error(`${page.url()}: ${await wrong.innerText()}`)
}
