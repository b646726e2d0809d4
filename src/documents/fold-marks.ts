import type { Flow } from './flow.ts'
import { PAPER } from './layout.ts'
import { mm } from './millimetres.ts'

const LINE = { width: 0.25, color: '#b3b3b3' }
// Printers leave the outer 5 mm white; the holes begin at 9 mm.
const FROM = 5
const LONG = 3.5

/** Short marks at both edges where the sheet is folded (三つ折り). */
export function foldMarks({ ink, layout }: Flow): void {
  const right = PAPER.A4[0]
  ink.tags.aside(() => {
    for (const fold of layout.folds) {
      ink.rule(mm(FROM), mm(fold), mm(FROM + LONG), mm(fold), LINE)
      ink.rule(mm(right - FROM - LONG), mm(fold), mm(right - FROM), mm(fold), LINE)
    }
  })
}
