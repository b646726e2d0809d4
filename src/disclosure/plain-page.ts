import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'

/** What says something of the file rather than showing it; removed from everything that is taken over. */
const TALKATIVE = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AA',
  'AF',
  'Alternates',
  'OPI',
  'StructParents',
  'StructParent',
]

/**
 * Whether a page shows all that is in it. Where something is cut off, laid over or switched off, only a picture of the page
 * is sure to hold no more than what the clerk has seen.
 */
export const isPlain = (page: PDFPage): boolean => {
  try {
    return showsAll(page)
  } catch {
    // pdf-lib throws on boxes and units that are missing or none; what draws the page has a way with them.
    return false
  }
}

const showsAll = (page: PDFPage): boolean => {
  const { node } = page
  if (page.doc.catalog.has(PDFName.of('OCProperties'))) return false
  if ((node.Annots()?.size() ?? 0) > 0) return false
  if ((node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1) !== 1) return false
  if (page.getRotation().angle % 90 !== 0 || !isReadable(page)) return false
  const [media, crop] = [page.getMediaBox(), page.getCropBox()]
  // A box may be told from any corner (ISO 32000-2 §7.9.5) and begin anywhere. pdf-lib places a page as if it began at nought,
  // and so would cut off what is seen and show what is not.
  if (media.width <= 0 || media.height <= 0 || Math.abs(media.x) > 0.5 || Math.abs(media.y) > 0.5) return false
  return (['x', 'y', 'width', 'height'] as const).every(side => Math.abs(media[side] - crop[side]) < 0.5)
}

/** Whether pdf-lib can unpack the page's drawing, which it has to do to place it on another. */
const isReadable = (page: PDFPage): boolean => {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map(each => page.doc.context.lookup(each)) : [contents]
  try {
    for (const stream of streams) if (stream instanceof PDFRawStream) decodePDFRawStream(stream).decode()
    // A piece that is named and not there stops pdf-lib; a viewer passes over it.
    return contents === undefined || streams.every(stream => stream instanceof PDFRawStream)
  } catch {
    return false
  }
}

/** Strips every object of a source file of what it tells about its making. */
export const silence = (document: PDFDocument): void => {
  for (const [, object] of document.context.enumerateIndirectObjects()) hush(object)
}

const hush = (object: PDFObject): void => {
  if (object instanceof PDFStream) hush(object.dict)
  else if (object instanceof PDFArray) object.asArray().forEach(hush)
  else if (object instanceof PDFDict) {
    for (const key of TALKATIVE) object.delete(PDFName.of(key))
    object.values().forEach(hush)
  }
}
