import { z } from 'zod'

/** Envelopes with a window, addressed lying on their long side. Millimetres from the left top corner. */
const length = z.number().positive().max(400)
const SHEET = { width: 210, height: 297 }
// 定形郵便物・はがき作成のガイドライン 5: upright 35 above, 12 below and at the sides; on its side the right is the top.
const CLEAR = { left: 12, top: 12, right: 35, bottom: 12 }

export const windowEnvelope = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    width: length,
    height: length,
    window: z.strictObject({ left: length, top: length, width: length, height: length }),
    /** where an A4 sheet is folded, from its top; the first panel lies behind the window */
    folds: z.array(length).max(3),
  })
  .refine(({ folds }) => folds.every((fold, at) => fold > (folds[at - 1] ?? 0) && fold < SHEET.height), 'folds_order')
  .refine(({ width, height, folds }) => width >= SHEET.width && height >= packed(folds), 'sheet_too_large')
  .refine(
    ({ width, height, window: { left, top, ...open } }) =>
      left >= CLEAR.left &&
      top >= CLEAR.top &&
      left + open.width <= width - CLEAR.right &&
      top + open.height <= height - CLEAR.bottom,
    'window_place',
  )
  .refine(given => {
    const { left, right, top, bottom } = shownArea(given)
    return right - left >= 40 && bottom - top >= 25
  }, 'window_too_small')
export type WindowEnvelope = z.output<typeof windowEnvelope>

/** A rectangle of the sheet, mm from its left top corner. */
export interface SheetArea {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Shape {
  readonly width: number
  readonly height: number
  readonly window: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  readonly folds: readonly number[]
}

/** How far a folded sheet can slide, mm: the whole of what the envelope is larger. */
export const play = ({ width, height, folds }: Omit<Shape, 'window'>): { x: number; y: number } => ({
  x: width - SHEET.width,
  y: height - packed(folds),
})

/** The part of the sheet that the window shows wherever the sheet has slid to. */
export const shownArea = (envelope: Shape): SheetArea => {
  const { left, top, width, height } = envelope.window
  const { x, y } = play(envelope)
  return { left, top, right: left + width - x, bottom: top + height - y }
}

/** The part of the sheet that the window shows in some place of the sheet: nothing else may be read from outside. */
export const everShown = (envelope: Shape): SheetArea => {
  const { left, top, width, height } = envelope.window
  const { x, y } = play(envelope)
  return { left: left - x, top: top - y, right: left + width, bottom: top + height }
}

/** Height of the folded sheet: its tallest panel. */
const packed = (folds: readonly number[]): number =>
  Math.max(...[...folds, SHEET.height].map((fold, at) => fold - (folds[at - 1] ?? 0)))
