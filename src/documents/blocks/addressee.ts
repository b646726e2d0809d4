import { Overflow } from '../document-error.ts'
import { listAt, textAt } from '../fill.ts'
import type { Flow } from '../flow.ts'
import type { TextStyle } from '../ink.ts'
import { mm } from '../millimetres.ts'
import { BLOCK, NAME } from '../styles.ts'
import { named, unbroken, wrapped } from './address-lines.ts'

interface Size {
  /** Of the address; of the name. */
  readonly block: number
  readonly name: number
  /** Line pitch as a multiple of the size. */
  readonly pitch: number
}

const PITCH = BLOCK.pitch / BLOCK.size
/** Sizes in which no line of the address is broken, but at a space. */
const WHOLE: readonly Size[] = [10.5, 10, 9.5, 9].map(block => ({ block, name: 12, pitch: PITCH }))
/** Smaller and closer when it must be, for the window shows no more; the name last of all. */
const BROKEN: readonly Size[] = [
  { block: 10.5, name: 12, pitch: PITCH },
  { block: 9.5, name: 12, pitch: PITCH },
  { block: 8.5, name: 12, pitch: PITCH },
  { block: 8.5, name: 10.5, pitch: 1.3 },
  { block: 7.5, name: 10.5, pitch: 1.3 },
  { block: 7.5, name: 9, pitch: 1.25 },
  // A name is never cut: below this, the post and the person could not read it.
  { block: 7, name: 9, pitch: 1.2 },
]
const LEAST_NAME = 9
/** Between the address and the name, points. */
const GAP = 5

type Set = [lines: readonly string[], style: TextStyle][]

/** Postcode, address, for whom an agent acts, and the name, where a window envelope shows them. */
export function addressee(flow: Flow): void {
  const { ink, left, layout } = flow
  const top = mm(layout.window.top)
  const width = mm(layout.window.width)
  const room = mm(layout.window.bottom) + 1 - top
  const whole = WHOLE.find(size => unbroken(address(flow), size.block, width) && tall(set(flow, size, width)) <= room)
  const size = whole ?? BROKEN.find(each => tall(set(flow, each, width)) <= room)
  if (size === undefined) throw tooLong(flow, width, room)
  let y = top
  for (const [lines, style] of set(flow, size, width)) {
    for (const line of lines) {
      if (line !== '') ink.tags.within('P', () => ink.single(line, left, y, width, style))
      y += style.pitch
    }
  }
  flow.y = Math.max(flow.y, mm(layout.window.bottom))
}

const at = ({ values }: Flow, name: string): string => textAt(values, `addressee.${name}`)

const address = (flow: Flow): string[] =>
  [
    at(flow, 'postcode') && `〒${at(flow, 'postcode')}`,
    ...listAt(flow.values, 'addressee.lines').map(({ text }) => text),
  ].filter(Boolean)

function set(flow: Flow, { block: size, name, pitch }: Size, width: number): Set {
  const block = { ...BLOCK, size, pitch: size * pitch }
  const onBehalf = at(flow, 'onBehalf')
  const { lines, size: nameSize } = named(at(flow, 'name'), at(flow, 'honorific'), {
    width,
    from: name,
    least: Math.min(name, LEAST_NAME),
  })
  const close = pitch < PITCH ? pitch : 1.5
  return [
    ...address(flow).map((line): [string[], TextStyle] => [wrapped(line, block.face, size, width), block]),
    [[''], { ...block, pitch: GAP }],
    ...(onBehalf ? [[wrapped(onBehalf, block.face, size, width), block] satisfies [string[], TextStyle]] : []),
    [lines, { ...NAME, size: nameSize, pitch: nameSize * close }],
  ]
}

const tall = (lines: Set): number => lines.reduce((sum, [each, { pitch }]) => sum + each.length * pitch, 0)

function tooLong(flow: Flow, width: number, room: number): Overflow {
  const smallest = BROKEN.at(-1) ?? { block: BLOCK.size, name: NAME.size, pitch: PITCH }
  const lines = set(flow, smallest, width)
  const pitch = smallest.block * smallest.pitch
  const over = Math.ceil((tall(lines) - room) / pitch)
  const taken = lines.slice(0, address(flow).length).reduce((sum, [each]) => sum + each.length, 0)
  // A name that fills the window by itself is the one to be told of.
  const field = taken > over ? 'addressee.lines' : 'addressee.name'
  return new Overflow('宛先', field, { lines: taken, most: Math.max(0, taken - over) })
}
