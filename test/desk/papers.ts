import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import PdfKit from 'pdfkit'
import sharp from 'sharp'

/** Made-up scans: good ones, and such as should not come in. */
export const CANARY = 'CANARY-7f3a-yoshino-hanako'

export const pdf = async (
  change: (document: PDFDocument) => void | Promise<void> = () => undefined,
): Promise<Buffer> => {
  const document = await PDFDocument.create()
  document.addPage([595, 842]).drawText(CANARY)
  document.addPage([595, 842])
  await change(document)
  return Buffer.from(await document.save())
}

/** With object streams (pdf-lib's habit), so that a search in the bytes finds nothing of it. */
export const pdfWithAction = (action: Record<string, unknown>) =>
  pdf(document => {
    const { context, catalog } = document
    catalog.set(PDFName.of('OpenAction'), context.register(context.obj(action as Parameters<typeof context.obj>[0])))
  })

export const javaScript = () => pdfWithAction({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
export const launch = () => pdfWithAction({ S: 'Launch', F: PDFString.of('calc.exe') })
export const attached = () => pdf(document => document.attach(Buffer.from('MZ'), 'invoice.exe'))

export const encryptedPdf = (options: PDFKit.PDFDocumentOptions = { userPassword: 'secret' }): Promise<Buffer> =>
  new Promise(done => {
    const parts: Buffer[] = []
    const document = new PdfKit(options)
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    document.text('locked')
    document.end()
  })

const plain = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })

export const jpeg = () => plain().jpeg().toBuffer()
export const png = () => plain().png().toBuffer()

/** With place and device as a telephone writes them, lying on its side, and a script behind the end. */
export const talkativeJpeg = async () =>
  Buffer.concat([
    await plain()
      .withExif({
        IFD0: { Make: CANARY, Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 41/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
    Buffer.from(`<script>alert('${CANARY}')</script>`),
  ])

export const bomb = () => plain(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()

/** An object stream of a few kilobytes that unpacks to a hundred megabytes. */
export const pdfBomb = (): Buffer => {
  const packed = deflateSync(Buffer.alloc(100 * 1024 * 1024, 0x20))
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n',
    ),
    Buffer.from(`3 0 obj\n<</Type/Obj#53tm/N 1/First 5/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n'),
  ])
}
