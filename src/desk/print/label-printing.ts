import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Definition } from '../../documents/definition.ts'
import { printingFault, renderSheets, type Sheet, type Values } from '../../documents/render.ts'
import { type LabelSheet, labelSheet, type PrinterOffset } from '../../domain/labels.ts'
import type { Actor } from '../../domain/rule.ts'
import type { WindowEnvelope } from '../../domain/window-envelope.ts'
import { type LabelPage, labelPages, printerTest } from '../../letters/label-sheet.ts'
import type { BatchFault, Picked } from './batches.ts'
import type { Envelopes } from './envelopes.ts'

/** Sizes of label sheets, from fixtures/label-sheets.yaml: a house with other sheets adds them there. */
export const labelSheets: readonly LabelSheet[] = labelSheet
  .array()
  .parse(parse(readFileSync(new URL('../../../fixtures/label-sheets.yaml', import.meta.url), 'utf8')))

export type Labelled = { ok: true; pdf: Buffer } | { ok: false; faults: readonly BatchFault[] }

export interface Labels {
  /** One label a letter from position `start` on; nothing is printed while one of them cannot be. */
  labels(
    picks: readonly Picked[],
    how: { sheet: LabelSheet; start: number; offset: PrinterOffset },
    by: Actor,
  ): Promise<Labelled>
  /** Rulers and the outlines of the labels, or of an envelope's window, where this printer puts them. */
  printerTest(sheet: LabelSheet | WindowEnvelope, offset: PrinterOffset): Promise<Buffer>
}

// Labels carry no date: the same labels are the same bytes on any day.
const createdAt = '2026-01-01T00:00:00.000Z'
const onPaper = (page: LabelPage): Sheet => ({ ...page, caseNumber: '', createdAt })

export const labels = (
  { faceValues }: Pick<Envelopes, 'faceValues'>,
  definitions: ReadonlyMap<string, Definition>,
): Labels => {
  const form = (id: string): Definition => {
    const found = definitions.get(id)
    if (found === undefined) throw new Error(`forms/${id}.yaml is not there`)
    return found
  }
  return {
    labels: async (picks, { sheet, start, offset }, by) => {
      const template = form('label-sheet')
      const faces: Values[] = []
      const faults: BatchFault[] = []
      for (const pick of picks) {
        const face = await faceValues(pick.number, pick.letter, by)
        const fault = face === null ? { why: 'not_there' } : faultOf(template, sheet, face)
        if (face === null || fault !== null) faults.push({ ...pick, name: null, why: 'not_there', ...fault })
        else faces.push(face)
      }
      const pages = labelPages(template, sheet, faces, { start, offset })
      if (faults.length > 0 || pages === null || pages.length === 0) return { ok: false, faults }
      return { ok: true, pdf: await renderSheets(pages.map(onPaper)) }
    },
    printerTest: async (sheet, offset) => renderSheets(printerTest(form('printer-test'), sheet, offset).map(onPaper)),
  }
}

const faultOf = (template: Definition, sheet: LabelSheet, face: Values): { why: string; field: string } | null => {
  const [page] = labelPages(template, sheet, [face], { start: 1, offset: { x: 0, y: 0 } }) ?? []
  const fault = page === undefined ? null : printingFault(onPaper(page))
  return fault && { why: fault.code, field: (fault.field ?? '').replace(/^label\d+\./, 'addressee.') }
}
