import fc from 'fast-check'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { jpegOf } from '../../src/reading/embedded-jpeg.ts'
import { frameAt, resized } from './hostile-pictures.ts'

const [WIDTH, HEIGHT] = [40, 56]
let grey: Buffer
let colour: Buffer
let ink: Buffer
let waiting: Buffer

beforeAll(async () => {
  const plain = () => sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#caa' } })
  grey = await plain().greyscale().toColourspace('b-w').jpeg().toBuffer()
  colour = await plain().jpeg().toBuffer()
  ink = await plain().toColourspace('cmyk').jpeg().toBuffer()
  waiting = await plain().jpeg({ progressive: true }).toBuffer()
})

type Entry = string | number | readonly (string | number | object)[] | object | null

/** What stands under the name P in a page's resources; `more` changes its entries, null takes one away. */
const held = async (bytes: Uint8Array, more: Readonly<Record<string, Entry>> = {}): Promise<PDFDict> => {
  const { context } = await PDFDocument.create()
  const entries = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: WIDTH,
    Height: HEIGHT,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    ...more,
  }
  const kept = Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null))
  const pictures = context.obj({})
  pictures.set(PDFName.of('P'), context.register(context.stream(Uint8Array.from(bytes), kept as never)))
  return pictures
}
const taken = async (bytes: Uint8Array, more?: Readonly<Record<string, Entry>>) => jpegOf(await held(bytes, more), 'P')

describe('a JPEG in a PDF is taken as it stands', () => {
  it.each([
    ['in colour', () => colour, {}],
    ['grey', () => grey, { ColorSpace: 'DeviceGray' }],
    ['written to show while it loads', () => waiting, {}],
    ['with its packing told as a list of one', () => colour, { Filter: ['DCTDecode'] }],
    ['with a hint how to smooth it', () => colour, { Interpolate: true as unknown as object }],
  ])('%s', async (_what, bytes, more) => {
    expect(await taken(bytes(), more)).toEqual({ bytes: new Uint8Array(bytes()), width: WIDTH, height: HEIGHT })
  })

  it.each([
    [3, () => colour],
    [1, () => grey],
  ])('in a measured colour space of %i', async (colours, bytes) => {
    const pictures = await held(bytes())
    const stream = pictures.lookup(PDFName.of('P'))
    if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
    const profile = PDFRawStream.of(PDFDict.withContext(pictures.context), new Uint8Array())
    profile.dict.set(PDFName.of('N'), PDFNumber.of(colours))
    const space = PDFArray.withContext(pictures.context)
    space.push(PDFName.of('ICCBased'))
    space.push(pictures.context.register(profile))
    stream.dict.set(PDFName.of('ColorSpace'), space)
    expect(jpegOf(pictures, 'P')).toMatchObject({ width: WIDTH })
    profile.dict.set(PDFName.of('N'), PDFNumber.of(4 - colours))
    expect(jpegOf(pictures, 'P')).toBeNull()
  })
})

describe('a picture is left to the drawing program', () => {
  it.each<[string, () => Uint8Array, Readonly<Record<string, Entry>>]>([
    ['that is for printing inks', () => ink, { ColorSpace: 'DeviceCMYK' }],
    ['whose colours are not those it is said to have', () => grey, {}],
    ['whose colour space is a table', () => colour, { ColorSpace: ['Indexed', 'DeviceRGB', 255, 'x'] }],
    ['whose colour profile is no profile', () => colour, { ColorSpace: ['ICCBased', 3] }],
    ['without a colour space', () => colour, { ColorSpace: null }],
    ['that is no picture', () => colour, { Subtype: 'Form' }],
    ['packed in two ways', () => colour, { Filter: ['FlateDecode', 'DCTDecode'] }],
    ['without a packing', () => colour, { Filter: null }],
    ['said to be a pixel narrower', () => colour, { Width: WIDTH - 1 }],
    ['said to be a pixel wider', () => colour, { Width: WIDTH + 1 }],
    ['said to be a pixel higher', () => colour, { Height: HEIGHT + 1 }],
    ['with a mask of its own', () => colour, { SMask: 5 }],
    ['that is itself a mask', () => colour, { ImageMask: true as unknown as object }],
    ['that lies in another file', () => colour, { F: 'elsewhere.jpg' }],
    ['of which the header claims a size of its own', () => resized(colour, 30_000, 30_000), {}],
    ['without its first bytes', () => colour.subarray(2), {}],
    ['that is all header and no picture', () => colour.subarray(0, 2), {}],
    ['that is empty', () => new Uint8Array(), {}],
  ])('%s', async (_what, bytes, more) => {
    expect(await taken(bytes(), more)).toBeNull()
  })

  it('under a name that the page has not', async () => {
    expect(jpegOf(await held(colour), 'Q')).toBeNull()
    expect(jpegOf(undefined, 'P')).toBeNull()
  })

  it.each(['Width', 'Height'])('of which %s is not said, by an error that its caller knows', async name => {
    await expect(taken(colour, { [name]: null })).rejects.toThrow(/PDFNumber/)
  })

  it('with twelve bits to a colour', async () => {
    const deep = Buffer.from(colour)
    deep[frameAt(deep) + 4] = 12
    expect(await taken(deep)).toBeNull()
  })

  it('whose pixels begin before its size is told', async () => {
    const scan = Buffer.from([0xff, 0xda, 0, 2])
    const early = Buffer.concat([colour.subarray(0, 2), scan, colour.subarray(2)])
    expect(await taken(early)).toBeNull()
  })
})

describe('a damaged JPEG', () => {
  it('cut off before the end of its size is left, and after it taken: never anything else', async () => {
    const told = frameAt(colour) + 10
    await fc.assert(
      fc.asyncProperty(fc.nat(colour.length), async end => {
        const found = await taken(colour.subarray(0, end))
        if (end < told) expect(found).toBeNull()
        else if (end > told) expect(found?.bytes).toHaveLength(end)
      }),
    )
  })

  it('with any bytes in its head is taken only at the size that the PDF says, and reading it ends', async () => {
    const change = fc.tuple(fc.nat(frameAt(colour) + 12), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
        const bytes = Buffer.from(colour)
        for (const [place, value] of changes) bytes[place] = value
        const found = await taken(bytes)
        if (found !== null) expect([found.width, found.height]).toEqual([WIDTH, HEIGHT])
      }),
      { numRuns: 300 },
    )
  })

  it.each([0, 1, 2, 0xff_ff])('whose first piece says that it is %i bytes long is read to an end', async length => {
    const bytes = Buffer.from(colour)
    bytes.writeUInt16BE(length, 4)
    expect(await taken(bytes)).toBeNull()
  })

  it('of a megabyte of markers without lengths is read to an end', async () => {
    const bytes = Buffer.alloc(1_000_000, 0xff)
    bytes[1] = 0xd8
    expect(await taken(bytes)).toBeNull()
    for (let at = 2; at + 4 <= bytes.length; at += 4) bytes.writeUInt32BE(0xffe00000, at)
    expect(await taken(bytes)).toBeNull()
  })
})
