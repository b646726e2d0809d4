import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../src/disclosure/assemble.ts'
import { prove } from '../../src/disclosure/prove.ts'
import { at, letterPdf, overSecret, page, pdfOf, photo, plainPdf, talkativePdf } from './sources.ts'

const letter = await letterPdf()

describe('what a screen reader is told of an added page', () => {
  /** The element of each added page's figure, as pdf.js builds the tree of the page. */
  const told = async (pdf: Buffer, number: number): Promise<unknown> => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
    const tree = await (await (await task.promise).getPage(number)).getStructTree()
    await task.destroy()
    return JSON.parse(JSON.stringify(tree))
  }
  const figure = (alt: string) => ({ role: 'Root', children: [{ role: 'Sect', children: [{ role: 'Figure', alt }] }] })

  test('is which page of how many it is, whether drawn, masked, a photograph or empty, and no name', async () => {
    const scan = { bytes: await photo('jpeg', 600, 800), type: 'image/jpeg', pages: [page(1)] }
    const empty = await PDFDocument.create()
    empty.addPage([595, 842])
    const files = [
      pdfOf(await talkativePdf(), page(2), page(1, [overSecret])),
      scan,
      pdfOf(Buffer.from(await empty.save()), page(1)),
    ]
    const made = await assemble(letter, files, at)
    await prove(made, made.words)
    const alts = ['1/4 頁', '2/4 頁（一部を黒塗りしています）', '3/4 頁', '4/4 頁'].map(words => `添付資料 ${words}`)
    for (const [nth, alt] of alts.entries()) expect(await told(made.pdf, nth + 2)).toMatchObject(figure(alt))
    expect(await told(made.pdf, 1)).toEqual(await told(letter, 1))
  })

  test('is nothing where the letter has no structure', async () => {
    const bare = await PDFDocument.create()
    bare.addPage([595, 842]).drawText('letter')
    const made = await assemble(Buffer.from(await bare.save()), [pdfOf(await plainPdf(1), page(1))], at)
    await prove(made, [])
    expect(await told(made.pdf, 2)).toBeNull()
  })
})
