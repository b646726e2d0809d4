/** A PDF of these pages alone (counted from 1), in this order, each as it was. `bytes` must have passed `checkScan`. */
export const pagesOnly = async (bytes: Buffer, pages: readonly number[]): Promise<Buffer> => {
  const { PDFDocument } = await import('pdf-lib')
  const [whole, part] = [await PDFDocument.load(bytes, { updateMetadata: false }), await PDFDocument.create()]
  const copied = await part.copyPages(
    whole,
    pages.map(page => page - 1),
  )
  for (const page of copied) part.addPage(page)
  return Buffer.from(await part.save({ useObjectStreams: false }))
}
