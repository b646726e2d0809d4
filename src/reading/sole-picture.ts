import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { type EmbeddedJpeg, jpegOf } from './embedded-jpeg.ts'
import { MOST_PIXELS } from './picture.ts'
import { placedOnce, quarterTurn, SLACK } from './picture-place.ts'

/** A page as a scanner with a feeder writes it: one JPEG that fills it, and nothing else. */
export interface SolePicture {
  readonly jpeg: EmbeddedJpeg
  /** degrees clockwise by which the picture is turned to stand as the page is seen */
  readonly turn: number
  /** points, as the page is seen */
  readonly width: number
  readonly height: number
}

const MOST_DRAWING = 4_000
const TURNS = [0, 90, 180, 270]

/**
 * The picture that a page consists of; null where anything else is, or may be, on it: then the page has to be drawn.
 * Taking the picture shows what drawing the page would show, in a tenth of the time.
 */
export const solePicture = (page: PDFPage): SolePicture | null => {
  try {
    const { node } = page
    if ((node.Annots()?.size() ?? 0) > 0 || node.has(PDFName.of('UserUnit'))) return null
    const [media, crop] = [page.getMediaBox(), page.getCropBox()]
    if ((['x', 'y', 'width', 'height'] as const).some(side => Math.abs(media[side] - crop[side]) > SLACK)) return null
    const turned = ((page.getRotation().angle % 360) + 360) % 360
    const placed = placedOnce(drawingOf(page))
    const lies = placed && quarterTurn(placed.matrix, media)
    const jpeg = placed && jpegOf(node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict), placed.name)
    if (lies === null || !jpeg || !TURNS.includes(turned)) return null
    const [width, height] = turned % 180 === 0 ? [media.width, media.height] : [media.height, media.width]
    return { jpeg, turn: (lies + turned) % 360, width, height }
  } catch {
    // pdf-lib throws on whatever it does not expect; the page is not of the simple kind.
    return null
  }
}

/** Its own pixels, counted along the page as it is seen. */
export const pixelsOf = ({ jpeg, turn }: SolePicture): { across: number; down: number } =>
  turn % 180 === 0 ? { across: jpeg.width, down: jpeg.height } : { across: jpeg.height, down: jpeg.width }

/** Decoded to so many pixels, standing as the page is seen. Rejects when a decoder finds the JPEG broken. */
export const upright = async (sole: SolePicture, size: { across: number; down: number }): Promise<Sharp> => {
  const { jpeg, turn } = sole
  // A viewer heeds neither the profile nor the orientation that are written in the JPEG itself.
  const decoded = sharp(jpeg.bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', ignoreIcc: true })
  const [width, height] = turn % 180 === 0 ? [size.across, size.down] : [size.down, size.across]
  const asIs = width === jpeg.width && height === jpeg.height
  const fitted = asIs ? decoded : decoded.resize({ width, height, fit: 'fill' })
  if (turn === 0) return fitted
  const { data, info } = await fitted.raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).rotate(turn)
}

/** The page's own program; empty where it is too long to be of the simple kind. */
const drawingOf = (page: PDFPage): string => {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map(each => page.doc.context.lookup(each)) : [contents]
  const texts = streams.map(stream => {
    if (!(stream instanceof PDFRawStream) || stream.contents.length > MOST_DRAWING) return '?'
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  })
  const text = texts.join('\n')
  return text.length > MOST_DRAWING ? '' : text
}
