import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Definition } from '../../documents/definition.ts'
import { printingFault, renderSheets, type Sheet } from '../../documents/render.ts'
import type { Case } from '../../domain/case.ts'
import { type LabelSheet, labelSheet, type PrinterOffset } from '../../domain/labels.ts'
import { liveLetter } from '../../domain/letter.ts'
import { envelopeOf } from '../../domain/letter-cover.ts'
import { facePage } from '../../domain/page-set.ts'
import { policyOf } from '../../domain/policy-of.ts'
import type { Actor, Context } from '../../domain/rule.ts'
import type { WindowEnvelope } from '../../domain/window-envelope.ts'
import { type Label, type LabelPage, labelPages, printerTest } from '../../letters/label-sheet.ts'
import type { BatchFault, Picked } from './batches.ts'
import { type Envelopes, postable } from './envelopes.ts'

/** Sizes of label sheets, from fixtures/label-sheets.yaml: a house with other sheets adds them there. */
export const labelSheets: readonly LabelSheet[] = labelSheet
  .array()
  .parse(parse(readFileSync(new URL('../../../fixtures/label-sheets.yaml', import.meta.url), 'utf8')))

export type Labelled = { ok: true; pdf: Buffer } | { ok: false; faults: readonly BatchFault[] }

export interface Labels {
  /** One for each envelope, in the order given: the letter whose face it has, as in a batch. */
  labelPicks(picks: readonly Picked[], by: Actor): Promise<Picked[]>
  /** One label for each envelope from position `start` on; nothing is printed while one of them cannot be. */
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
  kase: (number: string, by: Actor) => Promise<{ kase: Case; context: Pick<Context, 'policyOn'> } | null>,
): Labels => {
  const form = (id: string): Definition => {
    const found = definitions.get(id)
    if (found === undefined) throw new Error(`forms/${id}.yaml is not there`)
    return found
  }
  const labelPicks: Labels['labelPicks'] = async (picks, by) => {
    const envelopes = new Map<string, { pick: Picked; reply: boolean }>()
    for (const pick of picks) {
      const found = await kase(pick.number, by)
      const letter = found?.kase.letters.find(each => each.id === pick.letter)
      const key = `${pick.number} ${letter && postable(letter.form) ? envelopeOf(letter) : pick.letter}`
      const reply = letter?.decision !== undefined
      // The answer's own face goes on the envelope (page-set.ts), and with it whatever lies beside it.
      const before = envelopes.get(key)
      if (before === undefined || (reply && !before.reply)) envelopes.set(key, { pick, reply })
    }
    return [...envelopes.values()].map(({ pick }) => pick)
  }

  /** Null: nobody whose label it could be. */
  const labelOf = async (pick: Picked, by: Actor): Promise<Label | 'outdated' | null> => {
    const face = await faceValues(pick.number, pick.letter, by)
    const found = await kase(pick.number, by)
    const letter = found && liveLetter(found.kase, pick.letter)
    if (face === null || !found || !letter) return null
    if (letter.outdated) return 'outdated'
    // A window shows the letter's own address: there a code of a face would be a page too many at packing.
    const asked = policyOf(found.kase, found.context).packing.value.envelope === 'printed'
    return { face, code: asked ? facePage(pick.number, letter) : null }
  }

  return {
    labelPicks,
    labels: async (picks, { sheet, start, offset }, by) => {
      const template = form('label-sheet')
      const faces: Label[] = []
      const faults: BatchFault[] = []
      for (const pick of await labelPicks(picks, by)) {
        const label = await labelOf(pick, by)
        const fault = label === 'outdated' ? { why: label } : label && faultOf(template, sheet, label)
        if (label === null || label === 'outdated' || fault !== null)
          faults.push({ ...pick, name: null, why: 'not_there', ...fault })
        else faces.push(label)
      }
      const pages = labelPages(template, sheet, faces, { start, offset })
      if (faults.length > 0 || pages === null || pages.length === 0) return { ok: false, faults }
      return { ok: true, pdf: await renderSheets(pages.map(onPaper)) }
    },
    printerTest: async (sheet, offset) => renderSheets(printerTest(form('printer-test'), sheet, offset).map(onPaper)),
  }
}

const faultOf = (template: Definition, sheet: LabelSheet, face: Label): { why: string; field: string } | null => {
  const [page] = labelPages(template, sheet, [face], { start: 1, offset: { x: 0, y: 0 } }) ?? []
  const fault = page === undefined ? null : printingFault(onPaper(page))
  return fault && { why: fault.code, field: (fault.field ?? '').replace(/^label\d+\./, 'addressee.') }
}
