import { todayIn } from './day.ts'
import type { Steps } from './evolve.ts'
import { opened } from './packing.ts'

export const packingSteps: Steps<'EnvelopePacked' | 'PackingConfirmed'> = {
  EnvelopePacked: (kase, { type: _type, ...packed }, { at, by }) => ({
    ...kase,
    envelopes: [...opened(kase.envelopes, packed.letters), { ...packed, packedBy: by, packedOn: todayIn(at) }],
  }),
  PackingConfirmed: (kase, { envelope }, { by }) => ({
    ...kase,
    envelopes: kase.envelopes.map(each => (each.id === envelope ? { ...each, confirmedBy: by } : each)),
  }),
}
