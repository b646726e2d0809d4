import { Book } from '../../documents/book.ts'
import type { Sheet } from '../../documents/render.ts'

/** A paper of its own: it never shares a sheet with the one before or after it. */
export interface Part {
  readonly label: string
  readonly pages: number
}

/** Finished pages that go in before the page `at` of the rest. */
interface Finished {
  readonly at: number
  readonly pdf: Buffer
}

export const sheetsOfPaper = (pages: number, bothSides: boolean): number => (bothSides ? Math.ceil(pages / 2) : pages)

/**
 * One PDF of all parts in the order added. On both sides a blank page ends each part that would share its last sheet with the
 * next. Our own papers are drawn into one file, which keeps their structure and has each font once; what came finished is put
 * in at the end.
 */
export const binding = (about: { bothSides: boolean; title: string; createdAt: string }) => {
  const { bothSides, title, createdAt } = about
  const book = new Book({ title, createdAt, archive: false })
  const finished: Finished[] = []
  let covers = 0

  const draw = (sheets: readonly Sheet[]): number => {
    const pages = book.add(sheets)
    if (bothSides && pages % 2 === 1) book.blank()
    return pages
  }
  const put = async (pdf: Buffer): Promise<number> => {
    finished.push({ at: book.pages, pdf })
    const { PDFDocument } = await import('pdf-lib')
    const opened = await PDFDocument.load(pdf, { updateMetadata: false })
    const last = opened.getPages().at(-1)?.getSize()
    const pages = opened.getPageCount()
    if (bothSides && pages % 2 === 1 && last) book.blank([last.width, last.height])
    return pages
  }

  return {
    add: async (label: string, from: readonly Sheet[] | Buffer): Promise<Part> => ({
      label,
      pages: Buffer.isBuffer(from) ? await put(from) : draw(from),
    }),
    /** The cover, which can be written only when the rest is counted. */
    cover: (sheets: readonly Sheet[]): void => {
      const before = book.pages
      draw(sheets)
      covers = book.pages - before
      book.lastFirst(covers)
    },
    bytes: async (): Promise<Buffer> => {
      const own = book.bytes()
      return finished.length === 0 ? own : withFinished(own, finished, covers)
    },
  }
}

async function withFinished(own: Buffer, finished: readonly Finished[], before: number): Promise<Buffer> {
  const { PDFDocument } = await import('pdf-lib')
  const whole = await PDFDocument.load(own, { updateMetadata: false })
  let more = before
  // One after the other: two hundred open at once would not fit into a small machine.
  for (const { at, pdf } of finished) {
    const opened = await PDFDocument.load(pdf, { updateMetadata: false })
    const pages = await whole.copyPages(opened, opened.getPageIndices())
    for (const page of pages) whole.insertPage(at + more++, page)
  }
  return Buffer.from(await whole.save({ addDefaultPage: false }))
}
