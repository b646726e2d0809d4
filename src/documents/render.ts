import { blockOfField } from './block-of-field.ts'
import type { Definition } from './definition.ts'
import { DocumentError, Overflow, UnprintableCharacter } from './document-error.ts'
import { drawBlock } from './draw-block.ts'
import { hidden } from './fill.ts'
import { Flow } from './flow.ts'
import { foldMarks } from './fold-marks.ts'
import { envelopeCode, foot } from './foot.ts'
import { checkText } from './glyph-check.ts'
import { Ink } from './ink.ts'
import { layoutOf } from './layout.ts'
import { bytesOf, emptyPdf } from './pdf-file.ts'
import { checkValues, texts, type Values } from './values.ts'

export { DocumentError } from './document-error.ts'
export { checkText } from './glyph-check.ts'
export { checkValues, type Values } from './values.ts'

export interface Sheet {
  definition: Definition
  values: Values
  /** 8 digits, or '' on a form that no case has yet. */
  caseNumber: string
  /** Id of the case's letter and the sheet's place in its set (0 the letter, 1… its enclosures): the page code names them. */
  letter?: string
  sheet?: number
  /** ISO instant: the file's CreationDate. The same sheet with the same instant gives the same bytes. */
  createdAt: string
}

/** One PDF of all sheets, each from a new page with its own n/N. Throws DocumentError, before anything is written. */
export async function renderSheets(sheets: Sheet[]): Promise<Buffer> {
  const first = sheets[0]
  if (!first) throw new RangeError('no sheet to print')
  for (const sheet of sheets) refuseUnprintable(sheet)

  const doc = emptyPdf({ title: first.definition.title, createdAt: first.createdAt })
  const ink = new Ink(doc)
  let before = 0
  ink.tags.within('Document', () => {
    for (const sheet of sheets) before += drawSheet(ink, sheet, before)
  })
  return bytesOf(doc)
}

/** Sets a sheet once without its feet and writes no file: the pages it takes, or why it cannot be printed. */
export function trySheet(sheet: Sheet): number | DocumentError {
  try {
    refuseUnprintable(sheet)
    const doc = emptyPdf({ title: sheet.definition.title, createdAt: sheet.createdAt })
    return drawSheet(new Ink(doc), sheet, 0, false)
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
}

/** Why a sheet cannot be printed; null when it can. */
export function printingFault(sheet: Sheet): DocumentError | null {
  const tried = trySheet(sheet)
  return typeof tried === 'number' ? null : tried
}

function refuseUnprintable({ definition, values }: Sheet): void {
  const { id, title } = definition
  const where = (field: string) => {
    const block = blockOfField(definition, field)
    return { definition: id, title, field, ...(block !== undefined && { block }) }
  }
  const wrong = checkValues(definition, values)
  if (wrong) throw new DocumentError(wrong.code, where(wrong.field ?? ''))
  for (const { field, text } of texts(values)) {
    const check = checkText(text)
    if (!check.ok) throw new DocumentError('missing_glyph', { ...where(field), character: check.character })
  }
}

function drawSheet(ink: Ink, sheet: Sheet, before: number, feet = true): number {
  const { id, title } = sheet.definition
  try {
    return ink.tags.within('Sect', () => drawPages(ink, sheet, before, feet), { title })
  } catch (error) {
    if (error instanceof UnprintableCharacter)
      throw new DocumentError('missing_glyph', { definition: id, title, character: error.character })
    if (!(error instanceof Overflow)) throw error
    const field = error.field === undefined ? {} : { field: error.field }
    throw new DocumentError('overflow', { definition: id, title, block: error.block, ...field })
  }
}

function drawPages(
  ink: Ink,
  { definition, values, caseNumber, letter, sheet }: Sheet,
  before: number,
  feet: boolean,
): number {
  const flow = new Flow(ink, definition.paper, layoutOf(definition), values)
  foldMarks(flow)
  for (const block of definition.blocks) if (!hidden(block.show, values)) drawBlock(flow, block)
  // A code is made of its text alone and always fits: a trial can do without.
  for (let number = 1; feet && number <= flow.pages; number++) {
    flow.toPage(before + number - 1)
    const set = letter === undefined || sheet === undefined ? {} : { letter, sheet }
    const page = { caseNumber, ...set, form: definition.id, number, of: flow.pages }
    if (definition.foot) foot(flow, page)
    else envelopeCode(flow, page)
  }
  // A batch of a thousand letters must not wait in memory for its end.
  ink.tags.close()
  ink.doc.flushPages()
  return flow.pages
}
