import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  type PDFPage,
} from 'pdf-lib'

const POINTS = 72 / 25.4
const name = (text: string) => PDFName.of(text)
const operator = (word: string, ...more: string[]) => PDFOperator.of(word as Parameters<typeof PDFOperator.of>[0], more)

/** What stands between is one figure of the page; another page's drawing says nothing of its own order. */
export const FIGURE = { begin: '/Figure <</MCID 0>> BDC', end: 'EMC' }

export const asFigure = (page: PDFPage, draw: () => void): void => {
  page.pushOperators(operator('BDC', '/Figure', '<</MCID 0>>'))
  draw()
  page.pushOperators(operator('EMC'))
}

/** A running foot is no part of what is read (ISO 32000-2 §14.8.2.2.2). */
export const asArtifact = (page: PDFPage, draw: () => void): void => {
  page.pushOperators(operator('BDC', '/Artifact', '<</Type /Pagination>>'))
  draw()
  page.pushOperators(operator('EMC'))
}

export interface Figure {
  readonly page: PDFPage
  /** what a screen reader says; nobody's name */
  readonly alt: string
  /** millimetres from the upper left */
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

/** Hangs the added pages into the letter's structure tree, behind all it says; a letter of before it was tagged stays without. */
export const tagFigures = ({ context, catalog }: PDFDocument, figures: readonly Figure[]): void => {
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const nums = root?.lookupMaybe(name('ParentTree'), PDFDict)?.lookupMaybe(name('Nums'), PDFArray)
  const rootRef = catalog.get(name('StructTreeRoot'))
  if (figures.length === 0 || root === undefined || nums === undefined || rootRef === undefined) return
  const first = root.lookupMaybe(name('ParentTreeNextKey'), PDFNumber)?.asNumber() ?? nums.size() / 2
  const sect = context.obj({ Type: 'StructElem', S: 'Sect' })
  const sectRef = context.register(sect)
  const elements = figures.map(({ page, alt, box }, nth) => {
    const height = page.getHeight()
    const [left, right] = [box.x * POINTS, (box.x + box.w) * POINTS]
    const [low, high] = [height - (box.y + box.h) * POINTS, height - box.y * POINTS]
    const shape = { O: 'Layout', Placement: 'Block', BBox: [left, low, right, high] }
    const element = context.obj({ Type: 'StructElem', S: 'Figure', K: 0, A: shape })
    element.set(name('P'), sectRef)
    element.set(name('Pg'), page.ref)
    element.set(name('Alt'), PDFHexString.fromText(alt))
    const ref = context.register(element)
    page.node.set(name('StructParents'), PDFNumber.of(first + nth))
    page.node.set(name('Tabs'), name('S'))
    nums.push(PDFNumber.of(first + nth))
    nums.push(context.obj([ref]))
    return ref
  })
  sect.set(name('K'), context.obj(elements))
  sect.set(name('P'), rootRef)
  root.set(name('ParentTreeNextKey'), PDFNumber.of(first + figures.length))
  const kids = root.lookup(name('K'))
  const before = root.get(name('K'))
  if (kids instanceof PDFArray) kids.push(sectRef)
  else root.set(name('K'), context.obj(before === undefined ? [sectRef] : [before, sectRef]))
}
