import { z } from 'zod'
import { letterSize } from './postage.ts'

/**
 * Envelopes with a window, lying as they are addressed (長形3号 on its long side, 角形2号 upright). Millimetres from the left top
 * corner. A desk measures its own: the terms' `packing.ownWindow`.
 */
const length = z.number().positive().max(400)
const SHEET = { width: 210, height: 297 }
// 定形郵便物・はがき作成のガイドライン 5: upright 35 above, 12 below and at the sides; on its side the right is the top.
const LYING = { left: 12, top: 12, right: 35, bottom: 12 }
const UPRIGHT = { left: 12, top: 35, right: 12, bottom: 12 }
// 定形外 is sorted by hand; makers of envelopes leave a window 10 mm from the edge (service.imura.co.jp, 窓についての郵便規則).
const MADE = { left: 10, top: 10, right: 10, bottom: 10 }
/** Left of it no letter of the house has text; mm. */
const MARGIN = 25
/** What a letter has beside and below its address is the sender's as far as here; mm. */
const SENDER = { right: 145, bottom: 110 }

const clearOf = ({ width, height }: { width: number; height: number }) =>
  letterSize({ sides: [width, height], thickness: 1, grams: 1 }) !== 'standard'
    ? MADE
    : width < height
      ? UPRIGHT
      : LYING

export const windowEnvelope = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1).max(60),
    width: length,
    height: length,
    window: z.strictObject({ left: length, top: length, width: length, height: length }),
    /** where an A4 sheet is folded, from its top; the first panel lies behind the window. None: it goes in as it is. */
    folds: z.array(length).max(3).default([]),
  })
  .refine(({ folds }) => folds.every((fold, at) => fold > (folds[at - 1] ?? 0) && fold < SHEET.height), 'folds_order')
  .refine(({ width, height, folds }) => width >= SHEET.width && height >= packed(folds), 'sheet_too_large')
  .refine(given => {
    const { width, height, window } = given
    const clear = clearOf(given)
    return (
      window.left >= clear.left &&
      window.top >= clear.top &&
      window.left + window.width <= width - clear.right &&
      window.top + window.height <= height - clear.bottom
    )
  }, 'window_place')
  .refine(({ window }) => window.left <= MARGIN, 'window_beyond_margin')
  .refine(given => {
    const { left, right, top, bottom } = shownArea(given)
    return right - left >= 40 && bottom - top >= 25
  }, 'window_too_small')
  .refine(given => {
    const { right, bottom } = everShown(given)
    return right <= SENDER.right && bottom <= SENDER.bottom
  }, 'window_shows_more')
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
