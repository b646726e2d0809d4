import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

const POINT = 72
const MM = POINT / 25.4
// A3 at 200 dpi is 7.7 million; what claims more is drawn coarser.
const MOST_PIXELS = 24_000_000
const home = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`

/** A run of text as it stands on the seen page: millimetres from the upper left. */
export interface TextRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface OpenPage {
  /** millimetres as seen: cropped and turned */
  readonly width: number
  readonly height: number
  draw(dpi: number): Promise<Canvas>
  runs(): Promise<TextRun[]>
}

export interface OpenPdf {
  readonly pages: number
  /** 1… */
  page(number: number): Promise<OpenPage>
  close(): Promise<void>
}

/** Reads a PDF as a viewer would; `password` where it is locked. Throws what pdf.js throws on a broken or locked file. */
export const openPdf = async (bytes: Uint8Array, password?: string): Promise<OpenPdf> => {
  const task = (await import('pdfjs-dist/legacy/build/pdf.mjs')).getDocument({
    // pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    ...(password !== undefined && { password }),
    cMapUrl: `${home}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}standard_fonts/`,
    wasmUrl: `${home}wasm/`,
    iccUrl: `${home}iccs/`,
    isEvalSupported: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  const document = await task.promise
  return {
    pages: document.numPages,
    page: async number => opened(await document.getPage(number)),
    close: () => task.destroy(),
  }
}

/** Its pixels lie outside of the heap: the collector would let hundreds of megabytes wait. */
export const release = (canvas: Canvas): void => {
  canvas.width = 1
  canvas.height = 1
}

const opened = (page: PDFPageProxy): OpenPage => {
  const seen = page.getViewport({ scale: 1 })
  return {
    width: seen.width / MM,
    height: seen.height / MM,
    async draw(dpi) {
      const most = Math.sqrt(MOST_PIXELS / (seen.width * seen.height))
      const viewport = page.getViewport({ scale: Math.min(dpi / POINT, most) })
      const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
      await page.render({ canvas: canvas as never, viewport }).promise
      page.cleanup()
      return canvas
    },
    async runs() {
      const { items, styles } = await page.getTextContent()
      return items.flatMap(item =>
        'str' in item && item.str !== '' ? [runOf(item, seen.transform, styles[item.fontName]?.vertical === true)] : [],
      )
    },
  }
}

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** The box of a run through the page's own matrix and then the viewer's (turning, cropping, y downwards). */
const runOf = ({ str, transform, width, height }: Item, view: readonly number[], down: boolean): TextRun => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const along = Math.hypot(a, b) || 1
  const up = Math.hypot(c, d) || 1
  const rise = height || up
  // Of a vertical font the origin is in the middle above the first character (ISO 32000-2 §9.7.4.3).
  const [left, right, low, high] = down ? [-width / 2, width / 2, -height, 0] : [0, width, -0.25 * rise, rise]
  const corners = [
    [left, low],
    [right, low],
    [left, high],
    [right, high],
  ].map(([s = 0, t = 0]) => seenAt(e + (a / along) * s + (c / up) * t, f + (b / along) * s + (d / up) * t, view))
  const xs = corners.map(corner => corner.x)
  const ys = corners.map(corner => corner.y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { text: str, x: x / MM, y: y / MM, w: (Math.max(...xs) - x) / MM, h: (Math.max(...ys) - y) / MM }
}

const seenAt = (x: number, y: number, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]) => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})
