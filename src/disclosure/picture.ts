import { deflateSync } from 'node:zlib'
import type { Canvas } from '@napi-rs/canvas'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import sharp from 'sharp'
import type { Box } from '../domain/package.ts'
import { PackageRefused } from './fault.ts'
import { type OpenPage, release } from './open-pdf.ts'

const DPI = 200
const BLACK = '#000000'

/** A page as it is seen, boxes painted into its pixels: nothing else of the page is kept. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
  readonly dictionary: Record<string, string | number>
}

/** `number`: the page's number in the package, for the refusal. Throws PackageRefused for a box that covers nothing. */
export const pictureOf = async (page: OpenPage, boxes: readonly Box[], number: number): Promise<Picture> => {
  for (const box of boxes)
    if (box.x >= page.width || box.y >= page.height) throw new PackageRefused({ fault: 'box_outside', page: number })
  const canvas = await page.draw(DPI)
  paint(canvas, page, boxes)
  return packed(canvas)
}

const paint = (canvas: Canvas, page: OpenPage, boxes: readonly Box[]): void => {
  const brush = canvas.getContext('2d')
  const across = canvas.width / page.width
  const down = canvas.height / page.height
  brush.setTransform(1, 0, 0, 1, 0, 0)
  brush.globalAlpha = 1
  brush.globalCompositeOperation = 'source-over'
  brush.fillStyle = BLACK
  for (const { x, y, w, h } of boxes) {
    const left = Math.floor(x * across)
    const top = Math.floor(y * down)
    // Whole pixels: a half-covered edge would let the ink shine through.
    brush.fillRect(left, top, Math.ceil((x + w) * across) - left, Math.ceil((y + h) * down) - top)
  }
}

/** Grey pages in sixteen greys or as JPEG, whichever is smaller; coloured ones as JPEG. */
const packed = async (canvas: Canvas): Promise<Picture> => {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  release(canvas)
  const grey = isGrey(data)
  const raw = sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })
  const flat = raw.removeAlpha()
  const jpeg = await (grey ? flat.toColourspace('b-w') : flat)
    .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const shared = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
  const lossless = grey ? deflateSync(sixteenGreys(data, width, height)) : null
  if (lossless !== null && lossless.length <= jpeg.length) {
    const dictionary = { ...shared, ColorSpace: 'DeviceGray', BitsPerComponent: 4, Filter: 'FlateDecode' }
    return { width, height, bytes: lossless, dictionary }
  }
  const ColorSpace = grey ? 'DeviceGray' : 'DeviceRGB'
  return { width, height, bytes: jpeg, dictionary: { ...shared, ColorSpace, BitsPerComponent: 8, Filter: 'DCTDecode' } }
}

const isGrey = (data: Uint8ClampedArray): boolean => {
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]]
    if (Math.abs(r - g) > 8 || Math.abs(g - b) > 8) return false
  }
  return true
}

const sixteenGreys = (data: Uint8ClampedArray, width: number, height: number): Buffer => {
  const stride = Math.ceil(width / 2)
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = Math.round((data[(y * width + x) * 4 + 1] ?? 0) / 17)
      const at = y * stride + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  return rows
}

export const embedPicture = ({ context }: PDFDocument, { bytes, dictionary }: Picture): PDFRef =>
  context.register(context.stream(bytes, dictionary))
