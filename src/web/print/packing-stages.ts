import type { Case } from '../../domain/case.ts'
import { openEnvelopes, type PackedEnvelope, waitsForSecond } from '../../domain/packing.ts'
import type { PageCode } from '../../domain/page-code.ts'
import { pageSet } from '../../domain/page-set.ts'
import { onPaper } from '../../domain/post.ts'
import type { Context } from '../../domain/rule.ts'
import type { Envelope } from '../letters-waiting.ts'
import type { Visit } from '../visit.ts'

/** In the address of the packing table: papers that are handed over at the counter, in no envelope. */
export const handedOver = { handover: 'yes' } as const
export const handoverOf = ({ service }: Pick<Envelope, 'service'>): Partial<typeof handedOver> =>
  service === 'counter' ? handedOver : {}

/** pack: its pages are to be read; second: another person is to look at it; post: it may leave */
export type Stage = 'pack' | 'second' | 'post'
export interface StagedEnvelope extends Envelope {
  readonly stage: Stage
  readonly packed?: PackedEnvelope
  /** the pages of its letters; none where a print of before they were counted is among them */
  readonly pages: readonly PageCode[]
}

/** Where the envelopes of printed letters stand. What lies packed stays together; the rest is still to be packed. */
export const staged = async (visit: Visit, envelopes: readonly Envelope[]): Promise<StagedEnvelope[]> => {
  const all: StagedEnvelope[] = []
  for (const envelope of envelopes) {
    const found = await visit.desk.kase(envelope.row.number, visit.by)
    if (found !== null) all.push(...stagesOf(envelope, found))
  }
  return all
}

const stagesOf = (envelope: Envelope, { kase, context }: { kase: Case; context: Context }): StagedEnvelope[] => {
  const inside = openEnvelopes(kase).filter(packed =>
    packed.letters.every(id => envelope.letters.some(each => each.id === id)),
  )
  const rest = envelope.letters.filter(letter => !inside.some(packed => packed.letters.includes(letter.id)))
  return [
    ...inside.map(
      (packed): StagedEnvelope => ({
        ...envelope,
        packed,
        letters: envelope.letters.filter(letter => packed.letters.includes(letter.id)),
        stage: waitsForSecond(kase, packed, context) ? 'second' : 'post',
        pages: pagesOf(kase, packed.letters),
      }),
    ),
    ...(rest.length > 0
      ? [
          {
            ...envelope,
            letters: rest,
            stage: onPaper(envelope.service) ? ('pack' as const) : ('post' as const),
            pages: pagesOf(
              kase,
              rest.map(letter => letter.id),
            ),
          },
        ]
      : []),
  ]
}

const pagesOf = (kase: Case, ids: readonly string[]): PageCode[] => {
  const letters = kase.letters.filter(letter => ids.includes(letter.id))
  return letters.some(letter => letter.pages === undefined) ? [] : pageSet(kase, letters, false)
}
