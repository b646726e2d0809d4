import { performance } from 'node:perf_hooks'
import { degrees, PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../src/disclosure/assemble.ts'
import { type PackageFault, PackageRefused } from '../../src/disclosure/fault.ts'
import { lockPackage, makePackage } from '../../src/disclosure/in-thread.ts'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { bundled } from '../reading/scanner.ts'
import { at, letterPdf, overSecret, page, pdfOf, plainPdf, SECRET, talkativePdf } from './sources.ts'

const letter = await letterPdf()
const none = { hidden: [], allowed: [] }
const refusal = async (work: Promise<unknown>): Promise<PackageFault | null> =>
  work.then(
    () => null,
    error => {
      if (error instanceof PackageRefused) return error.fault
      throw error
    },
  )

describe('the thread that makes packages', () => {
  test('makes the same file that would be made here', async () => {
    const attachments = [pdfOf(await talkativePdf(), page(1, [overSecret]), page(2))]
    const made = await makePackage({ letter, attachments, at, ...none })
    const here = await assemble(letter, attachments, at)
    expect(here.pdf.equals(made.pdf)).toBe(true)
    expect(made).toMatchObject({ pages: 3, attached: 2, masked: 1 })
  })

  test('leaves this one to others while pages are drawn, masked and searched', async () => {
    const page4 = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#cfcfc0' } })
      .jpeg()
      .toBuffer()
    const scan = await bundled([page4, page4, page4, page4])
    const vector = await plainPdf(4)
    const all = [1, 2, 3, 4].map(nth => page(nth, [overSecret]))
    const before = performance.eventLoopUtilization()
    await makePackage({ letter, attachments: [pdfOf(scan, ...all), pdfOf(vector, ...all)], at, ...none })
    // Done here, the work itself keeps the loop busy from end to end.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  })

  test('tells a word that is left, its place and page, and lets allowed words stay', async () => {
    const attachments = [pdfOf(await plainPdf(1), page(1))]
    expect(await refusal(makePackage({ letter, attachments, at, hidden: ['top left'], allowed: [] }))).toEqual({
      fault: 'word_left',
      word: 'top left',
      where: 'text',
      page: 2,
    })
    const made = await makePackage({ letter, attachments, at, hidden: ['top left'], allowed: ['TOP LEFT'] })
    expect(made.pages).toBe(2)
  })

  test('refuses as the work itself does', async () => {
    const beyond = [pdfOf(await plainPdf(1), page(2))]
    expect(await refusal(makePackage({ letter, attachments: beyond, at, ...none }))).toEqual({
      fault: 'page_gone',
      page: 2,
    })
  })

  test('that stumbles says that nothing was finished, and works on for the next', async () => {
    const broken = Buffer.from('%PDF-1.7\nnothing\n%%EOF')
    const [first, second] = [
      refusal(makePackage({ letter: broken, attachments: [], at, ...none })),
      makePackage({ letter, attachments: [], at, ...none }),
    ]
    expect(await first).toEqual({ fault: 'not_finished' })
    expect((await second).pages).toBe(1)
  })

  test('locks a package, with its data inside', async () => {
    const enclosed = [{ name: 'd.csv', type: 'text/csv', bytes: Buffer.from('a') }]
    const locked = await lockPackage({ pdf: letter, password: 'aaaa-bbbb', enclosed, on: new Date(0) })
    await expect(openPdf(locked)).rejects.toThrow(/password/i)
    const opened = await openPdf(locked, 'aaaa-bbbb')
    expect(opened.pages).toBe(1)
    await opened.close()
    expect(await refusal(lockPackage({ pdf: Buffer.from('x'), password: 'a', enclosed, on: new Date(0) }))).toEqual({
      fault: 'not_finished',
    })
  })
})

describe('a scanned page', () => {
  test('is masked in its own pixels, whichever way the page is turned', async () => {
    const side = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#e0e0e0' } })
      .jpeg()
      .toBuffer()
    for (const turn of [0, 90, 180, 270]) {
      const source = await PDFDocument.load(await bundled([side]))
      source.getPage(0).setRotation(degrees(turn))
      const box = { x: 20, y: 30, w: 50, h: 12 }
      const made = await assemble(letter, [pdfOf(Buffer.from(await source.save()), page(1, [box]))], at)
      const [placed] = made.masked[0]?.boxes ?? []
      if (placed === undefined) throw new Error('not masked')
      const opened = await openPdf(made.pdf)
      const sheet = await opened.page(2)
      const canvas = await sheet.draw(100)
      const brush = canvas.getContext('2d')
      const light = (x: number, y: number) =>
        brush.getImageData((x * canvas.width) / sheet.width, (y * canvas.height) / sheet.height, 1, 1).data[0] ?? 0
      await opened.close()
      const { x, y, w, h } = placed
      const corners = [
        light(x + 1, y + 1),
        light(x + w - 1, y + 1),
        light(x + 1, y + h - 1),
        light(x + w - 1, y + h - 1),
      ]
      expect(Math.max(...corners)).toBeLessThan(20)
      expect(Math.min(light(x - 2, y), light(x + w + 2, y), light(x, y - 2), light(x, y + h + 2))).toBeGreaterThan(200)
    }
  })

  test('keeps no remark that its JPEG carried', async () => {
    const remark = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#e0e0e0' } })
      .withExif({ IFD0: { ImageDescription: SECRET } })
      .jpeg()
      .toBuffer()
    expect(remark.includes(SECRET)).toBe(true)
    const made = await makePackage({
      letter,
      attachments: [pdfOf(await bundled([remark]), page(1, [], true))],
      at,
      hidden: [SECRET],
      allowed: [],
    })
    expect(Buffer.from(made.pdf).includes(SECRET)).toBe(false)
  })
})
