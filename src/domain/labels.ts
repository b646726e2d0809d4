import { z } from 'zod'

/** Sheets of address labels: their geometry, and where the n-th label lies on the paper. Millimetres. */
const length = z.number().positive().max(300)
export const labelSheet = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string(),
    rows: z.int().min(1).max(20),
    cols: z.int().min(1).max(10),
    width: length,
    height: length,
    top: z.number().min(0),
    left: z.number().min(0),
    /** from the left edge of a label to that of its neighbour, and from top to top */
    pitchX: length,
    pitchY: length,
  })
  .refine(({ left, pitchX, cols, width }) => left + pitchX * (cols - 1) + width <= 210, 'wider than A4')
  .refine(({ top, pitchY, rows, height }) => top + pitchY * (rows - 1) + height <= 297, 'taller than A4')
  .refine(({ width, pitchX, height, pitchY }) => pitchX >= width && pitchY >= height, 'labels overlap')
export type LabelSheet = z.output<typeof labelSheet>

/**
 * What a label carries for the packing check: a QR code of 10 mm where a reader's smallest code fits beside name and address, else
 * only what is typed. mm, after the label that forms/label-sheet.yaml is drawn for.
 */
export const labelCode = ({ width, height }: Pick<LabelSheet, 'width' | 'height'>): 'squares' | 'typed' =>
  width >= 60 && height >= 33.1 ? 'squares' : 'typed'

export const labelsOn = ({ rows, cols }: LabelSheet): number => rows * cols

/** How far the printer is off, in tenths of a millimetre: to the right and down. */
export interface PrinterOffset {
  readonly x: number
  readonly y: number
}
export const MOST_OFFSET = 100

export interface LabelPlace {
  /** from 0 */
  readonly page: number
  /** on its sheet, from 1: along the rows */
  readonly position: number
  readonly x: number
  readonly y: number
}

/** Left top corners of `count` labels from position `start` (from 1) of the first sheet on; null where there is no such position. */
export const labelPlaces = (
  sheet: LabelSheet,
  count: number,
  start: number,
  offset: PrinterOffset,
): LabelPlace[] | null => {
  const most = labelsOn(sheet)
  if (!Number.isInteger(start) || start < 1 || start > most) return null
  return Array.from({ length: count }, (_, nth) => {
    const at = start - 1 + nth
    const on = at % most
    return {
      page: Math.floor(at / most),
      position: on + 1,
      x: tenths(sheet.left + (on % sheet.cols) * sheet.pitchX + offset.x / 10),
      y: tenths(sheet.top + Math.floor(on / sheet.cols) * sheet.pitchY + offset.y / 10),
    }
  })
}

/** Of two decimals: sums of tenths are not exact in binary. */
const tenths = (mm: number): number => Math.round(mm * 100) / 100
