import { ENVELOPE_SHEET, type PageCode } from './page-code.ts'
import { type LetterSize, letterSize } from './postage.ts'

/** What a letter weighs and goes in, from its pages: a proposal, which whoever has the scales corrects. */
export interface LetterBulk {
  readonly sheets: number
  readonly envelope: EnvelopeSize
  readonly grams: number
  /** null: too heavy or too thick for any letter */
  readonly size: LetterSize | null
}

export const envelopeSizes = ['長3', '角2'] as const
export type EnvelopeSize = (typeof envelopeSizes)[number]

/** Sheets that fold in three into 長形3号 without bulging. */
export const MOST_FOLDED = 6

/** A4 of 64 g/m²: 0.0624 m², so 4 g; a tenth of a millimetre. */
const SHEET = { grams: 4, thickness: 0.1 }
/** Kraft envelopes (80 and 85 g/m²) with the slips and labels of 書留; sides and thickness in mm. */
const ENVELOPES: Readonly<
  Record<EnvelopeSize, { sides: readonly [number, number]; grams: number; thickness: number; layers: number }>
> = {
  長3: { sides: [120, 235], grams: 8, thickness: 1, layers: 3 },
  角2: { sides: [240, 332], grams: 20, thickness: 1, layers: 1 },
}

/** Sheets of paper: each letter and enclosure begins on a new one. The envelope's face is none of them. */
export const sheetsIn = (pages: readonly PageCode[], bothSides: boolean): number =>
  pages.filter(({ sheet, page }) => sheet !== ENVELOPE_SHEET && (!bothSides || page % 2 === 1)).length

export const envelopeFor = (sheets: number): EnvelopeSize => (sheets > MOST_FOLDED ? '角2' : '長3')

export const letterBulk = (sheets: number, envelope = envelopeFor(sheets)): LetterBulk => {
  const { sides, thickness, layers, grams: own } = ENVELOPES[envelope]
  const grams = sheets * SHEET.grams + own
  const thick = thickness + sheets * layers * SHEET.thickness
  return { sheets, envelope, grams, size: letterSize({ sides, thickness: thick, grams }) }
}
