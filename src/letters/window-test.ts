import type { Definition } from '../documents/definition.ts'
import type { PrinterOffset } from '../domain/labels.ts'
import { shownArea, type WindowEnvelope } from '../domain/window-envelope.ts'

/**
 * `template`: form 'printer-test'. The window of an envelope drawn on a sheet that lies in its left top corner, with the part
 * that is never hidden and the marks for folding: to be put in as a letter would be, and looked at.
 */
export const windowTest = (template: Definition, envelope: WindowEnvelope, offset: PrinterOffset): Definition => {
  const { left, top, width, height } = envelope.window
  const sure = shownArea(envelope)
  const [x, y] = [left + offset.x / 10, top + offset.y / 10]
  const cell = { seal: false, align: 'center', size: 9 } as const
  const row = (h: number, text: string) => ({
    h,
    dashed: true,
    cells: [{ ...cell, w: sure.right - sure.left, text }, { ...cell }],
  })
  const note = {
    block: 'place',
    x: 30,
    y: top + height + 8,
    w: 150,
    h: 30,
    size: 9.5,
    least: 9.5,
    pitch: 1.5,
    face: 'mincho',
    align: 'left',
    low: false,
    red: false,
    framed: false,
  } as const
  return {
    ...template,
    fields: {},
    layout: {
      ...template.layout,
      margin: { left: x, right: 210 - x - width, top: y, bottom: -10 },
      folds: envelope.folds,
    },
    blocks: [
      {
        block: 'grid',
        name: envelope.name,
        tone: 'ink',
        groups: [
          {
            rows: [
              row(sure.bottom - sure.top, 'あて名の場所'),
              row(height - (sure.bottom - sure.top), '隠れることがある'),
            ],
          },
        ],
      },
      {
        ...note,
        name: '使い方',
        text: `${envelope.name}\n${howToPut(envelope.folds)}、封筒に入れて左と上に寄せます。太い枠が窓と重なるか、右と下に寄せても「あて名の場所」が隠れないかを見ます。`,
      },
    ],
  }
}

const howToPut = (folds: readonly number[]): string =>
  folds.length === 0
    ? '折らずに'
    : `左右の端の印で${folds.length === 2 ? '三つ' : folds.length === 1 ? '二つ' : '四つ'}に折り`
