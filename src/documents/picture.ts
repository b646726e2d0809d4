import { createHash } from 'node:crypto'
import type { Page } from './page-content.ts'
import { type PdfObject, type PdfObjects, pointer, Verbatim } from './pdf-objects.ts'

/** An opaque picture on paper. `png`: base64 of eight bits a colour, no alpha, not interlaced; width and height in mm. */
export interface Picture {
  readonly hash: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly png: string
}

export interface PngParts {
  readonly width: number
  readonly height: number
  /** what PDF takes as it stands: zlib with the predictors of PNG */
  readonly data: Buffer
}

const SIGNATURE = '89504e470d0a1a0a'

/** Size in pixels and compressed rows; null for what is no PNG of eight bits red, green and blue. */
export function pngParts(png: Buffer): PngParts | null {
  if (png.subarray(0, 8).toString('hex') !== SIGNATURE || png.length < 33) return null
  const [depth, colour, , , interlace] = png.subarray(24, 29)
  if (depth !== 8 || colour !== 2 || interlace !== 0) return null
  const rows: Buffer[] = []
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') rows.push(png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return rows.length === 0
    ? null
    : { width: png.readUInt32BE(16), height: png.readUInt32BE(20), data: Buffer.concat(rows) }
}

/** `width` in mm; the height follows from the pixels. Throws for what the import would not have let through. */
export function pictureOf(png: string, width: number, alt: string): Picture {
  const bytes = Buffer.from(png, 'base64')
  const parts = pngParts(bytes)
  if (parts === null) throw new RangeError('a picture of a letterhead is no plain PNG')
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { hash, width, height: (width * parts.height) / parts.width, alt, png }
}

/** pdfkit's document, as far as we drive it. */
interface Pictured extends PdfObjects {
  readonly page: Page & { readonly xobjects: Record<string, unknown> }
}

const written = new WeakMap<object, Map<string, PdfObject>>()

/** The picture's name on the current page; its bytes are written once for the file. */
export function pictureName(doc: PDFKit.PDFDocument, { hash, png }: Picture): string {
  const inside = doc as unknown as Pictured
  const known = written.get(doc) ?? new Map<string, PdfObject>()
  written.set(doc, known)
  let object = known.get(hash)
  if (object === undefined) {
    const parts = pngParts(Buffer.from(png, 'base64'))
    if (parts === null) throw new RangeError('a picture of a letterhead is no plain PNG')
    const { width, height, data } = parts
    object = inside.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
      DecodeParms: new Verbatim(`<< /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${width} >>`),
    })
    object.end(data)
    known.set(hash, object)
  }
  const name = `Im${hash.slice(0, 8)}`
  inside.page.xobjects[name] = new Verbatim(pointer(object))
  return name
}
