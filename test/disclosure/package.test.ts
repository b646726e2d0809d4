import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { type Assembled, assemble } from '../../src/disclosure/assemble.ts'
import { type PackageFault, PackageRefused } from '../../src/disclosure/fault.ts'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { prove } from '../../src/disclosure/prove.ts'
import {
  at,
  letterPdf,
  noQpdf,
  overSecret,
  page,
  pdfOf,
  photo,
  plainPdf,
  SECRET,
  secrets,
  talkativePdf,
} from './sources.ts'

const letter = await letterPdf()
const textOf = async (pdf: Buffer, number: number) => {
  const opened = await openPdf(pdf)
  const runs = await (await opened.page(number)).runs()
  await opened.close()
  return runs.map(run => run.text).join('')
}
/** All that anyone can get out of the file: its bytes, every stream unpacked, every object written out. */
const everything = async (pdf: Buffer): Promise<string> => {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  return [
    pdf.toString('latin1'),
    ...context.enumerateIndirectObjects().map(([, object]) => {
      if (!(object instanceof PDFRawStream)) return object.toString()
      const image = object.dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode')
      const bytes = image ? object.contents : decodePDFRawStream(object).decode()
      return `${object.dict.toString()}${Buffer.from(bytes).toString('latin1')}`
    }),
  ].join('\n')
}
const darkest = async (pdf: Buffer, number: number, x: number, y: number): Promise<number> => {
  const opened = await openPdf(pdf)
  const sheet = await opened.page(number)
  const canvas = await sheet.draw(100)
  const scale = canvas.width / sheet.width
  const [r = 0, g = 0, b = 0] = canvas.getContext('2d').getImageData(x * scale, y * scale, 1, 1).data
  await opened.close()
  return Math.max(r, g, b)
}
const refusal = async (work: () => Promise<unknown>): Promise<PackageFault | null> => {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof PackageRefused) return error.fault
    throw error
  }
}

