import PDFDocument from 'pdfkit'

interface About {
  /** Of the form, never of a person. */
  title: string
  /** ISO instant; the same instant and the same drawing give the same bytes. */
  createdAt: string
}

/**
 * An empty tagged PDF 1.7 that says it is PDF/A-2b. pdfkit writes the XMP packet and the sRGB output intent; we embed every
 * font, use only opaque device colours and no scripts, files or links. What is checked is in test/documents/archive.test.ts:
 * veraPDF was not at hand, so no validator has confirmed it.
 */
export function emptyPdf({ title, createdAt }: About): PDFKit.PDFDocument {
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
    subset: 'PDF/A-2b',
    info: { Title: title, Creator: '開示デスク', Producer: '開示デスク', CreationDate: at, ModDate: at },
  })
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

/** The bytes, once everything is drawn. */
export function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', chunk => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    doc.end()
  })
}
