import { Book } from '../../documents/book.ts'
import type { Sheet } from '../../documents/render.ts'

/** A paper of its own: it never shares a sheet with the one before or after it. */
export interface Part {
  readonly label: string
  readonly pages: number
}

/** Some pages of a finished file, from 0. */
export interface Pages {
  readonly pdf: Buffer
  readonly from: number
  readonly count: number
}

/** Finished pages that go in before the page `at` of the rest. */
interface Finished extends Partial<Pages> {
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
  const put = async (given: { pdf: Buffer } | Pages): Promise<number> => {
    finished.push({ at: book.pages, ...given })
    const { PDFDocument } = await import('pdf-lib')
    const opened = await PDFDocument.load(given.pdf, { updateMetadata: false })
    const pages = indicesOf(given, opened.getPageCount())
    const last = opened.getPages()[pages.at(-1) ?? 0]?.getSize()
    if (bothSides && pages.length % 2 === 1 && last) book.blank([last.width, last.height])
    return pages.length
  }

  return {
    add: async (label: string, from: readonly Sheet[] | Buffer | Pages): Promise<Part> => ({
      label,
      pages: Buffer.isBuffer(from) ? await put({ pdf: from }) : 'pdf' in from ? await put(from) : draw(from),
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

const indicesOf = ({ from = 0, count }: Partial<Pages>, all: number): number[] =>
  Array.from({ length: count ?? all }, (_, at) => from + at)

async function withFinished(own: Buffer, finished: readonly Finished[], before: number): Promise<Buffer> {
  const { PDFDocument } = await import('pdf-lib')
  const whole = await PDFDocument.load(own, { updateMetadata: false })
  let more = before
  // One after the other: two hundred open at once would not fit into a small machine.
  for (const { at, ...part } of finished) {
    const opened = await PDFDocument.load(part.pdf, { updateMetadata: false })
    const pages = await whole.copyPages(opened, indicesOf(part, opened.getPageCount()))
    for (const page of pages) whole.insertPage(at + more++, page)
  }
  return Buffer.from(await whole.save({ addDefaultPage: false }))
}
