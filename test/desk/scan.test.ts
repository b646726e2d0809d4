import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkScan, MOST_SCAN_BYTES, type Scan } from '../../src/desk/scans/scan.ts'
import * as papers from './papers.ts'

const accepted = async (bytes: Buffer): Promise<Scan> => {
  const scan = await checkScan(bytes)
  if (typeof scan === 'string') throw new Error(scan)
  return scan
}

describe('a PDF', () => {
  it('comes in with its pages', async () => {
    const scan = await accepted(await papers.pdf())
    expect(scan).toMatchObject({ type: 'application/pdf', pages: 2 })
    expect((await PDFDocument.load(scan.bytes)).getPageCount()).toBe(2)
  })

  it('may open at a page of its own', async () => {
    const bytes = await papers.pdfWithAction({ S: 'GoTo', D: ['Fit'] })
    expect(await accepted(bytes)).toMatchObject({ pages: 2 })
  })

  it.each([
    ['JavaScript', papers.javaScript],
    ['a program to start', papers.launch],
    ['another file inside', papers.attached],
    ['a form that sends itself', () => papers.pdfWithAction({ S: 'SubmitForm' })],
    ['an action behind an action', () => papers.pdfWithAction({ S: 'GoTo', Next: [{ S: 'JavaScript' }] })],
  ])('is refused with %s, though packed out of sight', async (_what, make) => {
    const bytes = await make()
    expect(bytes.includes('/JavaScript')).toBe(false)
    expect(bytes.includes('/Launch')).toBe(false)
    expect(await checkScan(bytes)).toBe('file_active')
  })

  it('is refused with names written in another way', async () => {
    const plain = await PDFDocument.load(await papers.pdf())
    const bytes = Buffer.from(await plain.save({ useObjectStreams: false })).toString('latin1')
    const disguised = bytes.replace('/Type /Catalog', '/Type /Catalog /OpenAction <</S /J#61vaScript /JS (1)>>')
    expect(disguised).not.toBe(bytes)
    expect(await checkScan(Buffer.from(disguised, 'latin1'))).toBe('file_active')
  })

  it.each([
    ['a password to open', { userPassword: 'secret' }],
    ['a password to change', { ownerPassword: 'secret' }],
  ])('is refused with %s', async (_what, options) => {
    expect(await checkScan(await papers.encryptedPdf(options))).toBe('file_locked')
  })

  it.each([0.3, 0.6, 0.95])('is refused cut off at %d', async part => {
    const bytes = await papers.pdf()
    expect(await checkScan(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe('file_broken')
  })

  it('is refused without a page', async () => {
    const bytes = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n',
    )
    expect(await checkScan(bytes)).toBe('file_broken')
  })

  it('is refused when it would unpack to fill the memory', async () => {
    const bytes = papers.pdfBomb()
    expect(bytes.length).toBeLessThan(200_000)
    expect(await checkScan(bytes)).toBe('file_broken')
  })

  it('keeps nothing of what hung behind its end', async () => {
    const bytes = Buffer.concat([await papers.pdf(), Buffer.from('<script>alert(1)</script>')])
    expect((await accepted(bytes)).bytes.includes('<script>')).toBe(false)
  })
})

describe('a picture', () => {
  it.each([
    ['JPEG', papers.jpeg, 'image/jpeg'],
    ['PNG', papers.png, 'image/png'],
  ])('comes in as %s', async (_what, make, type) => {
    const scan = await accepted(await make())
    expect(scan).toMatchObject({ type, pages: 1 })
    expect(await sharp(scan.bytes).metadata()).toMatchObject({ width: 60, height: 40 })
  })

  it('stands upright and tells nothing of place, device and script', async () => {
    const bytes = await papers.talkativeJpeg()
    expect(bytes.includes(papers.CANARY)).toBe(true)
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const scan = await accepted(bytes)
    const { width, height, exif, orientation } = await sharp(scan.bytes).metadata()
    expect({ width, height, exif, orientation }).toEqual({
      width: 40,
      height: 60,
      exif: undefined,
      orientation: undefined,
    })
    expect(scan.bytes.includes(papers.CANARY)).toBe(false)
    expect(scan.bytes.includes('<script>')).toBe(false)
  })

  it('is refused cut off', async () => {
    const bytes = await papers.jpeg()
    expect(await checkScan(bytes.subarray(0, bytes.length / 2))).toBe('file_broken')
  })

  it('is refused when it would unpack to fill the memory', async () => {
    const bytes = await papers.bomb()
    expect(bytes.length).toBeLessThan(1_000_000)
    expect(await checkScan(bytes)).toBe('file_broken')
  })
})

describe('anything else', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['21 MB', Buffer.alloc(21 * 1024 * 1024, '%PDF-1.7'), 'file_too_large'],
    ['one byte too many', Buffer.alloc(MOST_SCAN_BYTES + 1), 'file_too_large'],
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_not_accepted'],
    ['HTML with a PDF behind it', Buffer.from('<html>%PDF-1.7\n%%EOF'), 'file_not_accepted'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file_not_accepted'],
    ['a GIF', Buffer.from('GIF89a'), 'file_not_accepted'],
    ['words that begin like a PDF', Buffer.from('%PDF-1.7 is what I am not %%EOF'), 'file_broken'],
    ['words that begin like a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0x41]), 'file_broken'],
  ])('is refused: %s', async (_what, bytes, fault) => {
    expect(await checkScan(bytes)).toBe(fault)
  })
})
