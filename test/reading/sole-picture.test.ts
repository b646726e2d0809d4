import { degrees, PDFDocument, PDFName, type PDFPage, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { pdfPages } from '../../src/reading/pdf-pages.ts'
import { solePicture, upright } from '../../src/reading/sole-picture.ts'

const [WIDE, HIGH] = [595.28, 841.89]
let jpeg: Buffer

/** Each quarter has a grey of its own, so that a turned or mirrored page shows. */
beforeAll(async () => {
  const quarter = (light: number) => ({
    create: { width: 200, height: 280, channels: 3 as const, background: grey(light) },
  })
  const grey = (light: number) => ({ r: light, g: light, b: light })
  jpeg = await sharp({ create: { width: 400, height: 560, channels: 3, background: grey(0) } })
    .composite([
      { input: quarter(80), left: 200, top: 0 },
      { input: quarter(160), left: 0, top: 280 },
      { input: quarter(240), left: 200, top: 280 },
    ])
    .withExif({ IFD0: { Orientation: '6' } })
    .jpeg({ quality: 95 })
    .toBuffer()
})

type Change = (page: PDFPage, document: PDFDocument) => void | Promise<void>

const scan = async (change: Change = () => {}, draw = 'q 595.28 0 0 841.89 0 0 cm /P Do Q'): Promise<Buffer> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([WIDE, HIGH])
  page.node.setXObject(PDFName.of('P'), (await document.embedJpg(jpeg)).ref)
  page.node.set(
    PDFName.of('Contents'),
    document.context.obj([document.context.register(document.context.flateStream(draw))]),
  )
  await document.flush()
  await change(page, document)
  return Buffer.from(await document.save())
}
const soleOf = async (pdf: Buffer) => solePicture((await PDFDocument.load(pdf)).getPage(0))
const firstPicture = (page: PDFPage) => page.node.normalizedEntries().XObject.get(PDFName.of('P'))

/** The greys in the middle of the four quarters: upper left, upper right, lower left, lower right. */
const quartersOf = (light: (x: number, y: number) => number): number[] =>
  [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => Math.round(light(x, y) / 80) * 80)

describe('a page that is one JPEG', () => {
  it.each([
    ['as it lies', undefined, 0],
    ['on a page that asks to be turned', undefined, 90],
    ['on a page that stands on its head', undefined, 180],
    ['on a page that asks to be turned the other way', undefined, 270],
    ['drawn on its side', 'q 0 841.89 -595.28 0 595.28 0 cm /P Do Q', 0],
    ['drawn on its other side', 'q 0 -841.89 595.28 0 0 841.89 cm /P Do Q', 0],
    ['drawn upside down', 'q -595.28 0 0 -841.89 595.28 841.89 cm /P Do Q', 0],
    ['drawn in steps', 'q .5 0 0 .5 0 0 cm q 1190.56 0 0 1683.78 0 0 cm /P Do Q Q', 0],
    ['drawn on its side and turned', 'q 0 841.89 -595.28 0 595.28 0 cm /P Do Q', 90],
  ])('is taken %s as a viewer shows it', async (_how, draw, turn) => {
    const pdf = await scan(page => page.setRotation(degrees(turn)), draw)
    const sole = await soleOf(pdf)
    if (sole === null) throw new Error('not taken')
    const [across, down] = [Math.round(sole.width), Math.round(sole.height)]
    const { data, info } = await (await upright(sole, { across, down })).raw().toBuffer({ resolveWithObject: true })
    const seen = await openPdf(pdf)
    const canvas = await (await seen.page(1)).draw(72)
    await seen.close()
    expect([info.width, info.height]).toEqual([canvas.width, canvas.height])
    const brush = canvas.getContext('2d')
    const drawn = quartersOf((x, y) => brush.getImageData(x * across, y * down, 1, 1).data[0] ?? 0)
    expect(
      quartersOf((x, y) => data[(Math.floor(y * down) * across + Math.floor(x * across)) * info.channels] ?? 0),
    ).toEqual(drawn)
    expect(new Set(drawn).size).toBe(4)
  })
})

const inPicture =
  (key: string, value: unknown): Change =>
  (page, { context }) => {
    const dict = context.lookup(firstPicture(page))
    if (dict !== undefined && 'dict' in dict)
      (dict.dict as typeof page.node).set(PDFName.of(key), context.obj(value as never))
  }

const others: [string, Change, string?][] = [
  [
    'text over it',
    async (page, document) => page.drawText('seen', { font: await document.embedFont(StandardFonts.Helvetica) }),
  ],
  ['a line over it', page => page.drawLine({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 } })],
  ['a note over it', (page, { context }) => page.node.set(PDFName.of('Annots'), context.obj([{ Subtype: 'Text' }]))],
  ['a part of it cut off', page => page.setCropBox(0, 0, 400, 400)],
  ['its greys turned round', inPicture('Decode', [1, 0, 1, 0, 1, 0])],
  ['a mask', inPicture('Mask', [0, 10, 0, 10, 0, 10])],
  ['another size than it says', inPicture('Width', 200)],
  ['other colours than it says', inPicture('ColorSpace', 'DeviceGray')],
  ['a layer that can be switched off', inPicture('OC', { Type: 'OCG' })],
  ['another packing', inPicture('Filter', 'CCITTFaxDecode')],
  ['white round it', () => {}, 'q 400 0 0 560 90 90 cm /P Do Q'],
  ['a mirror', () => {}, 'q -595.28 0 0 841.89 595.28 0 cm /P Do Q'],
  ['a slant', () => {}, 'q 595.28 20 0 841.89 0 0 cm /P Do Q'],
  ['a second copy', () => {}, 'q 595.28 0 0 841.89 0 0 cm /P Do /P Do Q'],
  ['a state that may make it pale', () => {}, 'q /G gs 595.28 0 0 841.89 0 0 cm /P Do Q'],
  ['a frame that clips it', () => {}, 'q 0 0 300 300 re W n 595.28 0 0 841.89 0 0 cm /P Do Q'],
  ['nothing at all', () => {}, 'q Q'],
  ['a name that is not there', () => {}, 'q 595.28 0 0 841.89 0 0 cm /Q Do Q'],
]

describe('a page is drawn and not taken', () => {
  it.each(others)('with %s', async (_what, change, draw) => {
    expect(await soleOf(await scan(change, draw))).toBeNull()
  })
})

describe('the pages of a scan', () => {
  it('come in their order, those that are taken among those that are drawn', async () => {
    const bundle = await PDFDocument.create()
    const kinds = [await scan(), await scan(() => {}, 'q 400 0 0 560 90 90 cm /P Do Q'), await scan()]
    for (const pdf of kinds) bundle.addPage((await bundle.copyPages(await PDFDocument.load(pdf), [0]))[0])
    const corners = []
    for await (const { width, height, grey } of pdfPages(await bundle.save()))
      corners.push([Math.abs(width / height - WIDE / HIGH) < 0.01, (grey[width * 2 + 2] ?? 0) < 20])
    expect(corners).toEqual([
      [true, true],
      [true, false],
      [true, true],
    ])
  })

  it('whose JPEG is cut short are drawn as far as they go', async () => {
    jpeg = jpeg.subarray(0, Math.floor(jpeg.length / 2))
    const pdf = await scan()
    expect(await soleOf(pdf)).not.toBeNull()
    const pages = []
    for await (const page of pdfPages(pdf)) pages.push(page)
    expect(pages).toHaveLength(1)
  })
})
