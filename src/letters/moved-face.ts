import type { Definition } from '../documents/definition.ts'
import { layoutOf } from '../documents/layout.ts'
import type { PrinterOffset } from '../domain/labels.ts'

/** The face of an envelope as a printer must be told to print it, its page code too; the same definition where it is not off. */
export const movedFace = (definition: Definition, { x, y }: PrinterOffset): Definition => {
  if (x === 0 && y === 0) return definition
  const [right, down] = [x / 10, y / 10]
  const { code } = layoutOf(definition)
  return {
    ...definition,
    layout: { ...definition.layout, code: { ...code, x: code.x + right, y: code.y + down } },
    blocks: definition.blocks.map(block =>
      block.block === 'place' ? { ...block, x: block.x + right, y: block.y + down } : block,
    ),
  }
}
