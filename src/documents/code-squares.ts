import qrcode from 'qrcode'
import type { Pen } from './pen.ts'
import { bestMasked } from './qr-mask.ts'

/** A QR code of error correction M with its upper left corner at x, y; points. */
export function codeSquares(ink: Pick<Pen, 'squares'>, content: string, x: number, y: number, width: number): void {
  const { modules: first } = qrcode.create([{ data: Buffer.from(content), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
    // The library takes two fifths of a letter's time to weigh all eight.
    maskPattern: 0,
  })
  const { size } = first
  const dots = bestMasked({ size, data: first.data, fixed: first.reservedBit })
  const boxes: [number, number, number, number][] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = column
      while (column < size && dots[row * size + column] === 1) column++
      if (column > from) boxes.push([from, row, column - from, 1])
    }
  }
  ink.squares(boxes, x, y, width / size)
}
