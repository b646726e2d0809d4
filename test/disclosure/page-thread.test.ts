import { PDFDocument, PDFName, PDFOperator, PDFOperatorNames } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { pageOf } from '../../src/disclosure/page-thread.ts'
import { plainPdf } from './sources.ts'

/** A page of a few kilobytes that paints ten to the ninth rectangles: each form paints the one below ten times. */
const endless = async (): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  let below = pdf.context.register(
    pdf.context.flateStream('0 0 5 5 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }),
  )
  for (let level = 0; level < 9; level += 1) {
    const Resources = { XObject: { F: below } }
    const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources }
    below = pdf.context.register(pdf.context.flateStream('/F Do '.repeat(10), form))
  }
  page.node.setXObject(PDFName.of('F'), below)
  page.pushOperators(PDFOperator.of(PDFOperatorNames.DrawObject, [PDFName.of('F')]))
  return pdf.save()
}
const pdf = { type: 'application/pdf', page: 1, dpi: 50 } as const

describe('a page to look at', () => {
  test('has its size, and a picture where one is asked', async () => {
    const bytes = await plainPdf(1)
    const seen = await pageOf({ ...pdf, bytes })
    expect(Buffer.from(seen?.jpeg ?? []).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(await pageOf({ ...pdf, bytes, dpi: null })).toEqual({ width: seen?.width, height: seen?.height })
  })

  test('that was made to hang is ended, and the next one is drawn', async () => {
    const bytes = await plainPdf(1)
    const [hung, next] = await Promise.all([
      pageOf({ ...pdf, bytes: await endless() }, 1_000),
      pageOf({ ...pdf, bytes }),
    ])
    expect(hung).toBeNull()
    expect(next?.jpeg).toBeDefined()
  })

  test('that is none is null, and says nothing of why', async () => {
    expect(await pageOf({ ...pdf, bytes: Buffer.from('%PDF-1.7 nothing') })).toBeNull()
    expect(await pageOf({ ...pdf, bytes: await plainPdf(1), page: 9 })).toBeNull()
  })
})
