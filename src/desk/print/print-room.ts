import type { Definition } from '../../documents/definition.ts'
import type { Case } from '../../domain/case.ts'
import type { Actor, Context } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { type Batches, batches } from './batches.ts'
import { type Counter, counter } from './counter.ts'
import { type Envelopes, envelopes } from './envelopes.ts'
import { type Labels, labels } from './label-printing.ts'
import type { Prints } from './prints.ts'

/** Everything the desk puts on paper beside the letters themselves. */
export interface PrintRoom extends Envelopes, Batches, Counter, Labels {}

export const printRoom = ({
  store,
  definitions,
  kase,
  prints,
}: {
  store: Store
  definitions: ReadonlyMap<string, Definition>
  kase: (number: string, by: Actor) => Promise<{ kase: Case; context: Context } | null>
  prints: Prints
}): PrintRoom => {
  const faces = envelopes(store, async (number, by) => (await kase(number, by)) !== null)
  return {
    ...faces,
    ...batches({ read: store.read, prints }, () => definitions.get('batch-index'), kase),
    ...counter(faces, () => definitions.get('counter-list'), kase),
    ...labels(faces, definitions, kase),
  }
}
