import { expect, it } from 'vitest'
import { BLACK, Ink, type TextStyle } from '../../src/documents/ink.ts'
import { bytesOf, emptyPdf } from '../../src/documents/pdf-file.ts'
import { commandsOf, textOf } from './pdf.ts'

const style: TextStyle = { face: 'mincho', size: 10, pitch: 15 }
const drawn = (draw: (ink: Ink) => void): Buffer => {
  const doc = emptyPdf({ title: '紙', createdAt: '2026-11-21T00:00:00.000Z' })
  doc.addPage({ size: [300, 300], margin: 0 })
  draw(new Ink(doc))
  return bytesOf(doc)
}
const commands = (draw: (ink: Ink) => void) => commandsOf(drawn(draw)).join('\n')
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

it('sets colour, font and line once for what is alike', () => {
  const found = commands(ink => {
    for (let line = 0; line < 3; line++) {
      ink.single('受付番号', 10, 20 * line, 200, style)
      ink.rule(10, 20 * line, 100, 20 * line)
    }
  })
  expect(count(found, / rg\n/g)).toBe(1)
  expect(count(found, / Tf\n/g)).toBe(1)
  expect(count(found, / RG\n/g)).toBe(1)
  expect(count(found, / w\n/g)).toBe(1)
})

it('sets them anew on another page', () => {
  const found = commands(ink => {
    ink.single('甲', 10, 20, 200, style)
    ink.doc.addPage({ size: [300, 300], margin: 0 })
    ink.single('乙', 10, 20, 200, style)
  })
  expect(count(found, / rg\n/g)).toBe(2)
  expect(count(found, / Tf\n/g)).toBe(2)
})

it('does not rely on what pdfkit may have set by itself', () => {
  const found = commands(ink => {
    ink.single('甲', 10, 20, 200, style)
    ink.doc.fillColor('#ff0000')
    ink.single('乙', 10, 40, 200, style)
  })
  const [, after = ''] = found.split('1 0 0 scn')
  expect(after).toContain('0 0 0 rg')
})

it('ends a dash before the next whole line', () => {
  const found = commands(ink => {
    ink.rule(0, 10, 50, 10, { dash: 1.5 })
    ink.rule(0, 20, 50, 20)
    ink.rect(0, 0, 10, 10, BLACK)
  })
  expect(found.indexOf('[1.5 1.5] 0 d')).toBeLessThan(found.indexOf('[] 0 d'))
  expect(count(found, /0 d\n/g)).toBe(2)
})

it('closes every mark that it opens, also on the last page', () => {
  const found = commands(ink => {
    ink.rule(0, 10, 50, 10)
    ink.tags.within('P', () => ink.single('甲', 10, 20, 200, style))
    ink.rule(0, 30, 50, 30)
  })
  expect(count(found, /B(?:M|D)C\n/g)).toBe(3)
  expect(count(found, /EMC\n/g)).toBe(3)
})

it('writes an even gap as spacing of characters, and the text stays whole', async () => {
  const text = '個人情報の保護に関する法律の規定により次のとおり回答'
  const spread = (ink: Ink) => ink.text(`${text}いたします`.repeat(2), 10, 20, 255, { ...style, align: 'justify' })
  expect(commands(spread)).toMatch(/^0\.\d+ Tc$/m)
  expect(await textOf(drawn(spread))).toBe(`${text}いたします`.repeat(2))
})
