import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelSheets } from '../../src/desk/print/label-printing.ts'
import { shortPageCode } from '../../src/domain/page-code.ts'
import { sightOf } from '../../src/reading/page-sight.ts'
import { pdfPages } from '../../src/reading/pdf-pages.ts'
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

  it.each(labelSheets.map(sheet => sheet.id))(
    'of %s carry the code of the envelope that packing asks for',
    async id => {
      const sheet = sheetOf(id)
      const pdf = pdfOf(await at.desk.labels([pick(at.reply)], { sheet, start: 1, offset: none }, sato))
      const face = (await at.desk.pageSet(at.reply, ['l1'], sato)).find(each => each.form === 'envelope-face')
      if (face === undefined) throw new Error('no face')
      for await (const page of pdfPages(pdf)) expect(await sightOf(page)).toMatchObject({ code: face })
      expect((await pagesOf(pdf))[0]).toContain(shortPageCode(face))
    },
  )

  it('of a small sheet carry the code to be typed alone, and it stays inside', async () => {
    const sheet = { ...sheetOf('a-one-24'), rows: 11, cols: 4, width: 48.5, height: 25.4, pitchX: 48.5, pitchY: 25.4 }
    const how = { sheet: { ...sheet, top: 8.8, left: 8 }, start: 1, offset: none }
    const pdf = pdfOf(await at.desk.labels([pick(at.reply)], how, sato))
    for await (const page of pdfPages(pdf)) expect((await sightOf(page)).sight).toBe('none')
    const [runs = []] = await runsOf(pdf)
    expect(runs.map(run => run.text).join('')).toContain(`${at.reply}-L1-99-1/1-`)
    for (const run of runs.filter(each => each.text.trim() !== '')) {
      expect(run.x).toBeGreaterThan((8 * 72) / 25.4)
      expect(run.x + run.width).toBeLessThan(((8 + 48.5) * 72) / 25.4)
      expect(run.y).toBeGreaterThan(((297 - 8.8 - 25.4) * 72) / 25.4)
    }
  })

  it('are one for an envelope of several letters, with the face of the answer', async () => {
    const number = await at.answered()
    await at.do(number, 'writeLetter', { form: 'acknowledgement' })
    const picks = [pick(number, 'l2'), pick(at.notice), pick(number, 'l1')]
    expect(await at.desk.labelPicks(picks, sato)).toEqual([pick(number, 'l1'), pick(at.notice)])
    const [page = ''] = await pagesOf(
      pdfOf(await at.desk.labels(picks, { sheet: sheetOf('a-one-12'), start: 1, offset: none }, sato)),
    )
    expect(page.match(/\d{8}-L\d+-99/g)).toEqual([`${number}-L1-99`, `${at.notice}-L1-99`])
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
