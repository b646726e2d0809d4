import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'

export interface PageImage {
  width: number
  height: number
  /** One byte a pixel, 255 is paper. */
  grey: Uint8Array
}

/** The pages as a reader sees them, small and grey. */
export async function imagesOf(pdf: Buffer, dpi: number): Promise<PageImage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const images: PageImage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: dpi / 72 })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    // pdf.js draws on any canvas; its types know only the browser's.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: 'white' }).promise
    const { width, height } = canvas
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
    const grey = Uint8Array.from({ length: width * height }, (_, at) =>
      Math.round(0.3 * (data[at * 4] ?? 0) + 0.59 * (data[at * 4 + 1] ?? 0) + 0.11 * (data[at * 4 + 2] ?? 0)),
    )
    images.push({ width, height, grey })
  }
  await document.loadingTask.destroy()
  return images
}

/** Sixteen greys are enough to see by, and keep the files small. */
export const pngOf = ({ width, height, grey }: PageImage): Promise<Buffer> =>
  sharp(Buffer.from(grey), { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 16, compressionLevel: 9, effort: 10 })
    .toBuffer()

export async function readPng(file: Buffer): Promise<PageImage> {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, grey: new Uint8Array(data.buffer, data.byteOffset, data.length) }
}

/** The share of small squares (5 × 5 pixels) whose mean differs by more than a hair's breadth of ink; 1 for other sizes. */
export function difference(one: PageImage, other: PageImage): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  const side = 5
  let squares = 0
  let apart = 0
  for (let y = 0; y + side <= one.height; y += side) {
    for (let x = 0; x + side <= one.width; x += side) {
      let sum = 0
      for (let row = 0; row < side; row++) {
        const at = (y + row) * one.width + x
        for (let column = 0; column < side; column++)
          sum += (one.grey[at + column] ?? 0) - (other.grey[at + column] ?? 0)
      }
      squares++
      if (Math.abs(sum) / (side * side) > 14) apart++
    }
  }
  return apart / squares
}
