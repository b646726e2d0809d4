import type { Case } from './case.ts'
import type { Steps } from './evolve.ts'
import type { Package } from './package.ts'
import { opened } from './packing.ts'

type PackageEvents = 'ScheduleSet' | 'PackageChosen' | 'PackageMade' | 'PackageLocked'

const packaged = (kase: Case, letter: string, change: (before: Package) => Package): Case => ({
  ...kase,
  envelopes: opened(kase.envelopes, [letter]),
  packages: (kase.packages ?? []).map(each => (each.letter === letter ? change(each) : each)),
})

export const packageSteps: Steps<PackageEvents> = {
  ScheduleSet: (kase, { type: _type, ...schedule }) => ({ ...kase, schedule }),
  // A new choice voids the file made from the old one.
  PackageChosen: (kase, { letter, choice }) => ({
    ...kase,
    envelopes: opened(kase.envelopes, [letter]),
    packages: [...(kase.packages ?? []).filter(each => each.letter !== letter), { letter, choice }],
  }),
  PackageMade: (kase, { type: _type, letter, ...made }) =>
    packaged(kase, letter, ({ letter, choice }) => ({ letter, choice, made })),
  PackageLocked: (kase, { letter, file, on }) =>
    packaged(kase, letter, before => ({ ...before, handedOver: { file, on } })),
}
