import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { LONGEST_SIDE, MOST_PIXELS, type Picture, picture } from './picture.ts'
import { pixelsOf, type SolePicture, solePicture, upright } from './sole-picture.ts'

const POINTS_PER_INCH = 72
const DPI = 200
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string) => `${join(home, name)}/`

/** Pages of a PDF as pictures, one at a time, so that only one is in memory. Throws what pdfjs throws. */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<Picture> {
  const soles = await solesOf(bytes)
  const drawing = drawingOf(bytes)
  try {
    const pages = soles?.length ?? (await drawing.document()).numPages
    for (let number = 1; number <= pages; number++) {
      const sole = soles?.[number - 1]
      yield (sole && (await taken(sole))) ?? (await drawing.page(number))
    }
  } finally {
    await drawing.end()
  }
}

/** For each page its only picture, or null. Null for a file that only pdfjs can open. */
const solesOf = async (bytes: Uint8Array): Promise<(SolePicture | null)[] | null> => {
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPages().map(solePicture)
  } catch {
    return null
  }
}

const taken = (sole: SolePicture): Promise<Picture | null> =>
  upright(sole, isFit(sole) ? pixelsOf(sole) : sizeOf(sole))
    .then(picture)
    .catch(() => null)

/** Whether its own pixels will do: about as many as a drawing would have, and about as wide as they are high. */
const isFit = (sole: SolePicture): boolean => {
  const [own, ideal] = [pixelsOf(sole), sizeOf(sole)]
  const [x, y] = [own.across / ideal.across, own.down / ideal.down]
  return x > 0.7 && Math.max(own.across, own.down) <= LONGEST_SIDE && Math.abs(x / y - 1) < 0.03
}

const sizeOf = ({ width, height }: { width: number; height: number }) => {
  const scale = Math.min(DPI / POINTS_PER_INCH, LONGEST_SIDE / Math.max(width, height))
  return { scale, across: Math.max(1, Math.round(width * scale)), down: Math.max(1, Math.round(height * scale)) }
}

/** pdfjs on a file, started with the first page that needs it. */
const drawingOf = (bytes: Uint8Array) => {
  let end = async () => {}
  let opened: Promise<PDFDocumentProxy> | undefined
  const open = async () => {
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
    end = () => loading.destroy()
    return loading.promise
  }
  const document = () => {
    opened ??= open()
    return opened
  }
  return {
    document,
    async page(number: number): Promise<Picture> {
      const page = await (await document()).getPage(number)
      const picture = await drawn(page)
      page.cleanup()
      return picture
    },
    end: () => end(),
  }
}

const drawn = async (page: PDFPageProxy): Promise<Picture> => {
  const { scale, across, down } = sizeOf(page.getViewport({ scale: 1 }))
  const canvas = createCanvas(across, down)
  const context = canvas.getContext('2d')
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport: page.getViewport({ scale }),
    background: '#ffffff',
  }).promise
  const grey = greyOf(context.getImageData(0, 0, across, down).data)
  // Its pixels lie outside of the heap: the collector would let hundreds of megabytes wait.
  canvas.width = 1
  canvas.height = 1
  return { width: across, height: down, grey }
}

/** Brightness as the eye takes it (ITU-R BT.601). */
const greyOf = (rgba: Uint8ClampedArray): Uint8Array => {
  const grey = new Uint8Array(rgba.length / 4)
  for (let at = 0; at < grey.length; at++)
    grey[at] = 0.299 * (rgba[at * 4] ?? 0) + 0.587 * (rgba[at * 4 + 1] ?? 0) + 0.114 * (rgba[at * 4 + 2] ?? 0)
  return grey
}
