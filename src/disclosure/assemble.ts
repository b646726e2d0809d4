import { degrees, PDFDocument, type PDFEmbeddedPage, PDFName, type PDFPage } from 'pdf-lib'
import type { Box, PackagePage } from '../domain/package.ts'
import type { PageCode } from '../domain/page-code.ts'
import { solePicture } from '../reading/sole-picture.ts'
import { PackageRefused } from './fault.ts'
import { asArtifact, asFigure, FIGURE, type Figure, tagFigures } from './figures.ts'
import { type OpenPdf, openPdf } from './open-pdf.ts'
import { embedPicture, pictureOf } from './picture.ts'
import { isPlain, silence } from './plain-page.ts'
import { sheetOf } from './sheet-of.ts'
import { FOOT, type Stamp, stampPages } from './stamp.ts'
import { sweep } from './sweep.ts'
import { wordsUnder } from './words-under.ts'

const POINTS = 72 / 25.4
const A4 = { short: 210, long: 297 }
const EDGE = 8

export interface Attachment {
  readonly bytes: Uint8Array
  readonly type: string
  readonly pages: readonly PackagePage[]
}

/** Where the added pages stand in the case, as their codes tell it; `edition` as in page-code.ts. */
export type SheetPlace = Pick<PageCode, 'number' | 'letter' | 'sheet' | 'edition'>

export interface Assembled {
  readonly pdf: Buffer
  readonly pages: number
  readonly attached: number
  /** pages that were made pictures for their boxes; numbers are those of the package, boxes millimetres on its page */
  readonly masked: readonly { readonly page: number; readonly boxes: readonly Box[]; readonly stamp: Stamp }[]
  /** what stood under the boxes */
  readonly words: readonly string[]
}

/**
 * The letter's PDF and the chosen pages as one file, each added page on A4 above a foot of its own. The same input gives the
 * same bytes. `turn` is called at every page. Throws PackageRefused.
 */
export const assemble = async (
  letter: Uint8Array,
  attachments: readonly Attachment[],
  at: SheetPlace,
  turn: () => void = () => {},
): Promise<Assembled> => {
  const document = await PDFDocument.load(letter, { updateMetadata: false })
  const before = document.getPageCount()
  const pages = attachments.reduce((sum, each) => sum + each.pages.length, 0)
  const made: { stamp: Stamp; boxes: readonly Box[]; figure: Figure }[] = []
  const words = new Set<string>()
  for (const attachment of attachments) {
    const source = await openSource(document, attachment)
    for (const wanted of attachment.pages) {
      turn()
      const code = { ...at, form: 'attachment', page: made.length + 1, pages }
      const added = await add(document, source, wanted, before + code.page)
      for (const word of added.words) words.add(word)
      const { width, height, boxes, page, place } = added
      const alt = `添付資料 ${code.page}/${pages} 頁${boxes.length === 0 ? '' : '（一部を黒塗りしています）'}`
      made.push({ stamp: { code, width, height }, boxes, figure: { page, alt, box: place } })
    }
    await source.seen.close()
  }
  await stampAll(
    document,
    before,
    made.map(({ stamp }) => stamp),
  )
  tagFigures(
    document,
    made.map(({ figure }) => figure),
  )
  // The letter's claim to be PDF/A does not hold for pages of other makers.
  if (pages > 0) document.catalog.delete(PDFName.of('Metadata'))
  // Only now are the pages taken over; what they left behind can go.
  await document.flush()
  sweep(document)
  const pdf = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
  const masked = made.flatMap(({ stamp, boxes }, nth) =>
    boxes.length > 0 ? [{ page: before + nth + 1, boxes, stamp }] : [],
  )
  return { pdf: Buffer.from(pdf), pages: before + pages, attached: pages, masked, words: [...words] }
}

interface Source {
  readonly seen: OpenPdf
  readonly pages: readonly PDFPage[]
  /** pages that go in as they are */
  readonly drawn: ReadonlyMap<number, { own: PDFPage; form: PDFEmbeddedPage }>
  readonly blank: ReadonlySet<number>
}

const openSource = async (document: PDFDocument, { bytes, type, pages }: Attachment): Promise<Source> => {
  const [source, seen] = await read(bytes, type)
  const all = source.getPages()
  const plain = pages
    .filter(each => !each.picture && each.boxes.length === 0)
    .flatMap(each => {
      const own = all[each.page - 1]
      return own && isPlain(own) ? [{ number: each.page, own }] : []
    })
  const filled = plain.filter(({ own }) => own.node.Contents() !== undefined)
  // In one call: pages of a file share their fonts and pictures, and must go on doing so.
  const forms = await document.embedPages(filled.map(({ own }) => own))
  const drawn = new Map(
    filled.flatMap(({ number, own }, nth) => {
      const form = forms[nth]
      return form ? [[number, { own, form }] as const] : []
    }),
  )
  const blank = plain.filter(({ number }) => !drawn.has(number)).map(({ number }) => number)
  return { seen, pages: all, drawn, blank: new Set(blank) }
}

