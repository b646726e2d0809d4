import type { Block } from './blocks.ts'
import { type Layout, PAPER, type Paper } from './layout.ts'
import type { Complaint } from './references.ts'

interface Body {
  paper: Paper
  foot: boolean
  blocks: readonly Block[]
}

/** Boxes at fixed places that would lie off the paper, or on the page code that a scanner must read. */
export function outside({ paper, foot, blocks }: Body, layout: Layout): Complaint[] {
  const [width, height] = PAPER[paper]
  const { code } = layout
  return blocks.flatMap((block, index) => {
    if (!('x' in block && 'y' in block && 'w' in block)) return []
    const { x, y, w } = block
    const h = 'h' in block ? block.h : 0
    const path = ['blocks', index]
    if (x < 0 || y < 0 || x + w > width || y + h > height)
      return [{ path, problem: `the box lies outside the paper of ${width} × ${height} mm` }]
    const onCode = x < code.x + code.side && x + w > code.x && y < code.y + code.side && y + h > code.y
    if (onCode) return [{ path, problem: 'the box lies on the page code' }]
    return foot && y + h > code.y ? [{ path, problem: 'the box lies on the foot of the page' }] : []
  })
}
