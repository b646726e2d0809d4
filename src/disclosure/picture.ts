import { deflateSync } from 'node:zlib'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import sharp from 'sharp'
import type { Box } from '../domain/package.ts'
import type { SolePicture } from '../reading/sole-picture.ts'
import { PackageRefused } from './fault.ts'
import type { OpenPage } from './open-pdf.ts'
import { drawnPixels, type Pixels, solePixels } from './pixels.ts'

const DPI = 200

/** A page as it is seen, boxes painted into its pixels: nothing else of the page is kept. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
  readonly dictionary: Record<string, string | number>
}

/**
 * `sole`: the JPEG of which the page consists, if it does. `number`: the page's number in the package, for the refusal.
 * Throws PackageRefused for a box that covers nothing.
 */
export const pictureOf = async (
  page: OpenPage,
  sole: SolePicture | null,
  boxes: readonly Box[],
  number: number,
): Promise<Picture> => {
  for (const box of boxes)
    if (box.x >= page.width || box.y >= page.height) throw new PackageRefused({ fault: 'box_outside', page: number })
  const pixels = (sole && (await solePixels(sole, DPI))) ?? (await drawnPixels(page, DPI))
  paint(pixels, page, boxes)
  return packed(pixels, sole !== null)
}

const paint = ({ width, height, channels, data }: Pixels, page: OpenPage, boxes: readonly Box[]): void => {
  const across = width / page.width
  const down = height / page.height
  for (const { x, y, w, h } of boxes) {
    // Whole pixels: a half-covered edge would let the ink shine through.
    const [left, right] = [Math.floor(x * across), Math.min(width, Math.ceil((x + w) * across))]
    const [top, bottom] = [Math.floor(y * down), Math.min(height, Math.ceil((y + h) * down))]
    for (let row = top; row < bottom; row++)
      data.fill(0, (row * width + left) * channels, (row * width + right) * channels)
  }
}

/** Grey pages in sixteen greys or as JPEG, whichever is smaller; coloured ones, and what was a JPEG, as JPEG. */
const packed = async (pixels: Pixels, photographed: boolean): Promise<Picture> => {
  const { width, height, channels, data } = pixels
  const grey = isGrey(pixels)
  const raw = sharp(data, { raw: { width, height, channels } })
  const jpeg = await raw
    .toColourspace(grey ? 'b-w' : 'srgb')
    .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const shared = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
  const lossless = grey && !photographed ? deflateSync(sixteenGreys(pixels)) : null
  if (lossless !== null && lossless.length <= jpeg.length) {
    const dictionary = { ...shared, ColorSpace: 'DeviceGray', BitsPerComponent: 4, Filter: 'FlateDecode' }
    return { width, height, bytes: lossless, dictionary }
  }
  const ColorSpace = grey ? 'DeviceGray' : 'DeviceRGB'
  return { width, height, bytes: jpeg, dictionary: { ...shared, ColorSpace, BitsPerComponent: 8, Filter: 'DCTDecode' } }
}

const isGrey = ({ data, channels }: Pixels): boolean => {
  if (channels === 1) return true
  for (let at = 0; at < data.length; at += channels) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]]
    if (Math.abs(r - g) > 8 || Math.abs(g - b) > 8) return false
  }
  return true
}

const sixteenGreys = ({ width, height, channels, data }: Pixels): Buffer => {
  const stride = Math.ceil(width / 2)
  const rows = Buffer.alloc(stride * height)
  const green = channels === 1 ? 0 : 1
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = Math.round((data[(y * width + x) * channels + green] ?? 0) / 17)
      const at = y * stride + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  return rows
}

export const embedPicture = ({ context }: PDFDocument, { bytes, dictionary }: Picture): PDFRef =>
  context.register(context.stream(bytes, dictionary))