const read = async (bytes: Uint8Array, type: string): Promise<[PDFDocument, OpenPdf]> => {
  try {
    const sheet = await sheetOf(bytes, type)
    const source = await PDFDocument.load(sheet, { updateMetadata: false })
    silence(source)
    return [source, await openPdf(sheet)]
  } catch {
    throw new PackageRefused({ fault: 'unreadable' })
  }
}

interface Added {
  readonly page: PDFPage
  /** where it stands on the sheet, in millimetres */
  readonly place: Figure['box']
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly words: readonly string[]
}

const add = async (document: PDFDocument, source: Source, wanted: PackagePage, number: number): Promise<Added> => {
  if (wanted.page > source.seen.pages) throw new PackageRefused({ fault: 'page_gone', page: wanted.page })
  const seen = await source.seen.page(wanted.page)
  const lying = seen.width > seen.height
  const [width, height] = lying ? [A4.long, A4.short] : [A4.short, A4.long]
  const room = { w: width - 2 * EDGE, h: height - EDGE - FOOT }
  const scale = Math.min(1, room.w / seen.width, room.h / seen.height)
  const x = (width - seen.width * scale) / 2
  const y = EDGE + (room.h - seen.height * scale) / 2
  const page = document.addPage([width * POINTS, height * POINTS])
  const place = { x: x * POINTS, y: (height - y - seen.height * scale) * POINTS, scale }
  const pictured = wanted.picture || wanted.boxes.length > 0
  const drawn = pictured ? undefined : source.drawn.get(wanted.page)
  if (drawn) asFigure(page, () => drawOver(page, drawn, place))
  else if (pictured || !source.blank.has(wanted.page)) {
    const own = source.pages[wanted.page - 1]
    const image = embedPicture(document, await pictureOf(seen, own ? solePicture(own) : null, wanted.boxes, number))
    const name = PDFName.of('Picture')
    page.node.setXObject(name, image)
    const [w, h] = [seen.width * scale * POINTS, seen.height * scale * POINTS]
    const draw = `${FIGURE.begin} q ${w.toFixed(3)} 0 0 ${h.toFixed(3)} ${place.x.toFixed(3)} ${place.y.toFixed(3)} cm /Picture Do Q ${FIGURE.end}`
    page.node.addContentStream(document.context.register(document.context.flateStream(draw)))
  } else asFigure(page, () => {})
  const boxes = wanted.boxes.map(box => ({
    x: x + box.x * scale,
    y: y + box.y * scale,
    w: Math.min(box.w, seen.width - box.x) * scale,
    h: Math.min(box.h, seen.height - box.y) * scale,
  }))
  const words = wanted.boxes.length === 0 ? [] : wordsUnder(await seen.runs(), wanted.boxes)
  const shown = { x, y, w: seen.width * scale, h: seen.height * scale }
  return { page, place: shown, width, height, boxes, words }
}

/** Puts a page's own drawing onto ours, turned as it asks to be (ISO 32000-2 §7.7.3.3: clockwise). */
const drawOver = (
  page: PDFPage,
  { own, form }: { own: PDFPage; form: PDFEmbeddedPage },
  at: { x: number; y: number; scale: number },
): void => {
  const { width, height } = own.getMediaBox()
  const turn = ((own.getRotation().angle % 360) + 360) % 360
  const [w, h] = [width * at.scale, height * at.scale]
  const [dx, dy] = turn === 90 ? [0, w] : turn === 180 ? [w, h] : turn === 270 ? [h, 0] : [0, 0]
  page.drawPage(form, {
    x: at.x + dx,
    y: at.y + dy,
    xScale: at.scale,
    yScale: at.scale,
    rotate: degrees(-turn),
  })
}

const stampAll = async (document: PDFDocument, before: number, stamps: readonly Stamp[]): Promise<void> => {
  if (stamps.length === 0) return
  const feet = await document.embedPdf(
    await stampPages(stamps),
    stamps.map((_, nth) => nth),
  )
  feet.forEach((foot, nth) => {
    const page = document.getPage(before + nth)
    asArtifact(page, () => page.drawPage(foot))
  })
}
