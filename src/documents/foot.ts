import { type PageCode, pageCode, shortPageCode } from '../domain/page-code.ts'
import { codeSquares } from './code-squares.ts'
import type { Flow } from './flow.ts'
import { BLACK, type Ink } from './ink.ts'
import { mm } from './millimetres.ts'
import { FOOT } from './styles.ts'

interface Page {
  caseNumber: string
  /** Id of the case's letter and place of the sheet in its set, once the sheet belongs to one. */
  letter?: string
  sheet?: number
  form: string
  number: number
  of: number
  toSee?: true
}

/** The running foot of an A4 page. Its code names case, letter and page: nobody's name (DESIGN §6). */
export function foot(ink: Ink, flow: Flow, page: Page): void {
  const { left, width, layout } = flow
  const y = mm(layout.code.y) + 6
  const place = `${page.number}/${page.of}`
  ink.tags.aside(() => {
    if (page.caseNumber) ink.single(`受付番号 ${page.caseNumber}`, left, y, width, FOOT)
    ink.single(place, left, y, width, { ...FOOT, align: 'center' })
  })
  if (page.toSee) {
    toBeSeen(ink, flow)
    return
  }
  const code = codeOf(page)
  // Blank forms that nobody was sent yet: which form it is, and no more.
  if (!code) {
    draw(ink, flow, `KD1:${page.caseNumber}:${page.form}:${place}`, '様式')
    return
  }
  const text = shortPageCode(code)
  draw(ink, flow, pageCode(code), text)
  const { x, y: top, side } = layout.code
  const style = { ...FOOT, size: 6.5, pitch: 8, align: 'right' } as const
  ink.tags.aside(() => ink.single(text, left, mm(top + side) - style.pitch, mm(x - 2) - left, style))
}

/** The code in a corner of an envelope, with what a clerk can type below it; nothing where it belongs to no letter. */
export function envelopeCode(ink: Ink, flow: Flow, page: Page): void {
  if (page.toSee) {
    toBeSeen(ink, flow)
    return
  }
  const code = codeOf(page)
  if (!code) return
  const text = shortPageCode(code)
  draw(ink, flow, pageCode(code), text)
  const { x, y, side } = flow.layout.code
  ink.tags.aside(() => ink.single(text, mm(x), mm(y + side) + 2, mm(40), { ...FOOT, size: 6, pitch: 8 }))
}

/** Framed where a reader would look for the code: nothing to scan, nothing to type. */
function toBeSeen(ink: Ink, { layout }: Flow): void {
  const { x, y, side } = layout.code
  const style = { ...FOOT, face: 'bold', size: 12, pitch: 16, align: 'center' } as const
  ink.tags.aside(() => {
    ink.frame(mm(x), mm(y + 3), mm(side), 22, { width: 1, color: BLACK })
    ink.single('確認用', mm(x), mm(y + 3) + 5, mm(side), style)
  })
}

const codeOf = ({ caseNumber, letter, sheet, form, number, of }: Page): PageCode | null =>
  caseNumber && letter !== undefined && sheet !== undefined
    ? { number: caseNumber, letter, sheet, form, page: number, pages: of }
    : null

function draw(ink: Ink, { layout }: Flow, content: string, text: string): void {
  const { x, y, side } = layout.code
  const bbox: [number, number, number, number] = [mm(x), mm(y), mm(x + side), mm(y + side)]
  ink.tags.within('Figure', () => codeSquares(ink, content, mm(x), mm(y), mm(side)), {
    alt: `ページの照合コード ${text}`,
    bbox,
  })
}
