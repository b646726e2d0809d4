import { inflateSync } from 'node:zlib'
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFStream,
} from 'pdf-lib'
import type { Scan, ScanFault } from './scan.ts'

const MOST_PAGES = 500
const MOST_INFLATED = 64 * 1024 * 1024

/** What runs, fetches, sends or carries other files (ISO 32000-2 §12.6.4, §7.11.4, §12.7.8); a scan has none of it. */
const ACTIVE = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'RichMedia',
  'RichMediaExecute',
  'EmbeddedFile',
  'EmbeddedFiles',
  'EF',
  'FileAttachment',
  'Movie',
  'Sound',
  'Screen',
  '3D',
  'XFA',
])
const NAMING = new Set(['S', 'Type', 'Subtype'])

/**
 * Checks every object, those in object streams too, and writes the document anew from exactly these: what readers would
 * take from an older revision, from a false cross-reference table or from behind the end is gone.
 */
export const checkPdf = async (bytes: Buffer): Promise<Scan | ScanFault> => {
  if (!bytes.subarray(-1024).includes('%%EOF')) return 'file_broken'
  if (!inflatesWithin(bytes, MOST_INFLATED)) return 'file_broken'
  try {
    const found = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fast,
    })
    const pages = found.getPageCount()
    if (pages < 1 || pages > MOST_PAGES) return 'file_broken'
    if (found.context.enumerateIndirectObjects().some(([, object]) => isActive(object))) return 'file_active'
    const clean = await found.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: 500,
    })
    return { type: 'application/pdf', bytes: Buffer.from(clean), pages }
  } catch (error) {
    // pdf-lib reports a malformed file by many kinds of error, RangeError and TypeError among them.
    return error instanceof EncryptedPDFError ? 'file_locked' : 'file_broken'
  }
}

const isActive = (object: PDFObject): boolean => {
  if (object instanceof PDFStream) return isActive(object.dict)
  if (object instanceof PDFArray) return object.asArray().some(isActive)
  if (!(object instanceof PDFDict)) return false
  return object.entries().some(([key, value]) => {
    const name = key.decodeText()
    if (NAMING.has(name)) return value instanceof PDFName && ACTIVE.has(value.decodeText())
    return ACTIVE.has(name) || isActive(value)
  })
}

/** pdf-lib unpacks object and cross-reference streams without a limit; a few kilobytes could fill the memory. */
const inflatesWithin = (bytes: Buffer, limit: number): boolean => {
  const text = bytes.toString('latin1')
  let left = limit
  let before = 0
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const head = text
      .slice(before, index)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    before = index
    if (!/\/(ObjStm|XRef)\b/.test(head)) continue
    if (/\/Filter\s*\[\s*\/\w+\s*\/|\/(LZW|RunLength|ASCIIHex|ASCII85)Decode/.test(head)) return false
    try {
      left -= inflateSync(bytes.subarray(index + keyword.length), { maxOutputLength: Math.max(left, 1) }).length
    } catch (error) {
      if (error instanceof RangeError) return false
    }
  }
  return left > 0
}
