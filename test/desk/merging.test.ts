import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { binding, sheetsOfPaper } from '../../src/desk/print/merging.ts'
import { readDefinition } from '../../src/documents/definition.ts'
import type { Sheet } from '../../src/documents/render.ts'

const definition = readDefinition(
  'slip',
  'title: 紙\nversion: 1\nfields: { words: { type: text, note: 文 } }\nblocks: [{ block: paragraph, text: "{{words}}" }]\n',
)
const createdAt = '2026-11-21T00:00:00.000Z'
const sheet = (words: string): Sheet => ({ definition, values: { words }, caseNumber: '', createdAt })
const finished = async (...widths: number[]): Promise<Buffer> => {
  const pdf = await PDFDocument.create()
  for (const width of widths) pdf.addPage([width, 300])
  return Buffer.from(await pdf.save())
}
const widthsOf = async (pdf: Buffer) =>
  (await PDFDocument.load(pdf)).getPages().map(page => Math.round(page.getWidth()))
const A4 = 595

describe.each([
  [false, [A4, A4, 101, 102, 103, A4, 104]],
  // An even count of pages for each: the next paper begins on a new sheet.
  [true, [A4, A4, A4, A4, 101, 102, 103, 103, A4, A4, 104, 104]],
])('bound for both sides: %s', (bothSides, expected) => {
  const bind = async () => {
    const binder = binding({ bothSides, title: '印刷', createdAt })
    const parts = [
      await binder.add('手紙', [sheet('一')]),
      await binder.add('資料', await finished(101, 102, 103)),
      await binder.add('手紙', [sheet('二')]),
      await binder.add('資料', await finished(104)),
    ]
    binder.cover([sheet('表紙')])
    return { parts, pdf: await binder.bytes() }
  }

  it('has the cover first and finished pages in their place', async () => {
    const { parts, pdf } = await bind()
    expect(parts).toEqual([
      { label: '手紙', pages: 1 },
      { label: '資料', pages: 3 },
      { label: '手紙', pages: 1 },
      { label: '資料', pages: 1 },
    ])
    expect(await widthsOf(pdf)).toEqual(expected)
  })

  it('is the same bytes again', async () => {
    expect((await bind()).pdf.equals((await bind()).pdf)).toBe(true)
  })
})

it('can begin with finished pages', async () => {
  const binder = binding({ bothSides: true, title: '印刷', createdAt })
  await binder.add('資料', await finished(101))
  expect(await widthsOf(await binder.bytes())).toEqual([101, 101])
})

it('counts the sheets of a paper', () => {
  expect([sheetsOfPaper(3, false), sheetsOfPaper(3, true), sheetsOfPaper(4, true)]).toEqual([3, 2, 2])
})
