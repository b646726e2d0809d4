import type { Definition } from '../../documents/definition.ts'
import type { Sheet, Values } from '../../documents/render.ts'
import type { Case } from '../../domain/case.ts'
import type { PlainDate } from '../../domain/day.ts'
import { wareki } from '../../domain/era.ts'
import type { PrinterOffset } from '../../domain/labels.ts'
import { type FormId, type Letter, liveLetter } from '../../domain/letter.ts'
import { envelopeFor, MOST_FOLDED, sheetsIn } from '../../domain/letter-bulk.ts'
import { envelopeOf } from '../../domain/letter-cover.ts'
import type { PageCode } from '../../domain/page-code.ts'
import { pageSet } from '../../domain/page-set.ts'
import { policyOf } from '../../domain/policy-of.ts'
import type { Actor, Context } from '../../domain/rule.ts'
import { type BatchSet, batchIndexValues } from '../../letters/batch-index.ts'
import { movedFace } from '../../letters/moved-face.ts'
import { letterWords } from '../../words/letters.ts'
import { draftsOf, type FrozenSheet } from '../drafting.ts'
import type { Store } from '../open-store.ts'
import { type EnvelopePaper, faceFor, postable } from './envelopes.ts'
import { binding, type Pages, sheetsOfPaper } from './merging.ts'
import type { Prints } from './prints.ts'

export interface Picked {
  readonly number: string
  readonly letter: string
}

export interface BatchHow {
  readonly bothSides: boolean
  /** fit: by the number of sheets; null: no envelopes, e.g. with windows or labels */
  readonly envelope: EnvelopePaper | 'fit' | null
  /** how far the printer is off with envelopes */
  readonly offset?: PrinterOffset
  /** printed on the cover and in the file: the same day gives the same bytes */
  readonly on: PlainDate
  /** finished pages (開示資料: the letter, its enclosures, pages of files) in their place; null where the letter has none */
  readonly finished?: (number: string, letter: string) => Promise<Buffer | null>
}

/** `why`: too_thick (`sheets` do not go into the smaller envelope), not_there, discarded, outdated, erased, print_lost, no_face, or the code of a DocumentError on the envelope with its `field`. */
export interface BatchFault extends Picked {
  readonly name: string | null
  readonly why: string
  readonly field?: string
  readonly character?: string
  readonly sheets?: number
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
  readonly letters: readonly Pick<Taken, 'letter' | 'sheets' | 'kept'>[]
  /** the envelope, where one is printed */
  readonly face: FrozenSheet | null
}

interface Taken {
  readonly number: string
  readonly letter: Letter
  readonly sheets: readonly FrozenSheet[]
  /** its file, where drawing it now would give other pages than were printed */
  readonly kept: { readonly pdf: Buffer; readonly pages: readonly number[] } | null
  /** pages as the packing check counts them, the face not among them */
  readonly pages: readonly PageCode[]
  /** whether a face belongs to it */
  readonly envelope: boolean
}

const paperNames: Record<EnvelopePaper | 'fit', string> = {
  長3: '長形3号',
  角2: '角形2号',
  fit: '長形3号・角形2号（枚数に合わせる）',
}
const numberText = (number: string) => `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`

