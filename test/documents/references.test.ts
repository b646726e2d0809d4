import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { difference, imagesOf, type PageImage, pngOf, readPng } from './page-image.ts'
import { definitionOf, definitions, fixtureOf, plain, print } from './sheets.ts'

// Pictures of every document as it was last looked at. After a change that is meant, renew them and look at them again:
//   RENEW_REFERENCES=1 npx vitest run --config test/vitest.config.ts --project documents test/documents/references.test.ts
const DIRECTORY = new URL('references/', import.meta.url).pathname
const RENEW = process.env.RENEW_REFERENCES === '1'
const DPI = 40
// One moved line of an A4 page is 0.3 %; another rasteriser's edges stay below a tenth of that.
const MOST = 0.0005

const ids = [...definitions.keys()]
const nameOf = (id: string, page: number) => `${id}-${page}.png`
/** Papers of the office, which belong to no letter. */
const APART = new Set(['batch-index', 'counter-list', 'label-sheet', 'month-sheet', 'printer-test'])
const setOf = (id: string) => (APART.has(id) ? {} : { letter: 'l1', sheet: 0 })
const pictured = async (id: string): Promise<PageImage[]> =>
  imagesOf(await print(definitionOf(id), fixtureOf(id), caseNumber(2026, 14), setOf(id)), DPI)

if (RENEW) {
  mkdirSync(DIRECTORY, { recursive: true })
  for (const name of readdirSync(DIRECTORY)) unlinkSync(`${DIRECTORY}${name}`)
}

it.each(ids)('%s looks as it did when it was last looked at', async id => {
  const pages = await pictured(id)
  for (const [index, page] of pages.entries()) {
    const path = `${DIRECTORY}${nameOf(id, index + 1)}`
    if (RENEW) writeFileSync(path, await pngOf(page))
    expect(existsSync(path), `${nameOf(id, index + 1)} is missing: renew the references and look at them`).toBe(true)
    const apart = difference(await readPng(readFileSync(path)), page)
    expect(apart, `${nameOf(id, index + 1)} differs: renew the references and look at them`).toBeLessThan(MOST)
  }
  expect(existsSync(`${DIRECTORY}${nameOf(id, pages.length + 1)}`)).toBe(false)
})

it('sees a word that has changed, and a line that has moved', async () => {
  const picture = async (words: string) => (await imagesOf(await print(plain, { words }), DPI))[0] as PageImage
  const words = '個人情報の保護に関する法律の規定により次のとおり回答いたします。'
  const before = await picture(words)
  expect(difference(before, await picture(words))).toBe(0)
  expect(difference(before, await picture(words.replace('回答', '通知書のとおり')))).toBeGreaterThan(MOST)
  expect(difference(before, await picture(`　\n${words}`))).toBeGreaterThan(MOST)
})

it('keeps no picture of a document that is no more, and all of them small', () => {
  const names = readdirSync(DIRECTORY)
  expect(names.filter(name => !ids.includes(name.replace(/-\d+\.png$/, '')))).toEqual([])
  const bytes = names.reduce((sum, name) => sum + statSync(`${DIRECTORY}${name}`).size, 0)
  expect(bytes).toBeLessThan(2_000_000)
})
