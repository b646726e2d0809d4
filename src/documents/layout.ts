import { z } from 'zod'

/** The sizes of paper that a definition may name, mm. */
export const PAPER = { A4: [210, 297], 長3: [120, 235], 角2: [240, 332] } as const
export type Paper = keyof typeof PAPER

const length = z.number().nonnegative()
const LayoutShape = z.strictObject({
  margin: z.strictObject({ left: length, right: length, top: length, bottom: length }),
  /** Where a window envelope shows the addressee of the folded sheet; `width` from the left margin. */
  window: z.strictObject({ top: length, bottom: length, width: length }),
  sender: z.strictObject({ top: length, left: length }),
  /** The side of the box for the seal. */
  seal: length,
  /** Heights of the marks for folding, from the top of the first page. */
  folds: z.array(length),
  /** Punched holes: centres from the left edge, apart from each other around the middle of the sheet. */
  holes: z.strictObject({ from: length, apart: length, diameter: length }),
  /** The left top corner of the page code and its side; a scanner at 200 dpi needs 15 mm. */
  code: z.strictObject({ x: length, y: length, side: z.number().min(15) }),
  /** Lines that the last of several pages holds at least; the sheet is set closer or evened for it. 0: as it falls. */
  leastLines: z.number().int().nonnegative(),
})

/** All lengths of a sheet, mm from its left top corner. */
export type Layout = z.infer<typeof LayoutShape>
/** What a definition says otherwise than the house does. */
export const PartialLayout = LayoutShape.partial()

// PAPER.md. A sheet folded in three shows its first 99 mm: a 長形3号 window leaves 28 to 63 mm open. Holes as JIS S 6041 (80 mm, 6 mm).
const A4: Layout = {
  margin: { left: 25, right: 22, top: 20, bottom: 22 },
  window: { top: 28, bottom: 63, width: 82 },
  sender: { top: 61, left: 108 },
  seal: 20,
  folds: [],
  holes: { from: 12, apart: 80, diameter: 6 },
  code: { x: 173, y: 277, side: 15 },
  // A letter frozen before there was such a rule names none, and is set as it was.
  leastLines: 0,
}
// Beside the sender at the left foot of an envelope, where the post reads and stamps nothing.
const HOUSE: Record<Paper, Layout> = {
  A4,
  長3: { ...A4, code: { x: 12, y: 205, side: 15 } },
  角2: { ...A4, code: { x: 24, y: 298, side: 15 } },
}
const THIRDS = [99, 198]

/** The house's layout with what the definition changes; a letter with an address gets the marks of 三つ折り. */
export const layoutOf = (sheet: {
  paper: Paper
  layout?: z.infer<typeof PartialLayout> | undefined
  blocks: readonly { block: string }[]
}): Layout => {
  const house = HOUSE[sheet.paper]
  const folds = sheet.blocks.some(({ block }) => block === 'addressee') ? THIRDS : house.folds
  return { ...house, folds, ...stripped(sheet.layout ?? {}) }
}

const stripped = (layout: z.infer<typeof PartialLayout>): Partial<Layout> =>
  Object.fromEntries(Object.entries(layout).filter(([, value]) => value !== undefined))

/** Why a layout cannot be printed or filed, or null. */
export function layoutFault(layout: Layout, paper: Paper): string | null {
  const [width, height] = PAPER[paper]
  const { margin, holes, code, window, folds } = layout
  const binding = holes.from + holes.diameter / 2
  if (paper === 'A4' && margin.left < binding) return `left margin ${margin.left} mm lies in the holes (${binding} mm)`
  if (margin.left + margin.right >= width || margin.top + margin.bottom >= height) return 'margins leave no room'
  if (code.x + code.side > width || code.y + code.side > height) return 'the page code lies outside the paper'
  if (window.top >= window.bottom) return 'the window has no height'
  return folds.every(fold => fold < height) ? null : 'a fold lies outside the paper'
}
