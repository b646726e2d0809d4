import fc from 'fast-check'
import { PDFDocument, PDFName } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pdfPages } from '../../src/reading/pdf-pages.ts'
import { LONGEST_SIDE, type Picture, pictureOf } from '../../src/reading/picture.ts'
import { type ReadableType, readPages } from '../../src/reading/read-pages.ts'
import { encryptedPdf } from '../desk/papers.ts'
import { claiming, resized } from './hostile-pictures.ts'

// pdf-lib tells the console of every object that it cannot read.
const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
afterAll(() => warned.mockRestore())

let jpeg: Buffer
let png: Buffer

beforeAll(async () => {
  const paper = () => sharp({ create: { width: 60, height: 84, channels: 3, background: '#f4f0e8' } })
  jpeg = await paper().jpeg().toBuffer()
  png = await paper().png().toBuffer()
})

/** One page of the given box that shows a picture over all of A4, without packed objects. */
const scan = async (entries: Readonly<Record<string, unknown>> = {}, picture = jpeg): Promise<Buffer> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([595, 842])
  page.drawImage(await document.embedJpg(picture), { x: 0, y: 0, width: 595, height: 842 })
  for (const [name, value] of Object.entries(entries))
    page.node.set(PDFName.of(name), document.context.obj(value as never))
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** The pages as pictures, or null where the file cannot be read; a picture that is none is a bug and thrown. */
const seen = async (bytes: Uint8Array): Promise<Picture[] | null> => {
  const pages: Picture[] = []
  try {
    for await (const page of pdfPages(bytes)) pages.push(page)
  } catch {
    return null
  }
  for (const { width, height, grey } of pages)
    if (grey.length !== width * height || width < 1 || height < 1)
      throw new Error(`${width} by ${height} of ${grey.length}`)
  return pages
}

describe('a page of odd measures is read, and never larger than is of use', () => {
  it.each<[string, Readonly<Record<string, unknown>>, boolean | null]>([
    ['turned to lie', { Rotate: 90 }, true],
    ['turned the other way', { Rotate: -90 }, true],
    ['turned by half a right angle', { Rotate: 45 }, false],
    ['with a box from its upper right corner', { MediaBox: [595, 842, 0, 0] }, false],
    ['with a box below nought', { MediaBox: [-595, -842, 0, 0] }, false],
    ['with a box without extent', { MediaBox: [0, 0, 0, 0] }, null],
    ['with units of seventy-five thousand', { UserUnit: 75_000 }, false],
    ['with units of nought', { UserUnit: 0 }, null],
    ['a kilometre high', { MediaBox: [0, 0, 10, 2_834_645] }, false],
    ['a kilometre wide', { MediaBox: [0, 0, 2_834_645, 10] }, true],
    ['smaller than a pixel', { MediaBox: [0, 0, 0.01, 0.01] }, null],
  ])('%s', async (_what, entries, lies) => {
    const [page, ...more] = (await seen(await scan(entries))) ?? []
    if (page === undefined) throw new Error('not read')
    expect(more).toEqual([])
    expect(Math.max(page.width, page.height)).toBeLessThanOrEqual(LONGEST_SIDE)
    if (lies !== null) expect(page.width > page.height).toBe(lies)
  })
})

describe('a scan whose JPEG is not what it says', () => {
  it.each([
    ['claims thirty thousand pixels a side', [30_000, 30_000]],
    ['claims sixty-five thousand, the most that a JPEG can', [65_535, 65_535]],
    ['claims a single pixel', [1, 1]],
    ['claims no pixels', [0, 0]],
    ['claims to be a strip', [60, 1]],
  ] as const)('and %s is one page of the paper’s own size', async (_what, [width, height]) => {
    const pdf = await scan({}, jpeg)
    // Both headers, the PDF's and the JPEG's, tell the same lie.
    const said = pdf
      .toString('latin1')
      .replace('/Width 60', `/Width ${width}`)
      .replace('/Height 84', `/Height ${height}`)
    const lying = said.replace(jpeg.toString('latin1'), resized(jpeg, width, height).toString('latin1'))
    expect(lying).not.toBe(said)
    const pages = await seen(Buffer.from(lying, 'latin1'))
    expect(pages?.map(page => Math.abs(page.width / page.height - 595 / 842) < 0.01)).toEqual([true])
  })
})

describe('a file that was cut or changed on its way', () => {
  it('is pictures or cannot be read, wherever a PDF is cut', async () => {
    const pdf = await scan()
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), async end => {
        const pages = await seen(pdf.subarray(0, end))
        if (pages !== null) expect(pages.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 30 },
    )
  })

  it('is pictures or cannot be read, whatever few bytes of a PDF are changed', async () => {
    const pdf = await scan()
    const change = fc.tuple(fc.nat(pdf.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
        const bytes = Buffer.from(pdf)
        for (const [place, value] of changes) bytes[place] = value
        const pages = await seen(bytes)
        for (const { width, height } of pages ?? []) expect(Math.max(width, height)).toBeLessThanOrEqual(LONGEST_SIDE)
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['JPEG', () => jpeg],
    ['PNG', () => png],
  ])('a %s that is cut anywhere but in its last bytes is not taken for a page', async (_kind, whole) => {
    const bytes = whole()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 20 }), async end => {
        await expect(pictureOf(bytes.subarray(0, end))).rejects.toThrow()
      }),
    )
  })
})

describe('what would fill the memory or says nothing', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, ReadableType, string]>([
    ['a small PNG that claims 30,000 by 30,000 pixels', () => claiming(30_000, 30_000), 'image/png', 'file_broken'],
    ['a small JPEG that claims the same', () => resized(jpeg, 30_000, 30_000), 'image/jpeg', 'file_broken'],
    ['a PDF locked against opening', () => encryptedPdf(), 'application/pdf', 'file_locked'],
    ['a PNG called PDF', () => png, 'application/pdf', 'file_broken'],
  ])('%s is refused by name', async (_what, bytes, type, fault) => {
    expect(await readPages(await bytes(), type)).toBe(fault)
  })

  it('a PDF that only forbids changes is read', async () => {
    const pages = await readPages(await encryptedPdf({ ownerPassword: 'secret' }), 'application/pdf')
    expect(pages).toMatchObject([{ page: 1, sight: 'none' }])
  })

  it('a picture is judged by what it is, not by what it is called', async () => {
    expect(await readPages(png, 'image/jpeg')).toMatchObject([{ sight: 'blank' }])
  })

  it('a page smaller than a pixel does not spoil the pages beside it', async () => {
    const bundle = await PDFDocument.load(await scan())
    bundle.addPage([0.01, 0.01])
    const pages = await readPages(Buffer.from(await bundle.save()), 'application/pdf')
    expect(pages).toMatchObject([{ page: 1 }, { page: 2 }])
  })
})
