import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { PdfBytes } from './pdf-bytes.ts'
import { type PdfObject, type PdfObjects, pointer, Verbatim } from './pdf-objects.ts'

export interface About {
  /** Of the form, never of a person. */
  title: string
  /** ISO instant; the same instant and the same drawing give the same bytes. */
  createdAt: string
  /** false: for printing only, with pages of others among them; it does not say that it is PDF/A. */
  archive?: boolean
}

/**
 * An empty tagged PDF 1.7 that says it is PDF/A-2b. pdfkit writes the XMP packet and the sRGB output intent; we embed every
 * font, use only opaque device colours and no scripts, files or links. Held by test/documents/archive.test.ts; Apache PDFBox
 * Preflight (test/documents/preflight.ts) finds in every paper only what PDF/A-1 asks beyond part 2. veraPDF was not at hand.
 */
export function emptyPdf({ title, createdAt, archive = true }: About): PDFKit.PDFDocument {
  const at = new Date(createdAt)
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    // pdfkit opens Helvetica unless told not to; its types know only strings.
    font: null as unknown as string,
    lang: 'ja-JP',
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    ...(archive && { subset: 'PDF/A-2b' as const }),
    info: { Title: title, Creator: '開示デスク', Producer: '開示デスク', CreationDate: at, ModDate: at },
  })
  collect(doc)
  // The same profile in every file: compressed once.
  ;(doc as unknown as Written)._addColorOutputIntent = () => outputIntent(doc as unknown as Written)
  appendTo(doc, `${at.toISOString().slice(0, 19)}Z`)
  return doc
}

function appendTo(doc: PDFKit.PDFDocument, at: string): void {
  const metadata = doc as unknown as { appendXML(xml: string): void }
  metadata.appendXML(
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${at}</xmp:ModifyDate></rdf:Description>`,
  )
  metadata.appendXML(
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language></rdf:Description>',
  )
}

/** pdfkit's document, as far as we drive it. */
interface Written extends PdfObjects {
  readonly _id: Uint8Array
  readonly _info: PdfObject
  _root: PdfObject & { data: Record<string, unknown> & { Pages: { data: { Kids: unknown[] } } } }
  _addColorOutputIntent(): void
  _finalize(): void
}

const written = new WeakMap<PDFKit.PDFDocument, PdfBytes>()

/** pdfkit's stream costs as much as the drawing, and all is there at once anyway. */
function collect(doc: PDFKit.PDFDocument): void {
  const bytes = new PdfBytes()
  written.set(doc, bytes)
  const inside = doc as unknown as Written
  const begun = doc.read() as Buffer
  bytes.write(begun)
  inside._write = data => {
    inside._offset += bytes.write(data)
  }
  inside._finalize = () => inside._write(endOf(inside))
}

/** Table of all objects and trailer (ISO 32000-1, 7.5.4 and 7.5.5), in one piece. */
function endOf({ _offset: from, _offsets: offsets, _root: root, _info: info, _id: id }: Written): string {
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const name = `<${Buffer.from(id).toString('hex')}>`
  const size = offsets.length + 1
  const trailer = `<<\n/Size ${size}\n/Root ${pointer(root)}\n/Info ${pointer(info)}\n/ID [${name} ${name}]\n>>`
  return `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n${trailer}\nstartxref\n${from}\n%%EOF`
}

let deflated: Buffer | null = null

function profile(): Buffer {
  if (deflated) return deflated
  const folder = dirname(createRequire(import.meta.url).resolve('pdfkit'))
  deflated = deflateSync(readFileSync(join(folder, 'data/sRGB_IEC61966_2_1.icc')))
  return deflated
}

function outputIntent(doc: Written): void {
  const destination: PdfObject = doc.ref({ Filter: 'FlateDecode', N: 3 })
  destination.end(profile())
  const name = '(sRGB IEC61966-2.1)'
  const intent = doc.ref(
    new Verbatim(
      `<<\n/Type /OutputIntent\n/S /GTS_PDFA1\n/Info ${name}\n/OutputConditionIdentifier ${name}\n/DestOutputProfile ${pointer(destination)}\n>>`,
    ),
  )
  intent.end()
  doc._root.data.OutputIntents = [intent]
}

export function lastPagesFirst(doc: PDFKit.PDFDocument, count: number): void {
  const pages = (doc as unknown as Written)._root.data.Pages.data
  pages.Kids = [...pages.Kids.slice(-count), ...pages.Kids.slice(0, -count)]
}

/** The bytes, once everything is drawn. */
export function bytesOf(doc: PDFKit.PDFDocument): Buffer {
  const bytes = written.get(doc)
  if (bytes === undefined) throw new Error('not a file that emptyPdf began')
  doc.end()
  return bytes.take()
}
