import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from 'pdf-lib'

/** Deletes what no page shows and no one refers to: copied pages leave their annotations, thumbnails and old contents behind. */
export const sweep = ({ context }: PDFDocument): void => {
  const { Root, Info, ID } = context.trailerInfo
  const waiting: (PDFObject | undefined)[] = [Root, Info, ID]
  const reached = new Set<PDFRef>()
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFDict) waiting.push(...object.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
  context.largestObjectNumber = Math.max(0, ...[...reached].map(ref => ref.objectNumber))
}
