import { spawnSync } from 'node:child_process'
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { type Definition, loadDefinitions } from '../../src/documents/definition.ts'
import { renderSheets } from '../../src/documents/render.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import type { Box, PackagePage } from '../../src/domain/package.ts'

/** Made-up papers with things hidden in every corner. */
export const NUMBER = caseNumber(2026, 1)
export const at = { number: NUMBER, letter: 'l1', sheet: 1 }
export const SECRET = 'Saburo Canary'
export const secrets = { text: SECRET, note: 'note-canary-81', meta: 'meta-canary-82', file: 'file-canary-83' }

let definitions: Map<string, Definition> | undefined
export const letterPdf = (): Promise<Buffer> => {
  definitions ??= loadDefinitions(new URL('../../forms', import.meta.url).pathname)
  const definition = definitions.get('disclosure-schedule')
  if (definition === undefined) throw new Error('forms/disclosure-schedule.yaml is not there')
  const items = [
    { no: '1', item: '【会員管理】' },
    { no: '1-1', item: '氏名', value: '山田花子' },
  ]
  const values = { number: NUMBER, documentNumber: `第${NUMBER}-1号`, summary: '1件', items }
  return renderSheets([{ definition, values, caseNumber: NUMBER, createdAt: '2026-11-21T03:00:00.000Z' }])
}

/** Two pages; the first says the secret at 20 mm from the left and 30 mm from the top, with an annotation, metadata and a file. */
export const talkativePdf = async (change?: (document: PDFDocument) => void): Promise<Buffer> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const mm = 72 / 25.4
  const page = document.addPage([595.28, 841.89])
  page.drawText(`Guarantor: ${SECRET}, 090`, { x: 20 * mm, y: 841.89 - 34 * mm, size: 12, font })
  page.drawText('Nothing to hide here', { x: 20 * mm, y: 841.89 - 60 * mm, size: 12, font })
  document.addPage([595.28, 841.89]).drawText('Second page', { x: 60, y: 700, size: 12, font })
  const { context } = document
  const note = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [50, 50, 70, 70] })
  note.set(PDFName.of('Contents'), PDFHexString.fromText(secrets.note))
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]))
  page.node.set(PDFName.of('Metadata'), context.register(context.flateStream(`<x>${secrets.meta}</x>`)))
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Word: { Private: PDFString.of(secrets.meta) } }))
  document.setTitle(secrets.meta)
  await document.attach(Buffer.from(secrets.file), 'list.txt')
  change?.(document)
  return Buffer.from(await document.save())
}

export const plainPdf = async (pages: number, size: [number, number] = [595.28, 841.89], turn = 0): Promise<Buffer> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let nth = 1; nth <= pages; nth++) {
    const page = document.addPage(size)
    page.drawText(`Sheet ${nth} top left`, { x: 30, y: size[1] - 40, size: 18, font })
    if (turn !== 0) page.node.set(PDFName.of('Rotate'), document.context.obj(turn))
  }
  return Buffer.from(await document.save())
}

export const photo = (type: 'png' | 'jpeg', width = 600, height = 400): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 180, g: 60, b: 40 } } })
    [type]()
    .toBuffer()

export const overSecret: Box = { x: 18, y: 27, w: 120, h: 10 }
export const page = (number: number, boxes: Box[] = [], picture = false): PackagePage => ({
  page: number,
  boxes,
  picture,
})
export const pdfOf = (bytes: Buffer, ...pages: PackagePage[]) => ({ bytes, type: 'application/pdf', pages })

/** A second opinion where the machine has it. */
export const noQpdf = spawnSync('qpdf', ['--version']).status !== 0
