import type { Case } from './case.ts'
import type { Steps } from './evolve.ts'
import { isOut } from './letter.ts'
import { nextEdition, type Package, packageOf } from './package.ts'
import { opened } from './packing.ts'

type PackageEvents = 'ScheduleSet' | 'PackageChosen' | 'PackageMade' | 'PackageLocked'

const packaged = (kase: Case, letter: string, change: (before: Package) => Package): Case => ({
  ...kase,
  envelopes: opened(kase.envelopes, [letter]),
  packages: (kase.packages ?? []).map(each => (each.letter === letter ? change(each) : each)),
})

/** A password that opens nothing any more: its letter, if it is still in the house, is to be written anew. */
const withoutPassword = (kase: Case): Case => ({
  ...kase,
  letters: kase.letters.map(each =>
    each.form === 'password-notice' && !isOut(kase, each.id) ? { ...each, outdated: true as const } : each,
  ),
})

/** The paper on the table holds other pages than the letter does now: it is as if it had not been printed. */
const unprinted = (kase: Case, letter: string): Case => ({
  ...kase,
  letters: kase.letters.map(each => (each.id === letter ? { ...each, printed: 0 } : each)),
})

export const packageSteps: Steps<PackageEvents> = {
  ScheduleSet: (kase, { type: _type, ...schedule }) => ({ ...kase, schedule }),
  // A new choice voids the file made from the old one.
  PackageChosen: (kase, { letter, choice }) => ({
    ...unprinted(withoutPassword(kase), letter),
    envelopes: opened(kase.envelopes, [letter]),
    packages: [
      ...(kase.packages ?? []).filter(each => each.letter !== letter),
      { letter, choice, editions: packageOf(kase, letter)?.editions ?? 0 },
    ],
  }),
  PackageMade: (kase, { type: _type, letter, ...made }) =>
    packaged(unprinted(withoutPassword(kase), letter), letter, ({ letter, choice }) => ({
      letter,
      choice,
      editions: nextEdition(kase, letter),
      made,
    })),
  PackageLocked: (kase, { letter, file, on, password }) =>
    packaged(withoutPassword(kase), letter, before => ({
      ...before,
      handedOver: { file, on, ...(password && { password }) },
    })),
}
