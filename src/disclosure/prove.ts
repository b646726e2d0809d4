import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import type { Assembled } from './assemble.ts'
import { type PackageFault, PackageRefused } from './fault.ts'
import { type OpenPage, openPdf, release } from './open-pdf.ts'
import { stampText } from './stamp.ts'
import { readings } from './text-lines.ts'
import { plain } from './words-under.ts'

/** Keys that carry what is not on the page; a package has none of them. */
const CARRIERS = ['EmbeddedFiles', 'EmbeddedFile', 'FileAttachment', 'JavaScript', 'JS', 'Launch', 'OpenAction', 'AA']
const DARK = 64
const DPI = 100

/**
 * Opens the finished file as anyone could and looks for what was masked: in the text of every page, in every string and in
 * every stream unpacked; looks at the pixels under the boxes. Throws PackageRefused; what it lets pass may leave the house.
 */
export const prove = async (made: Assembled, hidden: readonly string[], turn: () => void = () => {}): Promise<void> => {
  const document = await PDFDocument.load(made.pdf, { updateMetadata: false })
  const first = made.pages - made.attached
  const stripped = document.getPages().slice(first)
  if (document.getPageCount() !== made.pages || stripped.some(page => (page.node.Annots()?.size() ?? 0) > 0))
    throw new PackageRefused({ fault: 'leftover' })
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object)
  if (objects.some(carries)) throw new PackageRefused({ fault: 'leftover' })
  if (made.masked.length === 0 && hidden.length === 0) return
  const words = [...new Set(hidden)].map(word => ({ word, plain: plain(word) })).filter(each => each.plain !== '')
  const seen = await openPdf(made.pdf)
  try {
    for (const { page, boxes, stamp } of made.masked) {
      turn()
      const opened = await seen.page(page)
      if ((await textOf(opened)) !== plain(stampText(stamp))) throw new PackageRefused({ fault: 'text_left', page })
      if (!(await isBlack(opened, boxes))) throw new PackageRefused({ fault: 'not_black', page })
    }
    for (let page = 1; page <= seen.pages && words.length > 0; page++) {
      turn()
      const texts = readings(await (await seen.page(page)).runs()).map(plain)
      const left = words.find(each => texts.some(text => text.includes(each.plain)))
      if (left) throw new PackageRefused({ fault: 'word_left', word: left.word, where: 'text', page })
    }
  } finally {
    await seen.close()
  }
  for (const object of [...objects, document.context.trailerInfo.Info].filter(each => each !== undefined)) {
    const fault = searched(object, words)
    if (fault) throw new PackageRefused(fault)
  }
}

interface Word {
  readonly word: string
  readonly plain: string
}

const textOf = async (page: OpenPage): Promise<string> => plain((await page.runs()).map(run => run.text).join(''))

const isBlack = async (page: OpenPage, boxes: Assembled['masked'][number]['boxes']): Promise<boolean> => {
  const canvas = await page.draw(DPI)
  const brush = canvas.getContext('2d')
  const scale = canvas.width / page.width
  const spots = [0.15, 0.5, 0.85]
  const black = boxes.every(box =>
    spots.every(down =>
      spots.every(across => {
        const x = Math.min(canvas.width - 1, Math.floor((box.x + box.w * across) * scale))
        const y = Math.min(canvas.height - 1, Math.floor((box.y + box.h * down) * scale))
        const [r = 255, g = 255, b = 255] = brush.getImageData(x, y, 1, 1).data
        return Math.max(r, g, b) < DARK
      }),
    ),
  )
  release(canvas)
  return black
}

const carries = (object: PDFObject): boolean => {
  if (object instanceof PDFStream) return carries(object.dict)
  if (object instanceof PDFArray) return object.asArray().some(carries)
  if (!(object instanceof PDFDict)) return false
  const kind = object.get(PDFName.of('Subtype')) ?? object.get(PDFName.of('Type'))
  if (kind instanceof PDFName && CARRIERS.includes(kind.decodeText())) return true
  return object.entries().some(([key, value]) => CARRIERS.includes(key.decodeText()) || carries(value))
}

const searched = (object: PDFObject, words: readonly Word[]): PackageFault | null => {
  const found = (where: 'string' | 'stream', word: Word | undefined): PackageFault | null =>
    word === undefined ? null : { fault: 'word_left', word: word.word, where, page: 0 }
  if (object instanceof PDFString || object instanceof PDFHexString) {
    const text = plain(object.decodeText())
    return found(
      'string',
      words.find(each => text.includes(each.plain)),
    )
  }
  if (object instanceof PDFArray) return firstOf(object.asArray(), words)
  if (object instanceof PDFDict) return firstOf(object.values(), words)
  if (!(object instanceof PDFStream)) return null
  const bytes = unpacked(object)
  const least = isPicture(object) ? 6 : 4
  return (
    found(
      'stream',
      words.find(each => writings(each.word, least).some(pattern => bytes.includes(pattern))),
    ) ?? searched(object.dict, words)
  )
}

const firstOf = (objects: readonly PDFObject[], words: readonly Word[]): PackageFault | null => {
  for (const object of objects) {
    const fault = searched(object, words)
    if (fault) return fault
  }
  return null
}

const isPicture = (stream: PDFStream): boolean => stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')

/** Unpacked as far as it goes; a picture's own coding (JPEG) stays, its comments can be read in it. */
const unpacked = (stream: PDFStream): Buffer => {
  if (!(stream instanceof PDFRawStream)) return Buffer.from(stream.getContents())
  try {
    return Buffer.from(decodePDFRawStream(stream).decode())
  } catch {
    return Buffer.from(stream.getContents())
  }
}

/** The bytes of a word in the codings it may stand in. Patterns shorter than `least` would be found by chance. */
const writings = (word: string, least: number): Buffer[] => {
  const little = Buffer.from(word, 'utf16le')
  const big = Buffer.from(little).swap16()
  return [Buffer.from(word, 'utf8'), little, big].filter(pattern => pattern.length >= least)
}
