import { GREY, type TextStyle } from './ink.ts'
import { HOUSE, type Setting } from './setting.ts'

// One size for body, one for titles, one for small print (PAPER.md).
export const SMALL: TextStyle = { face: 'mincho', size: 8.5, pitch: 13, align: 'justify' }
export const SMALL_LABEL: TextStyle = { face: 'gothic', size: 8.5, pitch: 12 }
export const TITLE: TextStyle = { face: 'bold', size: 14, pitch: 21, align: 'center' }
export const NAME: TextStyle = { face: 'mincho', size: 12, pitch: 18 }
export const BLOCK: TextStyle = { face: 'mincho', size: 10.5, pitch: 15 }
export const FOOT: TextStyle = { face: 'gothic', size: 8, pitch: 10, color: GREY }

/** Styles of running text, whose lines a setting brings closer. */
export const stylesOf = ({ pitch }: Setting) =>
  ({
    body: { face: 'mincho', size: 10.5, pitch, align: 'justify' },
    bodyBold: { face: 'bold', size: 10.5, pitch, align: 'justify' },
    label: { face: 'gothic', size: 10.5, pitch },
    sublabel: { face: 'gothic', size: 9.5, pitch },
    heading: { face: 'bold', size: 10.5, pitch },
  }) as const satisfies Record<string, TextStyle>

export type Styles = ReturnType<typeof stylesOf>

export const HOUSE_STYLES = stylesOf(HOUSE)
