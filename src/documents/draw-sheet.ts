import { blockOfField } from './block-of-field.ts'
import type { Definition } from './definition.ts'
import { DocumentError, Overflow, UnprintableCharacter } from './document-error.ts'
import { drawBlock } from './draw-block.ts'
import { hidden } from './fill.ts'
import { Flow } from './flow.ts'
import { foldMarks } from './fold-marks.ts'
import { envelopeCode, foot } from './foot.ts'
import { checkText } from './glyph-check.ts'
import type { Ink } from './ink.ts'
import { layoutOf } from './layout.ts'
import { dryPen, type Pen } from './pen.ts'
import { type Setting, settled } from './setting.ts'
import { checkValues, texts, type Values } from './values.ts'

export interface Sheet {
  definition: Definition
  values: Values
  /** 8 digits, or '' on a form that no case has yet. */
  caseNumber: string
  /** Id of the case's letter and the sheet's place in its set (0 the letter, 1… its enclosures): the page code names them. */
  letter?: string
  sheet?: number
  /** Set to be looked at: 確認用 stands where the page code would, so that it can be taken for no print. */
  toSee?: true
  /** ISO instant: the file's CreationDate. The same sheet with the same instant gives the same bytes. */
  createdAt: string
}

/** Throws a DocumentError for values or characters that cannot be printed. */
export function refuseUnprintable({ definition, values }: Sheet): void {
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

/** Draws the sheet from a new page, behind `before` others; returns its pages. */
export function drawSheet(ink: Ink, sheet: Sheet, before: number, feet = true): number {
  const { id, title } = sheet.definition
  try {
    return ink.tags.within('Sect', () => drawPages(ink, sheet, before, feet), { title })
  } catch (error) {
    if (error instanceof UnprintableCharacter)
      throw new DocumentError('missing_glyph', { definition: id, title, character: error.character })
    if (!(error instanceof Overflow)) throw error
    const { block, field, lines } = error
    throw new DocumentError('overflow', {
      definition: id,
      title,
      block,
      ...(field !== undefined && { field }),
      ...(lines !== undefined && { lines }),
    })
  }
}

function drawPages(
  ink: Ink,
  { definition, values, caseNumber, letter, sheet, toSee }: Sheet,
  before: number,
  feet: boolean,
): number {
  const { paper, letterhead } = definition
  const layout = layoutOf(definition)
  const shown = definition.blocks.filter(block => !hidden(block.show, values))
  const flowIn = (pen: Pen, setting: Setting): Flow => {
    const flow = new Flow(pen, { paper, layout, values, letterhead }, setting)
    foldMarks(flow)
    for (const [at, block] of shown.entries()) drawBlock(flow, block, shown[at + 1])
    return flow
  }
  const flow = flowIn(
    ink,
    settled(setting => flowIn(dryPen, setting).end, layout.leastLines),
  )
  // A code is made of its text alone and always fits: a trial can do without.
  for (let number = 1; feet && number <= flow.pages; number++) {
    flow.toPage(before + number - 1)
    const set = letter === undefined || sheet === undefined ? {} : { letter, sheet }
    const page = { caseNumber, ...set, form: definition.id, number, of: flow.pages, ...(toSee && { toSee }) }
    if (definition.foot) foot(ink, flow, page)
    else envelopeCode(ink, flow, page)
  }
  // A batch of a thousand letters must not wait in memory for its end.
  ink.tags.close()
  ink.doc.flushPages()
  return flow.pages
}
