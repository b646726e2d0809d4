import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist'
import { LONGEST_SIDE, MOST_PIXELS, type Picture } from './picture.ts'

const POINTS_PER_INCH = 72
const DPI = 200
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string) => `${join(home, name)}/`

/** Pages of a PDF as pictures, one at a time, so that only one is in memory. Throws what pdfjs throws. */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<Picture> {
  const loading = (await import('pdfjs-dist/legacy/build/pdf.mjs')).getDocument({
    // pdfjs takes the buffer away from whoever gives it.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: MOST_PIXELS,
    // Decoders of JBIG2 and JPEG 2000, and the standard fonts: from this machine.
    wasmUrl: folder('wasm'),
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    iccUrl: folder('iccs'),
  })
  try {
    const document = await loading.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      yield await drawn(page)
      page.cleanup()
    }
  } finally {
    await loading.destroy()
  }
}

const drawn = async (page: PDFPageProxy): Promise<Picture> => {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(DPI / POINTS_PER_INCH, LONGEST_SIDE / Math.max(width, height))
  const viewport = page.getViewport({ scale })
  const [across, down] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))]
  const canvas = createCanvas(across, down)
  const context = canvas.getContext('2d')
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    background: '#ffffff',
  }).promise
  return { width: across, height: down, grey: greyOf(context.getImageData(0, 0, across, down).data) }
}

/** Brightness as the eye takes it (ITU-R BT.601). */
const greyOf = (rgba: Uint8ClampedArray): Uint8Array =>
  new Uint8Array(rgba.length / 4).map(
    (_, at) => 0.299 * (rgba[at * 4] ?? 0) + 0.587 * (rgba[at * 4 + 1] ?? 0) + 0.114 * (rgba[at * 4 + 2] ?? 0),
  )
