import type { Definition } from '../documents/definition.ts'
import { type LabelSheet, labelCode, labelPlaces, type PrinterOffset } from '../domain/labels.ts'
import { type PageCode, pageCode, shortPageCode } from '../domain/page-code.ts'
import type { WindowEnvelope } from '../domain/window-envelope.ts'
import type { Values } from './facts.ts'
import { windowTest } from './window-test.ts'

type Block = Definition['blocks'][number]
type Placed = Extract<Block, { block: 'place' | 'code' }>

/** `face`: the values of the envelope's face; `code`: its page code, where packing asks for a face at all. */
export interface Label {
  readonly face: Values
  readonly code: PageCode | null
}

/** A page ready to be set: a definition made for it and its values. */
export interface LabelPage {
  readonly definition: Definition
  readonly values: Values
}

/** The label that forms/label-sheet.yaml is drawn for, mm. */
const DRAWN = { width: 86.4, height: 42.3 }

/**
 * Pages of labels. `template`: form 'label-sheet', one label from its left top corner; of the faces `addressee` is printed;
 * `start`: first free position of a used sheet, from 1. Null where the sheet has no such position.
 */
export const labelPages = (
  template: Definition,
  sheet: LabelSheet,
  labels: readonly Label[],
  { start, offset }: { start: number; offset: PrinterOffset },
): LabelPage[] | null => {
  const places = labelPlaces(sheet, labels.length, start, offset)
  if (places === null) return null
  const pages: { fields: Definition['fields']; blocks: Block[]; values: Values }[] = []
  for (const [nth, { page, position, x, y }] of places.entries()) {
    pages[page] ??= { fields: {}, blocks: [], values: {} }
    const on = pages[page]
    const own = (text: string) => text.replaceAll('addressee.', `label${position}.`)
    for (const [name, field] of Object.entries(template.fields)) on.fields[own(name)] = field
    on.blocks.push(...template.blocks.filter(isPlaced).map(block => moved(block, sheet, { x, y, position }, own)))
    const { face, code = null } = labels[nth] ?? {}
    on.values[`label${position}`] = { ...(face?.addressee as Values | undefined), ...codeValues(sheet, code) }
  }
  return pages.map(({ values, ...made }) => ({ definition: { ...template, ...made }, values }))
}

const codeValues = (sheet: LabelSheet, code: PageCode | null): Values => ({
  ...(code && labelCode(sheet) === 'squares' && { code: pageCode(code) }),
  ...(code && { typed: shortPageCode(code) }),
})

const isPlaced = (block: Block): block is Placed => block.block === 'place' || block.block === 'code'

/** The code below the text is never drawn smaller, or no reader sees it: mm from the top of the drawn label to its lower edge. */
const FOOT = 41
/** The height of its typed form, with a little air. */
const TYPED = 2.8
const typed = (block: Placed): boolean => block.text?.includes('addressee.typed') === true

const moved = (
  block: Placed,
  sheet: LabelSheet,
  { x, y, position }: { x: number; y: number; position: number },
  own: (text: string) => string,
): Placed => {
  const { text, show } = block
  return {
    ...block,
    name: `${position}枚目の${block.name}`,
    ...boxOn(sheet, block, { x, y }),
    ...(text !== undefined && { text: own(text) }),
    ...('list' in block && block.list !== undefined && { list: own(block.list) }),
    ...(show !== undefined && { show: own(show) }),
  } as Placed
}

const boxOn = ({ width, height }: LabelSheet, block: Placed, corner: { x: number; y: number }) => {
  const [across, down] = [width / DRAWN.width, height / DRAWN.height]
  const { x, y, w, h } = block
  const isCode = block.block === 'code'
  const box =
    isCode || typed(block)
      ? { x: isCode ? (x + w) * across - w : x * across, y: FOOT * down - (FOOT - y), w: isCode ? w : w * across, h }
      : { x: x * across, y: y * down, w: w * across, h: Math.min(h * down, FOOT * down - TYPED - y * down) }
  return { ...box, x: corner.x + box.x, y: corner.y + box.y }
}

const millimetres = (tenths: number): string => (tenths / 10).toFixed(1)

/** `template`: form 'printer-test'. Its rulers, moved by the offset, then the outlines of labels or window where the printer would put them. */
export const printerTest = (
  template: Definition,
  sheet: LabelSheet | WindowEnvelope,
  offset: PrinterOffset,
): LabelPage[] => {
  const values = { what: sheet.name, right: millimetres(offset.x), down: millimetres(offset.y) }
  const layout = template.layout ?? {}
  const margin = layout.margin ?? { left: 10, right: 10, top: 10, bottom: 10 }
  const [right, down] = [offset.x / 10, offset.y / 10]
  const rulers: Definition = {
    ...template,
    layout: {
      ...layout,
      margin: {
        left: margin.left + right,
        right: margin.right - right,
        top: margin.top + down,
        bottom: margin.bottom - down,
      },
    },
  }
  return [
    { definition: rulers, values },
    {
      definition: 'window' in sheet ? windowTest(template, sheet, offset) : outlines(template, sheet, offset),
      values: {},
    },
  ]
}

/** Every crossing of lines is a corner of a label; the gaps between labels are strips of their own. */
const outlines = (template: Definition, sheet: LabelSheet, offset: PrinterOffset): Definition => {
  const { rows, cols, width, height, pitchX, pitchY } = sheet
  const left = sheet.left + offset.x / 10
  const cell = { seal: false, align: 'center', size: 10.5 } as const
  const gap = (size: number, pitch: number, last: boolean) => (last || pitch - size < 0.01 ? [] : [pitch - size])
  const line = (row: number | null) =>
    Array.from({ length: cols }, (_, col) => [
      { ...cell, w: width, ...(row !== null && { text: String(row * cols + col + 1) }) },
      ...gap(width, pitchX, col === cols - 1).map(w => ({ ...cell, w })),
    ]).flat()
  const lines = Array.from({ length: rows }, (_, row) => [
    { h: height, dashed: false, cells: line(row) },
    ...gap(height, pitchY, row === rows - 1).map(h => ({ h, dashed: false, cells: line(null) })),
  ]).flat()
  const across = pitchX * (cols - 1) + width
  return {
    ...template,
    fields: {},
    layout: {
      ...template.layout,
      margin: { left, right: 210 - left - across, top: sheet.top + offset.y / 10, bottom: -10 },
    },
    blocks: [{ block: 'grid', name: sheet.name, tone: 'ink', groups: [{ rows: lines }] }],
  }
}
