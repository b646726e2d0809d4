import type { TextStyle } from '../ink.ts'
import { type Line, singleLine } from '../lines.ts'
import type { Pen } from '../pen.ts'

/** A name with its フリガナ above: what is wider sets the width, the other is spread over it 1:2:1 (JIS X 4051 グループルビ). */
export interface Rubied {
  pairs: readonly { base: Line; reading: Line; wide: number }[]
  width: number
  height: number
  style: TextStyle
}

const GAP = 0.6
const smaller = (style: TextStyle): TextStyle => ({
  ...style,
  size: style.size / 2,
  pitch: style.size / 2,
  align: 'left',
})

/** Points. Words pair up where base and reading have as many, e.g. family and given name. */
export function rubied(text: string, reading: string, style: TextStyle): Rubied {
  const small = smaller(style)
  const words = text.split(/[ 　]+/)
  const readings = reading.split(/[ 　]+/)
  const bases = words.length === readings.length ? words : [text]
  const pairs = bases.map((word, index) => {
    const base = singleLine(word, style.face, style.size)
    const above = singleLine(bases === words ? (readings[index] ?? '') : reading, small.face, small.size)
    return { base, reading: above, wide: Math.max(base.width, above.width) }
  })
  const width = pairs.reduce((sum, { wide }) => sum + wide, 0) + (pairs.length - 1) * GAP * style.size
  return { pairs, width, height: small.pitch + style.size * 1.15, style }
}

/** Sets it in a box of `width` points whose top is `y`. */
export function drawRubied(ink: Pen, { pairs, width: used, style }: Rubied, x: number, y: number, width: number): void {
  const small = smaller(style)
  const slack = width - used
  let at = x + (style.align === 'center' ? slack / 2 : style.align === 'right' ? slack : 0)
  for (const { base, reading, wide } of pairs) {
    ink.tags.within('Ruby', () => {
      const set = { ...style, pitch: style.size * 1.15, align: 'left' } as const
      ink.tags.within('RB', () => spread(ink, base, at, y + small.pitch, wide, set))
      ink.tags.within('RT', () => spread(ink, reading, at, y, wide, small))
    })
    at += wide + GAP * style.size
  }
}

function spread(ink: Pen, line: Line, x: number, y: number, wide: number, style: TextStyle): void {
  const each = (wide - line.width) / Math.max(1, line.glyphs.length)
  const gaps = line.gaps.map((gap, index) => (index === 0 ? gap : gap + (each * 1000) / style.size))
  ink.line({ ...line, gaps, width: wide }, x + each / 2, y, wide, style)
}
