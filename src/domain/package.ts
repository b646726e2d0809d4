import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { type Kept, keep } from './kept.ts'
import { type Letter, liveLetter } from './letter.ts'
import { type Refusal, refuse } from './refusal.ts'
import { clerks, rule, whileWanted } from './rule.ts'

/** 開示資料: the reply, its 別紙 and pages of the case's files as one PDF; pages may be masked (law.md §9 case 11). */
export interface Package {
  readonly letter: string
  readonly choice: Kept<PackageChoice>
  /** how many times it was made so far, those that were voided by a new choice among them */
  readonly editions?: number
  readonly made?: MadePackage
  /** `password` is kept with the person's particulars, so that its notice can be written: encrypted, erased with them */
  readonly handedOver?: { readonly file: string; readonly on: PlainDate; readonly password?: Kept<string> }
}

export interface MadePackage {
  /** id among the case's files */
  readonly file: string
  readonly sha256: string
  readonly pages: number
  readonly attached: number
  readonly masked: number
  readonly on: PlainDate
  /** stands in the codes of its pages (page-code.ts); absent in those of before editions were counted */
  readonly edition?: number
}

export type PackageEvent =
  | { type: 'PackageChosen'; letter: string; choice: Kept<PackageChoice>; pages: number; masked: number }
  | ({ type: 'PackageMade'; letter: string } & MadePackage)
  | { type: 'PackageLocked'; letter: string; file: string; on: PlainDate; password?: Kept<string> }

/** on one page */
export const MOST_BOXES = 100
const mm = z.number().min(0).max(2_000)
/** From the upper left of the page as it is seen; millimetres. */
const box = z.object({ x: mm, y: mm, w: mm.min(1), h: mm.min(1) })
export type Box = z.output<typeof box>

const page = z.object({
  page: z.int().min(1).max(500),
  boxes: z.array(box).max(MOST_BOXES),
  /** as a picture: what cannot be seen on it is not in it */
  picture: z.boolean().default(false),
})
const part = z.object({ file: z.string().max(64), pages: z.array(page).max(500) })
export type PackagePart = z.output<typeof part>
export type PackagePage = z.output<typeof page>

/** of words to look for, and letters of one */
export const MOST_WORDS = 200
export const MOST_LETTERS = 200
const words = z.array(z.string().trim().min(1).max(MOST_LETTERS)).max(MOST_WORDS)
const choice = z.object({
  parts: z.array(part).max(50),
  /** must not be found anywhere in the finished file */
  hidden: words.default([]),
  /** stood under a box, but may stay elsewhere (the person's own town) */
  allowed: words.default([]),
})
export type PackageChoice = z.output<typeof choice>

export const noChoice: PackageChoice = { parts: [], hidden: [], allowed: [] }
export const MOST_PAGES = 1_000

const file = z.object({ letter: z.string(), file: z.string().max(64) })
const count = z.int().min(0)

export const packageRules = {
  choosePackage: rule({
    by: clerks,
    body: z.object({ letter: z.string(), choice: keep(choice) }),
    when: whileReplying,
    decide(kase, { letter, choice }) {
      if (!canPack(kase, letter)) return refuse('unknown_letter', { field: 'letter' })
      const pages = 'fresh' in choice ? choice.fresh.parts.flatMap(each => each.pages) : []
      if (pages.length > MOST_PAGES) return refuse('package_too_long', { about: { most: MOST_PAGES } })
      const masked = pages.filter(each => each.boxes.length > 0).length
      return [{ type: 'PackageChosen', letter, choice, pages: pages.length, masked }]
    },
  }),
  /** The desk has made the file, opened it again and found nothing that should not be in it. */
  recordPackage: rule({
    by: clerks,
    inner: true,
    body: file.extend({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      pages: count,
      attached: count,
      masked: count,
      edition: count.min(1),
    }),
    when: kase => whileReplying(kase) ?? ((kase.packages ?? []).length > 0 ? null : refuse('package_missing')),
    decide(kase, body, ctx) {
      if (!canPack(kase, body.letter)) return refuse('unknown_letter', { field: 'letter' })
      if (packageOf(kase, body.letter) === undefined) return refuse('package_missing')
      // Its pages already say which edition they are: two of the same number could be taken for each other at packing.
      if (body.edition !== nextEdition(kase, body.letter)) return refuse('stale')
      return [{ type: 'PackageMade', ...body, on: ctx.today }]
    },
  }),
  /** 電磁的記録: that a locked copy was made; of its password the journal has only the id under which it is kept. */
  recordLocked: rule({
    by: clerks,
    inner: true,
    body: file.extend({ password: keep(z.string().min(1).max(64)) }),
    when: kase =>
      whileReplying(kase) ?? ((kase.packages ?? []).some(each => each.made) ? null : refuse('package_missing')),
    decide(kase, { letter, file, password }, ctx) {
      if (packageOf(kase, letter)?.made === undefined) return refuse('package_missing')
      return [{ type: 'PackageLocked', letter, file, on: ctx.today, password }]
    },
  }),
}

export const packageOf = (kase: Pick<Case, 'packages'>, letter: string): Package | undefined =>
  kase.packages?.find(each => each.letter === letter)

/** The number that the package gets when it is made now. */
export const nextEdition = (kase: Pick<Case, 'packages'>, letter: string): number =>
  (packageOf(kase, letter)?.editions ?? 0) + 1

/** The one whose locked copy is to be handed over; its password is told in a letter of its own. */
export const lockedPackage = (kase: Pick<Case, 'packages'>): Package | undefined =>
  kase.packages?.findLast(each => each.handedOver?.password !== undefined)

/** Pages were chosen to go with the letter, but the 開示資料 that holds and proves them is not made. */
export const isUnmade = (kase: Pick<Case, 'packages'>, letter: string): boolean => {
  const pack = packageOf(kase, letter)
  return pack !== undefined && pack.made === undefined
}

const replies = (kase: Case): Letter[] =>
  kase.letters.filter(letter => letter.decision !== undefined && !letter.discarded)

/** The latest reply that carries data; null while there is none. */
export const packableLetter = (kase: Case): Letter | null =>
  replies(kase).findLast(letter => carriesData(kase, letter)) ?? null

const carriesData = (kase: Case, letter: Letter): boolean => {
  const decision = kase.decisions.find(each => each.id === letter.decision)
  if (decision === undefined) return false
  const giving = decision.kind === 'disclosure' || decision.kind === 'third_party_records'
  return giving && ['full', 'part', 'other_method'].includes(decision.outcome)
}

/** Not once the envelope has left: what was sent stays as it was sent. */
const canPack = (kase: Case, id: string): boolean => {
  const letter = liveLetter(kase, id)
  return letter !== undefined && carriesData(kase, letter) && !isPosted(kase, id)
}

const isPosted = (kase: Case, letter: string) =>
  kase.postings.some(posting => posting.returnedOn === undefined && posting.letters.includes(letter))

function whileReplying(kase: Case): Refusal | null {
  const shut = whileWanted(kase)
  if (shut) return shut
  const letter = packableLetter(kase)
  if (letter === null) return refuse('reply_missing')
  return isPosted(kase, letter.id) ? refuse('letter_posted') : null
}
