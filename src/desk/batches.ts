import type { Definition } from '../documents/definition.ts'
import type { Values } from '../documents/render.ts'
import type { Case } from '../domain/case.ts'
import type { PlainDate } from '../domain/day.ts'
import { wareki } from '../domain/era.ts'
import { type FormId, type Letter, liveLetter } from '../domain/letter.ts'
import type { Actor } from '../domain/rule.ts'
import { type BatchSet, batchIndexValues } from '../letters/batch-index.ts'
import { letterWords } from '../words/letters.ts'
import { draftsOf, type FrozenSheet } from './drafting.ts'
import { type EnvelopePaper, faceFor, postable } from './envelopes.ts'
import { bound, type Part, partOf, sheetsOfPaper } from './merging.ts'
import type { Store } from './open-store.ts'

export interface Picked {
  readonly number: string
  readonly letter: string
}

export interface BatchHow {
  readonly bothSides: boolean
  /** null: no envelopes, e.g. with windows or labels */
  readonly envelope: EnvelopePaper | null
  /** printed on the cover and in the file: the same day gives the same bytes */
  readonly on: PlainDate
  /** finished pages (開示資料) in place of the letter and its 別紙; null where the letter has none */
  readonly finished?: (number: string, letter: string) => Promise<Buffer | null>
}

/** `why`: not_there, discarded, erased, no_face, or the code of a DocumentError on the envelope with its `field`. */
export interface BatchFault extends Picked {
  readonly name: string | null
  readonly why: string
  readonly field?: string
  readonly character?: string
}

export type Batched = { ok: true; pdf: Buffer } | { ok: false; faults: readonly BatchFault[] }

export interface Batches {
  /** What would stop a batch; nothing is printed. */
  batchFaults(picks: readonly Picked[], how: BatchHow, by: Actor): Promise<BatchFault[]>
  /** Cover index, then each envelope with its letters and enclosures, in the order given; all of it or nothing. */
  batch(picks: readonly Picked[], how: BatchHow, by: Actor): Promise<Batched>
}

/** What goes into one envelope, or one paper that stays in the house. */
interface Set {
  readonly number: string
  readonly to: Letter['to'] | 'house'
  readonly letters: { readonly letter: Letter; readonly sheets: readonly FrozenSheet[] }[]
}

const papers: Record<EnvelopePaper, string> = { 長3: '長形3号', 角2: '角形2号' }
const numberText = (number: string) => `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`

export const batches = (
  { read }: Pick<Store, 'read'>,
  index: () => Definition | undefined,
  kase: (number: string, by: Actor) => Promise<{ kase: Case } | null>,
): Batches => {
  const { frozen } = draftsOf(read)

  const gather = async (picks: readonly Picked[], { envelope }: BatchHow, by: Actor) => {
    const sets: Set[] = []
    const faults: BatchFault[] = []
    for (const pick of distinct(picks)) {
      const found = await kase(pick.number, by)
      const letter = found?.kase.letters.find(each => each.id === pick.letter)
      if (!found || !letter) {
        faults.push({ ...pick, name: null, why: 'not_there' })
        continue
      }
      const sheets = await frozen(pick.number, pick.letter)
      const name = sheets && addresseeOf(sheets)
      const refused = (why: string) => faults.push({ ...pick, name, why })
      if (sheets === null) refused('erased')
      else if (liveLetter(found.kase, letter.id) === undefined) refused('discarded')
      else {
        const face = envelope !== null && postable(letter.form) ? faceFor(sheets, envelope) : null
        if (face !== null && 'code' in face) {
          const { code: why, field, character } = face
          faults.push({ ...pick, name, why, field, ...(character !== undefined && { character }) })
        }
        join(sets, pick.number, letter, sheets)
      }
      await breath()
    }
    return { sets, faults }
  }

  return {
    batchFaults: async (picks, how, by) => (await gather(picks, how, by)).faults,
    batch: async (picks, how, by) => {
      const { sets, faults } = await gather(picks, how, by)
      if (faults.length > 0 || sets.length === 0) return { ok: false, faults }
      const done: { set: BatchSet; parts: Part[] }[] = []
      for (const set of sets) done.push(await printed(set, how))
      const definition = index()
      if (definition === undefined) throw new Error('forms/batch-index.yaml is not there')
      const envelope = how.envelope && papers[how.envelope]
      const { bothSides, on } = how
      const values = batchIndexValues({ date: wareki(on), bothSides, envelope, sets: done.map(each => each.set) })
      const createdAt = `${on}T00:00:00.000Z`
      const cover = await partOf('表紙', [{ definition, values, caseNumber: '', createdAt }])
      const title = `${definition.title.replace('の表紙', '')} ${on}`
      return {
        ok: true,
        pdf: await bound([cover, ...done.flatMap(each => each.parts)], { bothSides, title, createdAt }),
      }
    },
  }
}

const distinct = (picks: readonly Picked[]): Picked[] => [
  ...new Map(picks.map(pick => [`${pick.number}/${pick.letter}`, pick])).values(),
]

/** Letters to one reader share an envelope, where the first of them stands. */
const join = (sets: Set[], number: string, letter: Letter, sheets: readonly FrozenSheet[]): void => {
  const to = postable(letter.form) ? letter.to : 'house'
  const same = to === 'house' ? undefined : sets.find(set => set.number === number && set.to === to)
  if (same) same.letters.push({ letter, sheets })
  else sets.push({ number, to, letters: [{ letter, sheets }] })
}

const addresseeOf = (sheets: readonly FrozenSheet[]): string | null => {
  const addressee = sheets.find(sheet => sheet.face)?.values.addressee as Values | undefined
  const { name, honorific } = addressee ?? {}
  return typeof name === 'string' && name !== '' ? `${name}　${String(honorific ?? '')}`.trim() : null
}

const printed = async ({ number, letters }: Set, how: BatchHow): Promise<{ set: BatchSet; parts: Part[] }> => {
  const parts: Part[] = []
  const first = letters[0]
  const face =
    first && how.envelope !== null && postable(first.letter.form) ? faceFor(first.sheets, how.envelope) : null
  if (face !== null && 'definition' in face) parts.push(await partOf('封筒', [face]))
  for (const { letter, sheets } of letters) {
    const own = sheets.filter(sheet => !sheet.face)
    const finished = (await how.finished?.(number, letter.id)) ?? null
    if (finished !== null) parts.push(await partOf(`${letterWords[letter.form]}・開示資料`, finished))
    for (const [nth, sheet] of own.entries()) {
      const form = sheet.definition.id as FormId
      if (finished !== null && (nth === 0 || form === 'disclosure-schedule')) continue
      parts.push(await partOf(letterWords[form] ?? sheet.definition.title, [sheet]))
      await breath()
    }
  }
  return {
    set: {
      number: numberText(number),
      name: (first && addresseeOf(first.sheets)) ?? '（社内で保管）',
      papers: parts.map(({ label, pages }) => ({ label, pages })),
      sheets: parts.reduce((sum, { pages }) => sum + sheetsOfPaper(pages, how.bothSides), 0),
    },
    parts,
  }
}

/** Setting type holds the only thread: others are let in between two papers. */
const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
