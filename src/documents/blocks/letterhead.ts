import { type SenderPart, senderParts } from '../../domain/letterhead.ts'
import { flagAt, listAt, textAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import { GREY, type TextStyle } from '../ink.ts'
import { mm } from '../millimetres.ts'
import type { Pen } from '../pen.ts'
import type { Picture } from '../picture.ts'
import { BLOCK, SMALL_LABEL } from '../styles.ts'
import { UNITS, wrapped } from './address-lines.ts'
import { widthIn } from './width.ts'

export function reference({ ink, values, left, top, width }: Flow): void {
  const style = { ...BLOCK, align: 'right' } as const
  ink.tags.within('P', () => ink.single(textAt(values, 'documentNumber'), left, top, width, style))
  ink.tags.within('P', () => ink.single(textAt(values, 'date'), left, top + BLOCK.pitch, width, style))
}

/** Where no letterhead says otherwise. */
const ORDER: readonly SenderPart[] = senderParts
const GAP = mm(2)
const SLACK = 2
/** Parts beside the seal. */
const BESIDE = 3
const NAMES: readonly SenderPart[] = ['company', 'desk', 'responsible']
const LEAST = 9

/** The same size for all names: the largest in which none is broken, or the smallest. */
function sizeOf(names: readonly string[], room: number): TextStyle {
  const lines = names.flatMap(name => name.split('\n'))
  let { size } = BLOCK
  while (size > LEAST && lines.some(line => widthIn(line, BLOCK.face, size) > room)) size -= 0.5
  return { ...BLOCK, size, pitch: size < BLOCK.size ? size * 1.4 : BLOCK.pitch }
}

/** Of small lines, one point smaller than break. */
const LEAST_SMALL = 8

/** A line too long is set smaller, and then broken where a person would; the height used. */
function setLines(
  ink: Pen,
  text: string,
  x: number,
  y: number,
  width: number,
  { style: given, part }: { style: TextStyle; part: SenderPart },
): number {
  const smaller = { ...given, size: LEAST_SMALL }
  const fits = ({ face, size }: TextStyle) => widthIn(text, face, size) <= width
  const isName = NAMES.includes(part)
  const style = !isName && !fits(given) && fits(smaller) ? smaller : given
  if (part === 'hours') return ink.text(text, x, y, width, style)
  const lines = wrapped(text, style.face, style.size, width, isName ? UNITS : undefined)
  lines.forEach((line, index) => {
    ink.single(line, x, y + index * style.pitch, width, style)
  })
  return lines.length * style.pitch
}

export function sender(flow: Flow): void {
  const { ink, values, layout, letterhead } = flow
  const at = (name: string) => textAt(values, `sender.${name}`)
  const edge = mm(layout.sender.left)
  const width = flow.left + flow.width - edge
  const { window, margin } = layout
  // A wide window shows what stands beside the address too, a little beside its mark.
  const clear = margin.left + window.width > layout.sender.left ? window.bottom + SLACK : layout.sender.top
  const top = Math.max(flow.y, mm(clear))
  const { logo, signature, order = ORDER } = letterhead ?? {}
  if (logo) {
    const [wide, high] = [mm(logo.width), mm(logo.height)]
    figure(ink, logo, logo.at === 'right' ? edge + width - wide : edge, top - GAP - high)
  }
  const side = drawSeal(flow, edge + width, top)
  const small = { ...BLOCK, size: 9, pitch: 13 }
  const room = side > 0 ? width - side - 6 : width
  const names = order.slice(0, BESIDE).filter(part => NAMES.includes(part))
  const block = sizeOf(names.map(at), room)
  const postcode = at('postcode')
  const lines = listAt(values, 'sender.lines').map(item => item.text)
  const parts: Record<SenderPart, { style: TextStyle; lines: string[] }> = {
    company: { style: block, lines: [at('company')] },
    desk: { style: block, lines: [at('desk')] },
    responsible: { style: block, lines: at('responsible').split('\n') },
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
    if (nth === BESIDE && side > 0) y = Math.max(y + 2, top + side + 3)
    const { style, lines: said } = parts[part]
    const measure = nth < BESIDE ? room : width
    for (const line of said) {
      if (line) y += ink.tags.within('P', () => setLines(ink, line, edge, y, measure, { style, part }))
    }
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
