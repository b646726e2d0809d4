import type { Definition } from '../../documents/definition.ts'
import { printingFault, renderSheets, type Values } from '../../documents/render.ts'
import type { PrinterOffset } from '../../domain/labels.ts'
import type { FormId } from '../../domain/letter.ts'
import type { Actor } from '../../domain/rule.ts'
import { movedFace } from '../../letters/moved-face.ts'
import { draftsOf, type FrozenSheet } from '../drafting.ts'
import type { Store } from '../open-store.ts'
import { inHouse } from '../work-rows.ts'

/** The sizes of envelope whose face the desk prints. */
export const envelopePapers = ['長3', '角2'] as const
export type EnvelopePaper = (typeof envelopePapers)[number]

/** Papers that stay in the house have no envelope. */
export const postable = (form: FormId): boolean => !inHouse.includes(form)

const faces: Record<EnvelopePaper, string> = { 長3: 'envelope-face', 角2: 'envelope-face-large' }

/** One face for each size of paper, with the same values. */
export const facesOf = (definitions: ReadonlyMap<string, Definition>, values: Values) =>
  envelopePapers.flatMap(paper => {
    const definition = definitions.get(faces[paper])
    return definition === undefined ? [] : [{ definition, values }]
  })

/** `code` of a DocumentError, `field` of the form (addressee.postcode); no_face: drafted before envelopes were printed, or kept in the house. */
export type EnvelopeFault = { readonly code: string; readonly field: string; readonly character?: string }
export type Enveloped = { ok: true; pdf: Buffer } | { ok: false; fault: EnvelopeFault }

export interface Envelopes {
  /** The face of a letter's envelope with its page code, the same bytes every time for the same `offset`; null: no such letter for these eyes. */
  envelope(
    number: string,
    letter: string,
    by: Actor,
    paper: EnvelopePaper,
    offset?: PrinterOffset,
  ): Promise<Enveloped | null>
  /** What stands on the envelope, frozen at drafting; null where there is none or it has been erased. */
  faceValues(number: string, letter: string, by: Actor): Promise<Values | null>
}

export const faceFor = (sheets: readonly FrozenSheet[], paper: EnvelopePaper): FrozenSheet | EnvelopeFault => {
  const face = sheets.find(sheet => sheet.face && sheet.definition.paper === paper)
  if (face === undefined) return { code: 'no_face', field: '' }
  const fault = printingFault(face)
  if (fault === null) return face
  const { code, field = '', character } = fault
  return { code, field, ...(character !== undefined && { character }) }
}

/** `visible`: whether the case is there for these eyes. */
export const envelopes = (
  { read }: Pick<Store, 'read'>,
  visible: (number: string, by: Actor) => Promise<boolean>,
): Envelopes => {
  const { frozen } = draftsOf(read)
  const sheetsOf = async (number: string, letter: string, by: Actor) =>
    (await visible(number, by)) ? frozen(number, letter) : null
  return {
    envelope: async (number, letter, by, paper, offset = { x: 0, y: 0 }) => {
      const sheets = await sheetsOf(number, letter, by)
      if (sheets === null) return null
      const face = faceFor(sheets, paper)
      if (!('definition' in face)) return { ok: false, fault: face }
      return { ok: true, pdf: await renderSheets([{ ...face, definition: movedFace(face.definition, offset) }]) }
    },
    faceValues: async (number, letter, by) =>
      (await sheetsOf(number, letter, by))?.find(sheet => sheet.face)?.values ?? null,
  }
}
