import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelSheets } from '../../src/desk/print/label-printing.ts'
import { runsOf } from '../documents/pdf.ts'
import { sato } from '../domain/given.ts'
import { elsewhere, type PrintStory, pagesOf, pdfOf, pick, printStory } from './print-story.ts'

let at: PrintStory
beforeAll(async () => {
  at = await printStory()
}, 60_000)
afterAll(() => at.gone())

describe('labels', () => {
  const sheetOf = (id: string) => {
    const sheet = labelSheets.find(each => each.id === id)
    if (!sheet) throw new Error(id)
    return sheet
  }
  const none = { x: 0, y: 0 }

  it.each(labelSheets.map(sheet => sheet.id))('of %s stand inside their labels', async id => {
    const sheet = sheetOf(id)
    const picks = [pick(at.reply), pick(at.notice)]
    const start = sheet.rows * sheet.cols
    const pages = await runsOf(pdfOf(await at.desk.labels(picks, { sheet, start, offset: none }, sato)))
    expect(pages).toHaveLength(2)
    const mm = (points: number) => (points * 25.4) / 72
    const right = sheet.left + (sheet.cols - 1) * sheet.pitchX
    const low = sheet.top + (sheet.rows - 1) * sheet.pitchY
    for (const run of (pages[0] ?? []).filter(each => each.text.trim() !== '')) {
      expect(mm(run.x)).toBeGreaterThan(right)
      expect(mm(run.x + run.width)).toBeLessThan(right + sheet.width)
      expect(297 - mm(run.y)).toBeGreaterThan(low)
      expect(297 - mm(run.y)).toBeLessThan(low + sheet.height)
    }
  })

  it('move with the printer', async () => {
    const sheet = sheetOf('a-one-12')
    const x = async (offset: { x: number; y: number }) =>
      (await runsOf(pdfOf(await at.desk.labels([pick(at.reply)], { sheet, start: 1, offset }, sato))))[0]?.[0]?.x ?? 0
    expect((await x({ x: 20, y: 0 })) - (await x(none))).toBeCloseTo((2 * 72) / 25.4, 1)
  })

  it('are not printed for a letter that is not there', async () => {
    const how = { sheet: sheetOf('a-one-12'), start: 1, offset: none }
    expect(await at.desk.labels([pick(at.reply)], how, elsewhere)).toMatchObject({
      ok: false,
      faults: [{ why: 'not_there' }],
    })
    expect(await at.desk.labels([pick(at.reply)], { ...how, start: 99 }, sato)).toEqual({ ok: false, faults: [] })
  })

  it('can be tried with rulers and outlines', async () => {
    const pages = await pagesOf(await at.desk.printerTest(sheetOf('a-one-24'), { x: 5, y: -12 }))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('右へ0.5mm、下へ-1.2mm')
    expect(pages[1]).toContain('24')
  })
})