export const batches = (
  { read, prints }: Pick<Store, 'read'> & { readonly prints: Pick<Prints, 'keptOtherwise'> },
  index: () => Definition | undefined,
  kase: (number: string, by: Actor) => Promise<{ kase: Case; context: Pick<Context, 'policyOn'> } | null>,
): Batches => {
  const { frozen } = draftsOf(read)

  const gather = async (picks: readonly Picked[], { envelope, bothSides }: BatchHow, by: Actor) => {
    const sets: Set[] = []
    const faults: BatchFault[] = []
    const taken = new Map<string, Taken[]>()
    for (const pick of distinct(picks)) {
      const taking = await take(pick, by)
      if ('why' in taking) faults.push(taking)
      else {
        const own = postable(taking.letter.form) ? envelopeOf(taking.letter) : pick.letter
        const key = `${pick.number} ${own}`
        taken.set(key, [...(taken.get(key) ?? []), taking])
      }
      await breath()
    }
    for (const group of taken.values()) {
      const reader = readerOf(group)
      const sheets = sheetsIn(
        group.flatMap(({ pages }) => pages),
        bothSides,
      )
      const paper = envelope === 'fit' ? envelopeFor(sheets) : envelope
      if (paper === '長3' && reader.envelope && sheets > MOST_FOLDED) {
        const { number, letter } = reader
        faults.push({ number, letter: letter.id, name: addresseeOf(reader.sheets), why: 'too_thick', sheets })
        continue
      }
      const face = paper === null || !reader.envelope ? null : faceFor(reader.sheets, paper)
      if (face !== null && 'code' in face) {
        const { code: why, field, character } = face
        const { number, letter } = reader
        const name = addresseeOf(reader.sheets)
        faults.push({ number, letter: letter.id, name, why, field, ...(character !== undefined && { character }) })
      } else sets.push({ number: reader.number, letters: group, face })
    }
    return { sets, faults }
  }

  const take = async (pick: Picked, by: Actor): Promise<Taken | BatchFault> => {
    const found = await kase(pick.number, by)
    const letter = found?.kase.letters.find(each => each.id === pick.letter)
    if (!found || !letter) return { ...pick, name: null, why: 'not_there' }
    const sheets = await frozen(pick.number, pick.letter)
    if (sheets === null) return { ...pick, name: null, why: 'erased' }
    if (liveLetter(found.kase, letter.id) === undefined) return { ...pick, name: addresseeOf(sheets), why: 'discarded' }
    if (letter.outdated) return { ...pick, name: addresseeOf(sheets), why: 'outdated' }
    const kept = await prints.keptOtherwise(pick.number, pick.letter)
    if (kept === 'lost') return { ...pick, name: addresseeOf(sheets), why: 'print_lost' }
    // A window shows the letter's own address: a face would be a page too many at packing.
    const wanted = policyOf(found.kase, found.context).packing.value.envelope === 'printed'
    const counted = kept?.pages ?? sheets.flatMap(sheet => (sheet.face ? [] : [sheet.pages ?? 1]))
    const pages = pageSet(found.kase, [{ ...letter, pages: counted }], false)
    return { number: pick.number, letter, sheets, kept, pages, envelope: wanted && postable(letter.form) }
  }

  return {
    batchFaults: async (picks, how, by) => (await gather(picks, how, by)).faults,
    batch: async (picks, how, by) => {
      const { sets, faults } = await gather(picks, how, by)
      if (faults.length > 0 || sets.length === 0) return { ok: false, faults }
      const definition = index()
      if (definition === undefined) throw new Error('forms/batch-index.yaml is not there')
      const { bothSides, on } = how
      const createdAt = `${on}T00:00:00.000Z`
      const title = `${definition.title.replace('の表紙', '')} ${on}`
      const binder = binding({ bothSides, title, createdAt })
      const told: BatchSet[] = []
      for (const set of sets) told.push(await printed(set, how, binder))
      const envelope = how.envelope && paperNames[how.envelope]
      const values = batchIndexValues({ date: wareki(on), bothSides, envelope, sets: told })
      binder.cover([{ definition, values, caseNumber: '', createdAt }])
      return { ok: true, pdf: await binder.bytes() }
    },
  }
}

const distinct = (picks: readonly Picked[]): Picked[] => [
  ...new Map(picks.map(pick => [`${pick.number}/${pick.letter}`, pick])).values(),
]

/** As the packing check sees it (page-set.ts): an answer's own face goes on the envelope. */
const readerOf = (group: readonly Taken[]): Taken =>
  group.find(({ letter }) => letter.decision !== undefined) ?? (group[0] as Taken)

const addresseeOf = (sheets: readonly FrozenSheet[]): string | null => {
  const addressee = sheets.find(sheet => sheet.face)?.values.addressee as Values | undefined
  const { name, honorific } = addressee ?? {}
  return typeof name === 'string' && name !== '' ? `${name}　${String(honorific ?? '')}`.trim() : null
}

const printed = async (
  { number, face, letters }: Set,
  how: BatchHow,
  { add }: ReturnType<typeof binding>,
): Promise<BatchSet> => {
  const papers: { label: string; pages: number }[] = []
  const put = async (label: string, from: Sheet[] | Buffer | Pages) => {
    papers.push(await add(label, from))
    await breath()
  }
  if (face !== null)
    await put(
      how.envelope === 'fit' ? `封筒（${paperNames[face.definition.paper === '角2' ? '角2' : '長3']}）` : '封筒',
      [{ ...face, definition: movedFace(face.definition, how.offset ?? { x: 0, y: 0 }) }],
    )
  for (const { letter, sheets, kept } of letters) {
    const finished = (await how.finished?.(number, letter.id)) ?? null
    if (finished !== null) await put(`${letterWords[letter.form]}・開示資料`, finished)
    else {
      let from = 0
      for (const [nth, sheet] of sheets.filter(each => !each.face).entries()) {
        const count = kept?.pages[nth] ?? 0
        const label = letterWords[sheet.definition.id as FormId] ?? sheet.definition.title
        await put(label, kept ? { pdf: kept.pdf, from, count } : [sheet])
        from += count
      }
    }
  }
  const [first] = letters
  return {
    number: numberText(number),
    name: (first && addresseeOf(first.sheets)) ?? '（社内で保管）',
    papers,
    sheets: papers.reduce((sum, { pages }) => sum + sheetsOfPaper(pages, how.bothSides), 0),
  }
}

/** Setting type holds the only thread: others are let in between two papers. */
const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
