import { type SenderPart, senderParts } from '../../domain/letterhead.ts'
import { Overflow } from '../document-error.ts'
import { flagAt, listAt, textAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { GREY, type TextStyle } from '../ink.ts'
import { breakLines } from '../lines.ts'
import { mm } from '../millimetres.ts'
import type { Pen } from '../pen.ts'
import type { Picture } from '../picture.ts'
import { BLOCK, NAME, SMALL_LABEL } from '../styles.ts'

export function reference({ ink, values, left, top, width }: Flow): void {
  const style = { ...BLOCK, align: 'right' } as const
  ink.tags.within('P', () => ink.single(textAt(values, 'documentNumber'), left, top, width, style))
  ink.tags.within('P', () => ink.single(textAt(values, 'date'), left, top + BLOCK.pitch, width, style))
}

/** Smaller when it must be, for the window shows no more; the name last of all. */
const SIZES = [
  { block: 10.5, name: 12, pitch: BLOCK.pitch / BLOCK.size },
  { block: 9.5, name: 12, pitch: BLOCK.pitch / BLOCK.size },
  { block: 8.5, name: 12, pitch: BLOCK.pitch / BLOCK.size },
  { block: 8.5, name: 10.5, pitch: BLOCK.pitch / BLOCK.size },
  { block: 7.5, name: 10.5, pitch: BLOCK.pitch / BLOCK.size },
  // A name is never cut, so lines move together before a letter is refused.
  { block: 7.5, name: 9, pitch: 1.3 },
] as const

export function addressee(flow: Flow): void {
  const { ink, values, left, layout } = flow
  const window = { top: mm(layout.window.top), bottom: mm(layout.window.bottom), width: mm(layout.window.width) }
  const at = (name: string) => textAt(values, `addressee.${name}`)
  const address = [at('postcode') && `〒${at('postcode')}`, ...listAt(values, 'addressee.lines').map(item => item.text)]
  const name = `${at('name')}　${at('honorific')}`
  for (const size of SIZES) {
    const block = { ...BLOCK, size: size.block, pitch: size.block * size.pitch }
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

/** Where no letterhead says otherwise. */
const ORDER: readonly SenderPart[] = senderParts
const GAP = mm(2)

export function sender(flow: Flow): void {
  const { ink, values, layout, letterhead } = flow
  const at = (name: string) => textAt(values, `sender.${name}`)
  const edge = mm(layout.sender.left)
  const width = flow.left + flow.width - edge
  const top = Math.max(flow.y, mm(layout.sender.top))
  const { logo, signature, order = ORDER } = letterhead ?? {}
  if (logo) {
    const [wide, high] = [mm(logo.width), mm(logo.height)]
    figure(ink, logo, logo.at === 'right' ? edge + width - wide : edge, top - GAP - high)
  }
  const side = drawSeal(flow, edge + width, top)
  const small = { ...BLOCK, size: 9, pitch: 13 }
  const postcode = at('postcode')
  const lines = listAt(values, 'sender.lines').map(item => item.text)
  const parts: Record<SenderPart, { style: TextStyle; lines: string[] }> = {
    company: { style: BLOCK, lines: [at('company')] },
    desk: { style: BLOCK, lines: [at('desk')] },
    responsible: { style: BLOCK, lines: [at('responsible')] },
    address: {
      style: small,
      lines: [postcode && `〒${postcode}　${lines[0] ?? ''}`, ...lines.slice(postcode ? 1 : 0)],
    },
    telephone: { style: small, lines: [at('telephone') && `電話　${at('telephone')}`] },
    hours: { style: small, lines: [at('hours') && `受付時間　${at('hours')}`] },
  }
  let y = top
  for (const [nth, part] of order.entries()) {
    // The first three stand beside the seal, the others below it.
    const beside = nth < 3
    if (nth === 3 && side > 0) y = Math.max(y, top + side + 3)
    const { style, lines: said } = parts[part]
    const room = beside && side > 0 ? width - side - 6 : width
    for (const line of said) if (line) y += ink.tags.within('P', () => ink.text(line, edge, y, room, style))
    if (part === 'responsible' && signature) {
      figure(ink, signature, edge, y)
      y += mm(signature.height) + 2
    }
  }
  flow.y = y
}

/** The seal printed, or the box for it, with its right edge at `right`; returns the room it takes, 0 where there is none. */
function drawSeal({ ink, values, layout, letterhead }: Flow, right: number, top: number): number {
  const seal = letterhead?.seal
  if (seal) {
    figure(ink, seal, right - mm(seal.width), top)
    return Math.max(mm(seal.width), mm(seal.height))
  }
  if (!flagAt(values, 'sender.seal')) return 0
  const side = mm(layout.seal)
  const x = right - side
  const mark = { ...SMALL_LABEL, pitch: side, align: 'center', color: GREY } as const
  const draw = () => {
    ink.frame(x, top, side, side, { width: 0.4, color: '#a6a6a6', dash: 2 })
    ink.single('印', x, top, side, mark)
  }
  ink.tags.within('Figure', draw, { alt: '押印欄', bbox: [x, top, x + side, top + side] })
  return side
}

function figure(ink: Pen, picture: Picture, x: number, y: number): void {
  const [width, height] = [mm(picture.width), mm(picture.height)]
  ink.tags.within('Figure', () => ink.picture(picture, x, y, width, height), {
    alt: picture.alt,
    bbox: [x, y, x + width, y + height],
  })
}
