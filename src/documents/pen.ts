import type { Ink } from './ink.ts'
import { breakLines } from './lines.ts'
import type { Tags } from './tags.ts'

/** What blocks draw with: the ink of a page, or nothing at all while a sheet is measured. */
export interface Pen
  extends Pick<
    Ink,
    'text' | 'single' | 'line' | 'rect' | 'squares' | 'rule' | 'path' | 'frame' | 'circle' | 'picture'
  > {
  readonly tags: Pick<Tags, 'within' | 'aside' | 'close'>
  readonly doc: {
    addPage(page: { size: [number, number]; margin: number }): unknown
    switchToPage(index: number): unknown
  }
}

const nothing = (): void => {}

/** Draws nothing and takes the room that ink would take. */
export const dryPen: Pen = {
  tags: { within: (_tag, draw) => draw(), aside: draw => draw(), close: nothing },
  doc: { addPage: nothing, switchToPage: nothing },
  text: (text, _x, _y, width, { face, size, pitch }) => breakLines(text, face, size, width).length * pitch,
  single: nothing,
  line: nothing,
  rect: nothing,
  squares: nothing,
  rule: nothing,
  path: nothing,
  frame: nothing,
  circle: nothing,
  picture: nothing,
}
