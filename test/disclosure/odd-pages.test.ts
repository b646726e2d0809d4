import fc from 'fast-check'
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { checkScan, scanFaults } from '../../src/desk/scans/scan.ts'
import { assemble } from '../../src/disclosure/assemble.ts'
import { PackageRefused } from '../../src/disclosure/fault.ts'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { prove } from '../../src/disclosure/prove.ts'
import { encryptedPdf, pdfWithAction } from '../desk/papers.ts'
import { at, letterPdf, page, pdfOf, photo } from './sources.ts'

// pdf-lib tells the console of every object that it cannot read.
const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
afterAll(() => warned.mockRestore())

const letter = await letterPdf()
const [WIDE, HIGH] = [595.28, 841.89]

type Entries = Readonly<Record<string, number | string | readonly number[] | null>>

/** A page with a black bar 100 points wide and 20 high, its lower left corner at this place; null leaves an entry out. */
const barred = async (entries: Entries, [x, y]: readonly [number, number] = [60, 700]): Promise<Buffer> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const sheet = document.addPage([WIDE, HIGH])
  sheet.drawRectangle({ x, y, width: 100, height: 20 })
  for (const [name, value] of Object.entries(entries)) {
    if (value === null) sheet.node.delete(PDFName.of(name))
    else sheet.node.set(PDFName.of(name), document.context.obj(value as never))
  }
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** The middle of all that is dark on a page above the foot of ours, in parts of the sheet seen; null where nothing is. */
const inkOf = async (pdf: Buffer, number: number, above = 1): Promise<readonly [number, number] | null> => {
  const opened = await openPdf(pdf)
  const canvas = await (await opened.page(number)).draw(60)
  const { width, height } = canvas
  const rows = Math.floor(height * above)
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, rows)
  await opened.close()
  const dark = Array.from({ length: width * rows }, (_, spot) => spot).filter(spot => (data[spot * 4] ?? 255) < 100)
  if (dark.length < 20) return null
  const mean = (of: (spot: number) => number) => dark.reduce((sum, spot) => sum + of(spot), 0) / dark.length
  return [mean(spot => spot % width) / width, mean(spot => Math.floor(spot / width)) / height]
}

const FOOT_BEGINS = 0.88

describe('a page with a box or a turn that few programs write is in the package as a viewer shows it', () => {
  test.each<[string, Entries, (readonly [number, number])?]>([
    ['a box told from its upper right corner', { MediaBox: [WIDE, HIGH, 0, 0] }],
    ['a box told from its upper left corner', { MediaBox: [0, HIGH, WIDE, 0] }],
    ['a box told from its lower right corner', { MediaBox: [WIDE, 0, 0, HIGH] }],
    ['a box that lies to the left of nought', { MediaBox: [0, 0, -WIDE, HIGH] }, [-500, 700]],
    ['a box from its upper right corner, turned', { MediaBox: [WIDE, HIGH, 0, 0], Rotate: 90 }],
    ['a box that begins below nought', { MediaBox: [-100, -100, WIDE - 100, HIGH - 100] }],
    ['a box that begins above nought', { MediaBox: [100, 100, WIDE + 100, HIGH + 100] }, [160, 800]],
    ['no box at all', { MediaBox: null }, [60, 600]],
    ['a box without extent', { MediaBox: [0, 0, 0, 0] }, [60, 600]],
    ['a box of two numbers', { MediaBox: [0, 0] }, [60, 600]],
    ['a crop that lies beside the page', { CropBox: [2000, 2000, 3000, 3000] }],
    ['a crop larger than the page', { CropBox: [-200, -200, 2000, 2000] }],
    ['units a fifth larger', { UserUnit: 1.2 }],
    ['units that are no number', { UserUnit: 'twice' }],
    ['a turn to the left', { Rotate: -90 }],
    ['more than a full turn', { Rotate: 450 }],
    ['a turn by half a right angle', { Rotate: 45 }],
  ])('%s', async (_what, entries, place) => {
    const source = await barred(entries, place)
    const made = await assemble(letter, [pdfOf(source, page(1))], at)
    await prove(made, [])
    const [own, ours] = [await inkOf(source, 1), await inkOf(made.pdf, made.pages, FOOT_BEGINS)]
    if (own === null || ours === null) throw new Error(`ink: ${own} of the source, ${ours} in the package`)
    // The page stands above a foot on a sheet of another height: its own parts are those of the upper nine tenths.
    expect(ours[0]).toBeCloseTo(0.5 + (own[0] - 0.5) * 0.9, 1)
    expect(ours[1] < 0.45).toBe(own[1] < 0.5)
  })

  test('what lies beside the box of a page stays out of the package, as it does not show', async () => {
    const document = await PDFDocument.load(await barred({ MediaBox: [300, 0, WIDE + 300, HIGH] }, [400, 600]))
    const font = await document.embedFont(StandardFonts.Helvetica)
    document.getPage(0).drawText('canary-beside-92', { x: 60, y: 700, size: 12, font })
    const made = await assemble(letter, [pdfOf(Buffer.from(await document.save()), page(1))], at)
    await prove(made, ['canary-beside-92'])
  })

  test.each([
    ['of half a millimetre', [1, 1] as const],
    ['of five metres', [14_400, 14_400] as const],
    ['five metres long and a millimetre high', [14_400, 3] as const],
  ])('a page %s goes onto A4', async (_what, [width, height]) => {
    const made = await assemble(letter, [pdfOf(await barred({ MediaBox: [0, 0, width, height] }), page(1))], at)
    await prove(made, [])
    const opened = await openPdf(made.pdf)
    const sheet = await opened.page(made.pages)
    await opened.close()
    expect([sheet.width, sheet.height].map(Math.round).sort()).toEqual([210, 297])
  })
})

