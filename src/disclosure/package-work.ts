import { type Attachment, assemble, type SheetPlace } from './assemble.ts'
import type { PackageFault } from './fault.ts'
import type { Enclosed } from './lock.ts'
import { prove } from './prove.ts'
import { plain } from './words-under.ts'

/** What is asked of the thread; plain values only, for they are copied on the way. */
export type PackageWork = MakeWork | LockWork

export interface MakeWork {
  readonly make: {
    readonly letter: Uint8Array
    readonly attachments: readonly Attachment[]
    readonly at: SheetPlace
    /** must not be found anywhere; may stay although they stood under a box */
    readonly hidden: readonly string[]
    readonly allowed: readonly string[]
  }
}

export interface LockWork {
  readonly lock: {
    readonly pdf: Uint8Array
    readonly password: string
    readonly enclosed: readonly Enclosed[]
    readonly on: Date
  }
}

/** `masked`: how many pages. */
export interface MadePdf {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly attached: number
  readonly masked: number
}

/** What comes back: a sign of life, then one of the others. */
export type PackageAnswer =
  | 'page'
  | { readonly fault: PackageFault }
  | { readonly made: MadePdf }
  | { readonly locked: Uint8Array }

/** Assembles and proves; `turn` is called at every page. Throws PackageRefused. */
export const makePdf = async ({ letter, attachments, at, hidden, allowed }: MakeWork['make'], turn: () => void) => {
  const built = await assemble(letter, attachments, at, turn)
  const may = new Set(allowed.map(plain))
  await prove(
    built,
    [...built.words, ...hidden].filter(word => !may.has(plain(word))),
    turn,
  )
  const { pdf, pages, attached, masked } = built
  return { pdf, pages, attached, masked: masked.length }
}
