import { PDFDocument } from 'pdf-lib'
import { expect, it } from 'vitest'
import { Book } from '../../src/documents/book.ts'
import { DocumentError, type Sheet } from '../../src/documents/render.ts'
import { runsOf, squeeze } from './pdf.ts'
import { definitionOf, fixtureOf, plain } from './sheets.ts'

const about = { title: '印刷', createdAt: '2026-11-21T00:00:00.000Z' }
const sheet = (words: string): Sheet => ({
  definition: plain,
  values: { words },
  caseNumber: '26000147',
  createdAt: about.createdAt,
})
const pagesOf = async (pdf: Buffer) => (await runsOf(pdf)).map(runs => squeeze(runs.map(run => run.text).join('')))

it('sets paper after paper, each with its own count of pages', async () => {
  const book = new Book(about)
  expect(book.add([sheet('甲')])).toBe(1)
  expect(book.add([sheet('乙'), sheet('丙')])).toBe(2)
  expect(book.pages).toBe(3)
  const pages = await pagesOf(book.bytes())
  expect(pages.map(page => page.match(/[甲乙丙]/)?.[0])).toEqual(['甲', '乙', '丙'])
  for (const page of pages) expect(page).toContain('1/1')
})

it('brings what was added last to the front, for the eye and for a screen reader', async () => {
  const book = new Book(about)
  book.add([sheet('手紙')])
  book.lastFirst(book.add([sheet('表紙')]))
  const pdf = book.bytes()
  expect((await pagesOf(pdf)).map(page => page.slice(0, 2))).toEqual(['表紙', '手紙'])
  const root = /\/Type \/StructTreeRoot[\s\S]*?\/K \[(\d+) 0 R (\d+) 0 R\]/.exec(pdf.toString('latin1'))
  expect(Number(root?.[1])).toBeGreaterThan(Number(root?.[2]))
})

it('adds empty pages, as large as the last or as it is told', async () => {
  const book = new Book(about)
  book.blank([100, 200])
  book.add([sheet('甲')])
  book.blank()
  const pdf = book.bytes()
  expect((await pagesOf(pdf)).map(page => page === '')).toEqual([true, false, true])
  const [first, second, third] = (await PDFDocument.load(pdf)).getPages().map(page => page.getSize())
  expect(first).toEqual({ width: 100, height: 200 })
  expect(third).toEqual(second)
})

it('has each font once for all papers', () => {
  const book = new Book(about)
  for (let nth = 0; nth < 5; nth++) book.add([sheet(`文書${nth}`)])
  // Mincho for the words, Gothic for the foot.
  const files = book
    .bytes()
    .toString('latin1')
    .match(/\/FontFile2/g)
  expect(files).toHaveLength(2)
})

it('says that it is PDF/A unless pages of others come among its own', () => {
  const claim = 'pdfaid:part'
  expect(new Book(about).bytes().toString('latin1')).toContain(claim)
  expect(new Book({ ...about, archive: false }).bytes().toString('latin1')).not.toContain(claim)
})

it('gives the same bytes for the same papers', () => {
  const print = () => {
    const book = new Book(about)
    book.add([{ ...sheet(''), definition: definitionOf('reply-absent'), values: fixtureOf('reply-absent') }])
    book.add([sheet('𠮷田')])
    return book.bytes()
  }
  expect(print().equals(print())).toBe(true)
})

it('refuses a paper that cannot be printed and draws nothing of it', async () => {
  const book = new Book(about)
  book.add([sheet('甲')])
  expect(() => book.add([sheet('乙'), sheet('😀')])).toThrow(DocumentError)
  expect(await pagesOf(book.bytes())).toHaveLength(1)
})
