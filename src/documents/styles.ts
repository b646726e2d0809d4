import { GREY, type TextStyle } from './ink.ts'

// One size for body, one for titles, one for small print (PAPER.md).
export const BODY: TextStyle = { face: 'mincho', size: 10.5, pitch: 18, align: 'justify' }
export const BODY_BOLD: TextStyle = { ...BODY, face: 'bold' }
export const LABEL: TextStyle = { face: 'gothic', size: 10.5, pitch: 18 }
export const SMALL: TextStyle = { face: 'mincho', size: 8.5, pitch: 13, align: 'justify' }
export const SMALL_LABEL: TextStyle = { face: 'gothic', size: 8.5, pitch: 12 }
export const HEADING: TextStyle = { face: 'bold', size: 10.5, pitch: 18 }
export const TITLE: TextStyle = { face: 'bold', size: 14, pitch: 21, align: 'center' }
export const NAME: TextStyle = { face: 'mincho', size: 12, pitch: 18 }
export const BLOCK: TextStyle = { face: 'mincho', size: 10.5, pitch: 15 }
export const FOOT: TextStyle = { face: 'gothic', size: 8, pitch: 10, color: GREY }
