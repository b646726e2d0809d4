import sharp from 'sharp'
import { pixelsOf, type SolePicture, upright } from '../reading/sole-picture.ts'
import { type OpenPage, release } from './open-pdf.ts'

/** One byte a channel, row by row from the upper left; opaque. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly data: Buffer
}

/** The page drawn as a viewer would; the bitmap is given back at once. */
export const drawnPixels = async (page: OpenPage, dpi: number): Promise<Pixels> => {
  const canvas = await page.draw(dpi)
  const { width, height } = canvas
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data
  release(canvas)
  const data = Buffer.alloc(width * height * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    data[to] = rgba[from] ?? 0
    data[to + 1] = rgba[from + 1] ?? 0
    data[to + 2] = rgba[from + 2] ?? 0
  }
  return { width, height, channels: 3, data }
}

/** The pixels of a page's only picture, no more than about so many to the inch; null where the JPEG is broken. */
export const solePixels = async (sole: SolePicture, dpi: number): Promise<Pixels | null> => {
  const own = pixelsOf(sole)
  const most = { across: Math.ceil((sole.width * dpi) / 72), down: Math.ceil((sole.height * dpi) / 72) }
  const fits = own.across <= most.across * SPARE && own.down <= most.down * SPARE
  try {
    const drawing = (await upright(sole, fits ? own : most)).removeAlpha().raw()
    const { data, info } = await drawing.toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return channels === 1 || channels === 3 ? { width, height, channels, data } : null
  } catch {
    return null
  }
}
/** A little finer than asked for is not worth blurring it. */
const SPARE = 1.15

/** A JPEG of it to look at; null where it cannot be decoded. */
export const solePreview = async (sole: SolePicture, dpi: number): Promise<Buffer | null> => {
  const pixels = await solePixels(sole, dpi)
  if (pixels === null) return null
  const { data, width, height, channels } = pixels
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 80 }).toBuffer()
}
