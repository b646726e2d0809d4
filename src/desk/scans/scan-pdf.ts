import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from 'pdf-lib'
import { unpacksWithin } from '../pdf-bomb.ts'
import type { Scan, ScanFault } from './scan.ts'

const MOST_PAGES = 500
const MOST_UNPACKED = 64 * 1024 * 1024

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
  if (!unpacksWithin(bytes, MOST_UNPACKED)) return lockedOrBroken(bytes)
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
  } catch {
    // pdf-lib reports a malformed file by many kinds of error; an encrypted one may fail before it is known to be that.
    return lockedOrBroken(bytes)
  }
}

const lockedOrBroken = (bytes: Buffer): ScanFault => (bytes.includes('/Encrypt') ? 'file_locked' : 'file_broken')

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
