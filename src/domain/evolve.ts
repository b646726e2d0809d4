import type { Case, CaseEvent } from './case.ts'
import { answerSteps } from './evolve-answer.ts'
import { feeSteps } from './evolve-fee.ts'
import { packageSteps } from './evolve-package.ts'
import { packingSteps } from './evolve-packing.ts'
import { requestSteps } from './evolve-request.ts'
import { withCoversChecked } from './letter-cover.ts'
import type { Entry } from './rule.ts'
import { yen } from './yen.ts'

export type Step<T extends CaseEvent['type']> = (
  kase: Case,
  event: Extract<CaseEvent, { type: T }>,
  entry: Entry,
) => Case
export type Steps<T extends CaseEvent['type']> = { readonly [K in T]: Step<K> }

/** One step per event; a new event without its step does not compile. */
const steps = { ...requestSteps, ...feeSteps, ...answerSteps, ...packageSteps, ...packingSteps } satisfies Steps<
  CaseEvent['type']
>

export const blankCase: Case = {
  number: null,
  seq: 0,
  intake: {
    operator: '',
    policy: '',
    requester: 'self',
    kinds: [],
    method: 'paper',
    onForm: false,
    enclosed: [],
    missing: [],
  },
  links: [],
  supplements: [],
  identity: { papers: [], checks: [] },
  fee: { dues: [], receipts: [], waived: yen(0), keptOf: yen(0) },
  inquiries: [],
  subjectIdentified: false,
  decisions: [],
  letters: [],
  envelopes: [],
  postings: [],
  closing: { withdrawnKinds: [], frozen: false },
}

export const evolve = (kase: Case, event: CaseEvent, entry: Entry): Case => {
  const step = steps[event.type] as Step<CaseEvent['type']>
  const after = { ...step(kase, event as never, entry), seq: entry.seq }
  return after.letters === kase.letters && after.postings === kase.postings && after.packages === kase.packages
    ? after
    : withCoversChecked(after)
}

export const fold = (entries: Iterable<Entry & { readonly event: CaseEvent }>, from: Case = blankCase): Case => {
  let kase = from
  for (const entry of entries) kase = evolve(kase, entry.event, entry)
  return kase
}
