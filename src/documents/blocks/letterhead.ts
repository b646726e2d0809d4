import { Overflow } from '../document-error.ts'
import { flagAt, listAt, textAt } from '../fill.ts'
import { type Flow, MARGIN } from '../flow.ts'
import { GREY, type TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import { BLOCK, NAME, SMALL_LABEL } from '../styles.ts'

// A sheet folded in three shows its first 99 mm; this is what a 長形3号 window leaves open.
const WINDOW = { top: mm(28), bottom: mm(63), width: mm(82) }
const SENDER = { top: mm(61), left: mm(108) }
const SEAL = mm(20)

export function reference({ ink, values, left, width }: Flow): void {
  ink.single(textAt(values, 'documentNumber'), left, MARGIN.top, width, { ...BLOCK, align: 'right' })
  ink.single(textAt(values, 'date'), left, MARGIN.top + BLOCK.pitch, width, { ...BLOCK, align: 'right' })
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
  const { ink, values, left } = flow
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
      ([text, { face, size, pitch }]) => Math.max(1, breakLines(text, face, size, WINDOW.width).length) * pitch,
    )
    if (heights.reduce((sum, height) => sum + height, 0) > WINDOW.bottom + 1 - WINDOW.top) continue
    let y = WINDOW.top
    for (const [index, [text, style]] of lines.entries()) {
      if (text !== '') ink.text(text, left, y, WINDOW.width, style)
      y += heights[index] ?? 0
    }
    flow.y = Math.max(flow.y, WINDOW.bottom)
    return
  }
  throw new Overflow('宛先', 'addressee')
}

export function sender(flow: Flow): void {
  const { ink, values } = flow
  const at = (name: string) => textAt(values, `sender.${name}`)
  const width = flow.left + flow.width - SENDER.left
  const sealed = flagAt(values, 'sender.seal')
  const top = Math.max(flow.y, SENDER.top)
  let y = top
  for (const line of [at('company'), at('desk'), at('responsible')]) {
    if (line) y += ink.text(line, SENDER.left, y, sealed ? width - SEAL - 6 : width, BLOCK)
  }
  if (sealed) {
    const x = SENDER.left + width - SEAL
    ink.frame(x, top, SEAL, SEAL, { width: 0.4, color: '#a6a6a6', dash: 2 })
    const mark = { ...SMALL_LABEL, pitch: SEAL, align: 'center', color: GREY } as const
    ink.single('印', x, top, SEAL, mark)
    y = Math.max(y, top + SEAL + 3)
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
  for (const line of rest) if (line) y += ink.text(line, SENDER.left, y, width, small)
  flow.y = y
}
