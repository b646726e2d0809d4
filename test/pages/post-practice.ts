import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { runsOf, squeeze } from '../documents/pdf.ts'

/** What hands do in the print room: only what stands on the screen and on the paper. */

export const press = async (page: Page, text: string): Promise<void> => {
  const named = { name: text, exact: true }
  await page
    .locator('main')
    .getByRole('button', named)
    .or(page.locator('main').getByRole('link', named))
    .first()
    .click()
  await page.waitForLoadState()
}

/** The line of a list about this person, or the one of these that says `what` too. */
export const row = (page: Page, name: string, what = '') =>
  page.locator('main tr').filter({ hasText: name }).filter({ hasText: what }).first()

/** A reader, or fingers: the keys without a pause, then Enter, wherever the focus is. */
export const read = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

export const sign = async (page: Page, words: string): Promise<void> => {
  await page.locator('.packing-sign', { hasText: words }).waitFor()
}

export const takeOut = async (page: Page, then: string): Promise<void> => {
  await page.keyboard.press('Delete')
  await sign(page, then)
}

/** At the table with the first of these, then all the others of one envelope. */
export const readAll = async (page: Page, codes: readonly string[]): Promise<void> => {
  const [first = '', ...others] = codes
  await page.locator('#scan').waitFor()
  await read(page, first)
  await page.waitForURL('**/cases/*/packing/*')
  for (const code of others) await read(page, code)
}

export const record = async (page: Page): Promise<void> => {
  await sign(page, '揃いました')
  await page.locator('.packing-done button:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/packing?packed=*')
}

/** Number and words of one printed page. */
export interface Printed {
  readonly code: string
  readonly text: string
}

/** The PDF that was just offered, page by page as it is printed; pages without a number (the cover, blank backs) too. */
export const opened = async (page: Page, link: string): Promise<Printed[]> => {
  const url = await page.locator('main').getByRole('link', { name: link }).getAttribute('href')
  const answer = await page.request.get(url ?? '')
  expect([link, answer.status()]).toEqual([link, 200])
  return (await runsOf(await answer.body())).map(runs => {
    const text = squeeze(runs.map(run => run.text).join(''))
    return { code: /\d{8}-L\d+-[\d.]+-\d+\/\d+-\d\d/.exec(text)?.[0] ?? '', text }
  })
}

export const codeOf = (pages: readonly Printed[], ...words: readonly string[]): string =>
  pages.find(({ code, text }) => code !== '' && words.every(each => text.includes(squeeze(each))))?.code ??
  expect.fail(`no page with ${words.join(', ')}`)

/** The face of this person's envelope. */
export const faceOf = (pages: readonly Printed[], name: string): string =>
  pages.find(({ code, text }) => code.includes('-99-') && text.includes(squeeze(name)))?.code ??
  expect.fail(`no envelope of ${name}`)

/** Just these letters: by whose they are and what they are called. */
export const choose = async (page: Page, letters: readonly (readonly [name: string, letter: string])[]) => {
  await press(page, 'すべて外す')
  for (const [name, letter] of letters) await row(page, name, letter).locator('[name=pick]').check()
}

export const print = async (page: Page): Promise<Printed[]> => {
  await press(page, '選んだ文書を1つのPDFにする')
  await page.locator('.notice').waitFor()
  return opened(page, 'PDFを開いて印刷する')
}
