import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { answeredCase } from '../web/postings-story.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

/** What the browser's own print gives, without a word to its dialogue. */
let desk: BrowserIn
let number: string

beforeAll(async () => {
  desk = await browserIn()
  number = await answeredCase(desk, 'posted')
})
afterAll(() => desk.gone())

const pdfOf = async (url: string) => {
  const page = await desk.open('sato')
  await page.goto(url)
  return PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
}
const printed = async (url: string) => {
  const [sheet] = (await pdfOf(url)).getPages()
  const { width, height } = sheet?.getSize() ?? { width: 0, height: 0 }
  return `${Math.round(width / 2.8346)} × ${Math.round(height / 2.8346)}`
}

test.each(['/register', '/postings/book'])('a book of many columns lies on A4: %s', async url => {
  expect(await printed(url)).toBe('297 × 210')
})

test('a case stands on A4', async () => {
  expect(await printed(`/cases/${number}`)).toBe('210 × 297')
})

test('a list longer than the rest of a page begins there all the same', async () => {
  const pdf = await openPdf(Buffer.from(await (await pdfOf(`/cases/${number}/reckoning`)).save()))
  const text = (await (await pdf.page(1)).runs()).map(run => run.text).join('')
  await pdf.close()
  // Of one glyph PDF knows several characters: 日 may come back as ⽇.
  expect(text.normalize('NFKC')).toContain('期限の計算')
  expect(text.normalize('NFKC')).toContain('1日目')
})