/** How a package ends: made, or refused with a reason. Anything else is a bug and thrown. */
const ends = async (bytes: Buffer, type: string, number = 1): Promise<string> => {
  try {
    const made = await assemble(letter, [{ bytes, type, pages: [page(number)] }], at)
    await prove(made, [])
    return 'made'
  } catch (error) {
    if (error instanceof PackageRefused) return error.fault.fault
    throw error
  }
}

describe('a file that cannot be put into a package', () => {
  test.each([
    ['locked by a password to open', () => encryptedPdf(), 'application/pdf', 'unreadable'],
    ['locked against changes', () => encryptedPdf({ ownerPassword: 'x' }), 'application/pdf', 'unreadable'],
    ['empty', async () => Buffer.alloc(0), 'application/pdf', 'unreadable'],
    ['a JPEG called PNG', () => photo('jpeg'), 'image/png', 'unreadable'],
    ['a PNG called JPEG', () => photo('png'), 'image/jpeg', 'unreadable'],
    ['an empty picture', async () => Buffer.alloc(0), 'image/jpeg', 'unreadable'],
  ])('is refused by name: %s', async (_what, bytes, type, fault) => {
    expect(await ends(await bytes(), type)).toBe(fault)
  })

  test('a PDF without pages has no first page', async () => {
    const bare = await PDFDocument.create()
    const bytes = Buffer.from(await bare.save({ addDefaultPage: false }))
    expect(['page_gone', 'unreadable']).toContain(await ends(bytes, 'application/pdf'))
  })

  test('a form of another kind (XFA) leaves none of it in the package', async () => {
    const bytes = await pdfWithAction({ S: 'GoTo', D: ['Fit'] })
    const document = await PDFDocument.load(bytes)
    const form = document.context.flateStream('<xdp:xdp>canary-xfa-91</xdp:xdp>')
    document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ XFA: document.context.register(form) }))
    const made = await assemble(letter, [pdfOf(Buffer.from(await document.save()), page(1))], at)
    await prove(made, ['canary-xfa-91'])
  })
})

describe('a file that was damaged before it was brought in', () => {
  /** Without packed objects and with a font: as many kinds of things to cut through as can be had in a small file. */
  const small = async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const font = await document.embedFont(StandardFonts.Helvetica)
    document.addPage([300, 400]).drawText('Sheet', { x: 30, y: 300, size: 18, font })
    return Buffer.from(await document.save({ useObjectStreams: false }))
  }
  /** What passes the door is made into a package or refused by name; what does not never comes here. */
  const endsBehindTheDoor = async (bytes: Buffer): Promise<string> => {
    const scan = await checkScan(bytes)
    return typeof scan === 'string' ? scan : ends(scan.bytes, scan.type)
  }
  const reasons = [...scanFaults, 'made', 'unreadable', 'page_gone']

  test('cut off at any byte is taken or refused, never a fault of ours', async () => {
    const [pdf, jpeg, png] = [await small(), await photo('jpeg', 40, 30), await photo('png', 40, 30)]
    const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(pdf, jpeg, png), part, async (bytes, kept) => {
        expect(reasons).toContain(await endsBehindTheDoor(bytes.subarray(0, Math.floor(bytes.length * kept))))
      }),
      { numRuns: 50 },
    )
  })

  test('with any few bytes changed is taken or refused, never a fault of ours', async () => {
    const pdf = await small()
    const change = fc.tuple(fc.nat(pdf.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
        const bytes = Buffer.from(pdf)
        for (const [place, value] of changes) bytes[place] = value
        expect(reasons).toContain(await endsBehindTheDoor(bytes))
      }),
      { numRuns: 40 },
    )
  })
})
