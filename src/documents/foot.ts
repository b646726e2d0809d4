import qrcode from 'qrcode'
import { MARGIN, PAPER } from './flow.ts'
import type { Ink } from './ink.ts'
import { mm } from './millimetres.ts'
import { FOOT } from './styles.ts'

const CODE = mm(15)
const TOP = mm(PAPER.A4[1] - 20)

/** The foot of an A4 page. The code names the case, the form and the page: nobody's name (DESIGN §6). */
export function foot(ink: Ink, page: { caseNumber: string; definition: string; number: number; of: number }): void {
  const width = mm(PAPER.A4[0])
  const line = width - MARGIN.left - MARGIN.right
  const y = TOP + 6
  const place = `${page.number}/${page.of}`
  if (page.caseNumber) ink.single(`受付番号 ${page.caseNumber}`, MARGIN.left, y, line, FOOT)
  ink.single(place, MARGIN.left, y, line, { ...FOOT, align: 'center' })
  code(ink, `KD1:${page.caseNumber}:${page.definition}:${place}`, width - MARGIN.right - CODE, TOP)
}

function code(ink: Ink, content: string, x: number, y: number): void {
  const { modules } = qrcode.create(content, { errorCorrectionLevel: 'M' })
  const side = CODE / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const from = column
      while (column < modules.size && modules.get(row, column)) column++
      if (column > from) ink.doc.rect(x + from * side, y + row * side, (column - from) * side, side)
    }
  }
  ink.doc.fill('#000000')
}
