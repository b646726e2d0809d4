import PDFDocument from 'pdfkit'
import { grid } from './blocks/grid.ts'
import { addressee, reference, sender } from './blocks/letterhead.ts'
import { place } from './blocks/place.ts'
import { heading, items, paragraph, title } from './blocks/prose.ts'
import { records } from './blocks/records.ts'
import { table } from './blocks/table.ts'
import type { Block } from './blocks.ts'
import type { Definition } from './definition.ts'
import { DocumentError, Overflow, UnprintableCharacter } from './document-error.ts'
import { hidden } from './fill.ts'
import { Flow } from './flow.ts'
import { foot } from './foot.ts'
import { checkText } from './glyph-check.ts'
import { Ink } from './ink.ts'
import { mm } from './millimetres.ts'
import { checkValues, texts, type Values } from './values.ts'

export { DocumentError } from './document-error.ts'
export { checkText } from './glyph-check.ts'
export { checkValues, type Value, type Values } from './values.ts'

export interface Sheet {
  definition: Definition
  values: Values
  /** 8 digits, or '' on a form that no case has yet. */
  caseNumber: string
  /** ISO instant: the file's CreationDate. The same sheet with the same instant gives the same bytes. */
  createdAt: string
}

/** One PDF of all sheets, each from a new page with its own n/N. Throws DocumentError, before anything is written. */
export async function renderSheets(sheets: Sheet[]): Promise<Buffer> {
  const first = sheets[0]
  if (!first) throw new RangeError('no sheet to print')
  for (const sheet of sheets) refuseUnprintable(sheet)

  const doc = blank(first)
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', chunk => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  const ink = new Ink(doc)
  let before = 0
  for (const sheet of sheets) before += drawSheet(ink, sheet, before)
  doc.end()
  return done
}

/** Why a sheet cannot be printed, found by setting it once; null when it can. */
export function printingFault(sheet: Sheet): DocumentError | null {
  try {
    refuseUnprintable(sheet)
    drawSheet(new Ink(blank(sheet)), sheet, 0)
    return null
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
}

const blank = (first: Sheet): PDFKit.PDFDocument =>
  new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    // pdfkit opens Helvetica unless told not to; its types know only strings.
    font: null as unknown as string,
    lang: 'ja-JP',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: first.definition.title,
      Creator: '開示デスク',
      Producer: '開示デスク',
      CreationDate: new Date(first.createdAt),
      ModDate: new Date(first.createdAt),
    },
  })

function refuseUnprintable({ definition, values }: Sheet): void {
  const wrong = checkValues(definition, values)
  if (wrong) throw wrong
  for (const { field, text } of texts(values)) {
    const check = checkText(text)
    if (check.ok) continue
    const { id, title } = definition
    throw new DocumentError('missing_glyph', { definition: id, title, field, character: check.character })
  }
}

function drawSheet(ink: Ink, { definition, values, caseNumber }: Sheet, before: number): number {
  const { id, title } = definition
  try {
    const flow = new Flow(ink, definition.paper, values)
    for (const block of definition.blocks) if (!hidden(block.show, values)) draw(flow, block)
    for (let number = 1; definition.foot && number <= flow.pages; number++) {
      ink.doc.switchToPage(before + number - 1)
      foot(ink, { caseNumber, definition: id, number, of: flow.pages })
    }
    ink.doc.switchToPage(before + flow.pages - 1)
    return flow.pages
  } catch (error) {
    if (error instanceof UnprintableCharacter)
      throw new DocumentError('missing_glyph', { definition: id, title, character: error.character })
    if (!(error instanceof Overflow)) throw error
    const field = error.field === undefined ? {} : { field: error.field }
    throw new DocumentError('overflow', { definition: id, title, block: error.block, ...field })
  }
}

function draw(flow: Flow, block: Block): void {
  switch (block.block) {
    case 'reference':
      reference(flow)
      break
    case 'addressee':
      addressee(flow)
      break
    case 'sender':
      sender(flow)
      break
    case 'title':
      title(flow, block)
      break
    case 'heading':
      heading(flow, block)
      break
    case 'space':
      flow.y += mm(block.mm)
      break
    case 'page':
      flow.newPage()
      break
    case 'paragraph':
      paragraph(flow, block)
      break
    case 'items':
      items(flow, block)
      break
    case 'records':
      records(flow, block)
      break
    case 'table':
      table(flow, block)
      break
    case 'grid':
      grid(flow, block)
      break
    case 'place':
      place(flow, block)
      break
  }
}
