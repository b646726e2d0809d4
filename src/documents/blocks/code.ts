import type { Code } from '../blocks.ts'
import { codeSquares } from '../code-squares.ts'
import { fill } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { mm } from '../millimetres.ts'

/** A code at a fixed place of the page, beside the one in the page's own corner. */
export function code({ ink, values }: Flow, block: Code): void {
  const [x, y, side] = [mm(block.x), mm(block.y), mm(Math.min(block.w, block.h))]
  ink.tags.within('Figure', () => codeSquares(ink, fill(block.text, values), x, y, side), {
    alt: block.name,
    bbox: [x, y, x + side, y + side],
  })
}
