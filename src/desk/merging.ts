import type { PDFDocument } from 'pdf-lib'
import { renderSheets, type Sheet } from '../documents/render.ts'

/** A paper of its own: it never shares a sheet with the one before or after it. */
export interface Part {
  readonly label: string
  readonly pages: number
  readonly pdf: PDFDocument
}

export const partOf = async (label: string, from: Sheet[] | Buffer): Promise<Part> => {
  const { PDFDocument } = await import('pdf-lib')
  const pdf = await PDFDocument.load(Buffer.isBuffer(from) ? from : await renderSheets(from), { updateMetadata: false })
  return { label, pages: pdf.getPageCount(), pdf }
}

export const sheetsOfPaper = (pages: number, bothSides: boolean): number => (bothSides ? Math.ceil(pages / 2) : pages)

/**
 * One PDF of all parts in the order added. On both sides a blank page ends each part that would share its last sheet with the
 * next. A part is let go once it is copied: two hundred open at once would not fit into a small machine.
 */
export const binding = async ({
  bothSides,
  title,
  createdAt,
}: {
  bothSides: boolean
  title: string
  createdAt: string
}) => {
  const { PDFDocument } = await import('pdf-lib')
  const whole = await PDFDocument.create({ updateMetadata: false })
  const at = new Date(createdAt)
  whole.setTitle(title, { showInWindowTitleBar: true })
  whole.setLanguage('ja-JP')
  whole.setCreator('開示デスク')
  whole.setProducer('開示デスク')
  whole.setCreationDate(at)
  whole.setModificationDate(at)
  const put = async ({ pdf }: Part, from: number): Promise<void> => {
    const pages = await whole.copyPages(pdf, pdf.getPageIndices())
    for (const [nth, page] of pages.entries()) whole.insertPage(from + nth, page)
    const last = pages.at(-1)
    if (!bothSides || pages.length % 2 === 0 || !last) return
    const { width, height } = last.getSize()
    whole.insertPage(from + pages.length, [width, height])
  }
  return {
    add: (part: Part) => put(part, whole.getPageCount()),
    /** The cover, which can be written only when the rest is counted. */
    cover: (part: Part) => put(part, 0),
    bytes: async (): Promise<Buffer> => Buffer.from(await whole.save({ addDefaultPage: false })),
  }
}