describe('a package', () => {
  test('is the letter and then the chosen pages in their order, each with a foot of its own', async () => {
    const made = await assemble(letter, [pdfOf(await plainPdf(3), page(3), page(1))], at)
    expect([made.pages, made.attached, made.masked]).toEqual([3, 2, []])
    expect(await textOf(made.pdf, 1)).toContain('山田花子')
    expect(await textOf(made.pdf, 2)).toMatch(/Sheet 3 top left受付番号\s26000010\s資料\s1\/2/)
    expect(await textOf(made.pdf, 3)).toContain('Sheet 1 top left')
    expect(await textOf(made.pdf, 3)).toMatch(/26000010-L1-1-2\/2-\d\d/)
    await prove(made, [])
  })

  test('is the same bytes every time, pictures and masks too', async () => {
    const files = [
      pdfOf(await talkativePdf(), page(1, [overSecret]), page(2)),
      { bytes: await photo('jpeg'), type: 'image/jpeg', pages: [page(1)] },
    ]
    const [first, second] = [await assemble(letter, files, at), await assemble(letter, files, at)]
    expect(first.pdf.equals(second.pdf)).toBe(true)
  })

  test.skipIf(noQpdf)('is read by other programs without complaint', async () => {
    const made = await assemble(letter, [pdfOf(await talkativePdf(), page(1), page(2))], at)
    const file = join(mkdtempSync(join(tmpdir(), 'kaiji-package-')), 'package.pdf')
    writeFileSync(file, made.pdf)
    expect(() => execFileSync('qpdf', ['--check', file], { stdio: 'pipe' })).not.toThrow()
  })

  test.each([0, 90, 180, 270])('turns a page by %i as its file asks, and shows it upright', async turn => {
    const made = await assemble(letter, [pdfOf(await plainPdf(1, [595.28, 841.89], turn), page(1))], at)
    const opened = await openPdf(made.pdf)
    const sheet = await opened.page(2)
    const run = (await sheet.runs()).find(each => each.text.includes('Sheet'))
    const seen = [sheet.width > sheet.height, (run?.x ?? 0) < sheet.width / 2, (run?.y ?? 0) < sheet.height / 2]
    await opened.close()
    expect(seen).toEqual(
      { 0: [false, true, true], 90: [true, false, true], 180: [false, false, false], 270: [true, true, false] }[turn],
    )
  })

  test('takes a large sheet down to A4, and pictures of both kinds', async () => {
    const files = [
      pdfOf(await plainPdf(1, [1190, 1684]), page(1)),
      { bytes: await photo('png'), type: 'image/png', pages: [page(1)] },
      { bytes: await photo('jpeg', 400, 900), type: 'image/jpeg', pages: [page(1)] },
    ]
    const made = await assemble(letter, files, at)
    const opened = await openPdf(made.pdf)
    const sizes = []
    for (const number of [2, 3, 4]) {
      const { width, height } = await opened.page(number)
      sizes.push([Math.round(width), Math.round(height)])
    }
    await opened.close()
    expect(sizes).toEqual([
      [210, 297],
      [297, 210],
      [210, 297],
    ])
    expect(await darkest(made.pdf, 3, 148, 90)).toBeGreaterThan(150)
  })

  test('of three hundred pages keeps one copy of their fonts', async () => {
    const source = await plainPdf(300)
    const made = await assemble(letter, [pdfOf(source, ...Array.from({ length: 300 }, (_, nth) => page(nth + 1)))], at)
    expect(made.pages).toBe(301)
    expect((await everything(made.pdf)).match(/\/BaseFont \/Helvetica\b/g)?.length).toBeLessThanOrEqual(2)
    expect(await textOf(made.pdf, 301)).toContain('Sheet 300')
    await prove(made, ['Saburo'])
  })

  test('with pages of other makers no longer claims to be PDF/A', async () => {
    const made = await assemble(letter, [pdfOf(await plainPdf(1), page(1))], at)
    expect(await everything(letter)).toContain('pdfaid')
    expect(await everything(made.pdf)).not.toContain('pdfaid')
  })

  test('without any attachment is the letter', async () => {
    const made = await assemble(letter, [], at)
    expect([made.pages, made.attached]).toEqual([1, 0])
    await prove(made, [])
  })

  test.each([
    ['a page that the file has not', async () => [pdfOf(await plainPdf(1), page(2))], { fault: 'page_gone', page: 2 }],
    ['what is no PDF', async () => [pdfOf(Buffer.from('<html>'), page(1))], { fault: 'unreadable' }],
    [
      'a box off the paper',
      async () => [pdfOf(await plainPdf(1), page(1, [{ x: 400, y: 1, w: 5, h: 5 }]))],
      { fault: 'box_outside', page: 2 },
    ],
  ])('refuses %s', async (_what, files, fault) => {
    expect(await refusal(async () => assemble(letter, await files(), at))).toEqual(fault)
  })
})

