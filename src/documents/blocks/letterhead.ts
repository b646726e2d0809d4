import { Overflow } from '../document-error.ts'
import { flagAt, listAt, textAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { GREY, type TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { BLOCK, NAME, SMALL_LABEL } from '../styles.ts'

export function reference({ ink, values, left, top, width }: Flow): void {
  const style = { ...BLOCK, align: 'right' } as const
  ink.tags.within('P', () => ink.single(textAt(values, 'documentNumber'), left, top, width, style))
  ink.tags.within('P', () => ink.single(textAt(values, 'date'), left, top + BLOCK.pitch, width, style))
}

/** Smaller when it must be, for the window shows no more; the name last of all. */
const SIZES = [
  { block: 10.5, name: 12 },
  { block: 9.5, name: 12 },
  { block: 8.5, name: 12 },
  { block: 8.5, name: 10.5 },
  { block: 7.5, name: 10.5 },
] as const

export function addressee(flow: Flow): void {
  const { ink, values, left, layout } = flow
  const window = { top: mm(layout.window.top), bottom: mm(layout.window.bottom), width: mm(layout.window.width) }
  const at = (name: string) => textAt(values, `addressee.${name}`)
  const address = [at('postcode') && `〒${at('postcode')}`, ...listAt(values, 'addressee.lines').map(item => item.text)]
  const name = `${at('name')}　${at('honorific')}`
  for (const size of SIZES) {
    const block = { ...BLOCK, size: size.block, pitch: (size.block * BLOCK.pitch) / BLOCK.size }
    const lines: [string, TextStyle][] = [
      ...address.filter(Boolean).map((line): [string, TextStyle] => [line, block]),
      ['', { ...block, pitch: 5 }],
      ...(at('onBehalf') ? [[at('onBehalf'), block] satisfies [string, TextStyle]] : []),
      [name, { ...NAME, size: size.name, pitch: size.name * 1.5 }],
    ]
    const heights = lines.map(
      ([text, { face, size, pitch }]) => Math.max(1, breakLines(text, face, size, window.width).length) * pitch,
    )
    if (heights.reduce((sum, height) => sum + height, 0) > window.bottom + 1 - window.top) continue
    let y = window.top
    for (const [index, [text, style]] of lines.entries()) {
      if (text !== '') ink.tags.within('P', () => ink.text(text, left, y, window.width, style))
      y += heights[index] ?? 0
    }
    flow.y = Math.max(flow.y, window.bottom)
    return
  }
  throw new Overflow('宛先', 'addressee')
}

export function sender(flow: Flow): void {
  const { ink, values, layout } = flow
  const at = (name: string) => textAt(values, `sender.${name}`)
  const edge = mm(layout.sender.left)
  const side = mm(layout.seal)
  const width = flow.left + flow.width - edge
  const sealed = flagAt(values, 'sender.seal')
  const top = Math.max(flow.y, mm(layout.sender.top))
  let y = top
  for (const line of [at('company'), at('desk'), at('responsible')]) {
    if (line) y += ink.tags.within('P', () => ink.text(line, edge, y, sealed ? width - side - 6 : width, BLOCK))
  }
  if (sealed) {
    const x = edge + width - side
    const mark = { ...SMALL_LABEL, pitch: side, align: 'center', color: GREY } as const
    const draw = () => {
      ink.frame(x, top, side, side, { width: 0.4, color: '#a6a6a6', dash: 2 })
      ink.single('印', x, top, side, mark)
    }
    ink.tags.within('Figure', draw, { alt: '押印欄', bbox: [x, top, x + side, top + side] })
    y = Math.max(y, top + side + 3)
  }
  const small = { ...BLOCK, size: 9, pitch: 13 }
  const postcode = at('postcode')
  const lines = listAt(values, 'sender.lines').map(item => item.text)
  const rest = [
    postcode && `〒${postcode}　${lines[0] ?? ''}`,
    ...lines.slice(postcode ? 1 : 0),
    at('telephone') && `電話　${at('telephone')}`,
    at('hours') && `受付時間　${at('hours')}`,
  ]
  for (const line of rest) if (line) y += ink.tags.within('P', () => ink.text(line, edge, y, width, small))
  flow.y = y
}
