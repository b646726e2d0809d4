import { createHash } from 'node:crypto'
import { type SheetArea, shownArea, type WindowEnvelope } from '../domain/window-envelope.ts'
import type { Definition } from './definition.ts'
import { layoutOf } from './layout.ts'

/** Room for a window that is cut, and a sheet that is folded, a little beside the mark; mm. */
const SLACK = 1

/** Where the address stands on the sheet so that the window always shows it whole, mm. */
const addressArea = (envelope: WindowEnvelope, margin: number): SheetArea => {
  const { left, top, right, bottom } = shownArea(envelope)
  return { left: Math.max(left, margin), top: top + SLACK, right: right - SLACK, bottom: bottom - SLACK }
}

/** The definition with its address in the window of this envelope and its folds as the envelope needs them; others as they are. */
export const windowed = (definition: Definition, envelope: WindowEnvelope): Definition => {
  if (!definition.blocks.some(({ block }) => block === 'addressee')) return definition
  const { margin } = layoutOf(definition)
  const { left, top, right, bottom } = addressArea(envelope, margin.left)
  if (left > margin.left) throw new RangeError(`${envelope.id}: the window begins right of the margin`)
  const layout = { ...definition.layout, window: { top, bottom, width: right - margin.left }, folds: envelope.folds }
  const hash = createHash('sha256')
    .update(`${definition.hash} ${JSON.stringify(layout)}`)
    .digest('hex')
  return { ...definition, layout, hash, base: definition.base ?? definition.hash }
}
