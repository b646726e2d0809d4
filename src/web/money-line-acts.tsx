import type { LineView } from '../desk/settling.ts'
import type { Visit } from './visit.ts'

/** The place for what may be done with a line beside giving it to cases: 対象外, 覚え書き, 返金, 組戻し. */
export const LineActForms = (_: { visit: Visit; view: LineView }) => null