describe('a masked page', () => {
  const masked = async (): Promise<Assembled> =>
    assemble(letter, [pdfOf(await talkativePdf(), page(1, [overSecret]), page(2))], at)

  test('leaves nothing of text, annotation, metadata or embedded file in any stream, and black pixels', async () => {
    const made = await masked()
    await prove(made, [...made.words, ...Object.values(secrets)])
    const all = await everything(made.pdf)
    for (const secret of [...Object.values(secrets), 'list.txt', 'Nothing to hide here'])
      expect(all).not.toContain(secret)
    expect(await textOf(made.pdf, 2)).toMatch(/^受付番号/)
    const [box] = made.masked[0]?.boxes ?? []
    expect(made.masked.map(each => each.page)).toEqual([2])
    for (const across of [0.01, 0.5, 0.99])
      expect(
        await darkest(made.pdf, 2, (box?.x ?? 0) + (box?.w ?? 0) * across, (box?.y ?? 0) + (box?.h ?? 0) / 2),
      ).toBeLessThan(20)
    expect(await textOf(made.pdf, 3)).toContain('Second page')
  })

  test('tells what stood under its boxes, and no neighbour', async () => {
    expect((await masked()).words).toEqual([`Guarantor: ${SECRET}, 090`])
    const narrow = await assemble(letter, [pdfOf(await talkativePdf(), page(1, [{ x: 41, y: 27, w: 26, h: 10 }]))], at)
    expect(narrow.words.join()).toContain('Saburo')
    expect(narrow.words.join()).not.toContain('Guarantor')
  })

  test('is refused while the same words stand on another page', async () => {
    const twice = await talkativePdf(document => {
      document.getPage(1).drawText(`again ${SECRET}`, { x: 60, y: 500, size: 12 })
    })
    const made = await assemble(letter, [pdfOf(twice, page(1, [overSecret]), page(2))], at)
    expect(await refusal(() => prove(made, [SECRET]))).toEqual({
      fault: 'word_left',
      word: SECRET,
      where: 'text',
      page: 3,
    })
    expect(await refusal(() => prove(made, ['saburo　ＣＡＮＡＲＹ']))).toMatchObject({ fault: 'word_left', page: 3 })
  })

  test('is refused where its box was not painted', async () => {
    const made = await assemble(letter, [pdfOf(await talkativePdf(), page(1, [], true))], at)
    const [stamped] = (await masked()).masked
    if (stamped === undefined) throw new Error('no masked page')
    const code = { ...stamped.stamp.code, pages: 1 }
    const claims = { ...made, masked: [{ ...stamped, stamp: { ...stamped.stamp, code } }] }
    expect(await refusal(() => prove(claims, []))).toEqual({ fault: 'not_black', page: 2 })
  })

  test('is refused where text still lies under it', async () => {
    const made = await assemble(letter, [pdfOf(await plainPdf(1), page(1))], at)
    const [stamped] = (await masked()).masked
    if (stamped === undefined) throw new Error('no masked page')
    expect(await refusal(() => prove({ ...made, masked: [stamped] }, []))).toEqual({ fault: 'text_left', page: 2 })
  })

  test('of a scan is black in the picture itself', async () => {
    const file = {
      bytes: await photo('jpeg', 900, 1200),
      type: 'image/jpeg',
      pages: [page(1, [{ x: 50, y: 50, w: 60, h: 40 }])],
    }
    const made = await assemble(letter, [file], at)
    await prove(made, made.words)
    const [box] = made.masked[0]?.boxes ?? []
    expect(await darkest(made.pdf, 2, (box?.x ?? 0) + 5, (box?.y ?? 0) + 5)).toBeLessThan(20)
    expect(await darkest(made.pdf, 2, (box?.x ?? 0) - 5, (box?.y ?? 0) - 5)).toBeGreaterThan(100)
  })
})

describe('a page that hides something', () => {
  test('goes in as a picture of what is seen: an annotation', async () => {
    const made = await assemble(letter, [pdfOf(await talkativePdf(), page(1))], at)
    const all = await everything(made.pdf)
    for (const hidden of [secrets.note, secrets.meta, secrets.file]) expect(all).not.toContain(hidden)
    expect(await textOf(made.pdf, 2)).toMatch(/^受付番号/)
  })

  test('goes in as a picture of what is seen: something cut off', async () => {
    const source = await plainPdf(1)
    const document = await PDFDocument.load(source)
    document.getPage(0).setCropBox(0, 0, 595, 600)
    const made = await assemble(letter, [pdfOf(Buffer.from(await document.save()), page(1))], at)
    expect(await everything(made.pdf)).not.toContain('top left')
  })

  test('is found out by a search for words in strings and streams', async () => {
    const made = await assemble(letter, [pdfOf(await plainPdf(1), page(1))], at)
    const document = await PDFDocument.load(made.pdf, { updateMetadata: false })
    document.setSubject(secrets.meta)
    const pdf = Buffer.from(await document.save({ useObjectStreams: false }))
    expect(await refusal(() => prove({ ...made, pdf }, [secrets.meta]))).toMatchObject({
      fault: 'word_left',
      where: 'string',
    })
    const other = await PDFDocument.load(made.pdf, { updateMetadata: false })
    other.context.register(other.context.flateStream(secrets.file))
    const stream = Buffer.from(await other.save({ useObjectStreams: false }))
    expect(await refusal(() => prove({ ...made, pdf: stream }, [secrets.file]))).toMatchObject({
      fault: 'word_left',
      where: 'stream',
    })
  })

  test('is refused with a file or a note in it', async () => {
    const made = await assemble(letter, [pdfOf(await plainPdf(1), page(1))], at)
    const document = await PDFDocument.load(made.pdf, { updateMetadata: false })
    await document.attach(Buffer.from('x'), 'x.txt')
    const pdf = Buffer.from(await document.save({ useObjectStreams: false }))
    expect(await refusal(() => prove({ ...made, pdf }, []))).toEqual({ fault: 'leftover' })
  })
})
