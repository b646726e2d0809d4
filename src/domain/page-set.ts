import type { Case } from './case.ts'
import type { FormId, Letter } from './letter.ts'
import { packageOf } from './package.ts'
import { ENVELOPE_SHEET, type PageCode, pageCode, plainShortCode, readPageCode, shortPageCode } from './page-code.ts'

/** A letter and its enclosures in the order of their sheet numbers. */
export const sheetsOf = (letter: Pick<Letter, 'form' | 'enclosures'>): readonly FormId[] => [
  letter.form,
  ...letter.enclosures,
]

/** Its face in any size of paper: whose letter it is made for tells whose envelope it is. */
const FACE = 'envelope-face'
const FACES = [FACE, 'envelope-face-large']

export const facePage = (number: string, letter: Pick<Letter, 'id'>): PageCode => ({
  number,
  letter: letter.id,
  sheet: ENVELOPE_SHEET,
  form: FACE,
  page: 1,
  pages: 1,
})

/** Pages from the case's files that a disclosure carries are a sheet of their own, behind the last enclosure. */
export const attachmentSheet = (letter: Pick<Letter, 'enclosures'>): number => letter.enclosures.length + 1

type Papers = Pick<Case, 'number' | 'letters' | 'packages'>

/** All pages of one letter's set, as its last print and its package have them. */
const letterPages = (kase: Papers, letter: Letter): PageCode[] => {
  const { attached = 0, edition } = packageOf(kase, letter.id)?.made ?? {}
  return [...sheetsOf(letter), 'attachment'].flatMap((form, sheet) => {
    const added = sheet === attachmentSheet(letter)
    const pages = added ? attached : (letter.pages?.[sheet] ?? 0)
    const of = { number: kase.number ?? '', letter: letter.id, sheet, ...(added && edition && { edition }), form }
    return Array.from({ length: pages }, (_, at) => ({ ...of, page: at + 1, pages }))
  })
}

/** What has to lie in one envelope. `face`: the envelope is printed too; a window shows the letter's own address. */
export const pageSet = (kase: Papers, letters: readonly Letter[], face: boolean): PageCode[] => {
  // An answer goes to the address that was proved, and what lies beside it goes with it.
  const reader = letters.find(letter => letter.decision !== undefined) ?? letters[0]
  return [
    ...letters.flatMap(letter => letterPages(kase, letter)),
    ...(face && reader ? [facePage(kase.number ?? '', reader)] : []),
  ]
}

/** Papers of no case (foot.ts): the cover with everybody's names must not leave in an envelope. */
const OFFICE_CODE = /^KD1:/

export const pageFaults = [
  'unreadable',
  'no_case',
  'other_case',
  'other_letter',
  'other_face',
  'outdated_page',
  'unknown_page',
  'twice',
] as const
export type PageFault = (typeof pageFaults)[number]

/** One scan: what it was read as, and what is wrong with it there. */
export interface Scanned {
  readonly code: PageCode | null
  readonly fault?: PageFault
}

/** Compares what was read in an envelope, in any order, with what belongs there. */
export const checkPages = (
  kase: Papers,
  expected: readonly PageCode[],
  scans: readonly string[],
): { scanned: Scanned[]; missing: PageCode[] } => {
  const seen = new Set<string>()
  const wanted = new Set(expected.map(pageCode))
  const letters = new Set(expected.map(code => code.letter))
  const scanned = scans.map((text): Scanned => {
    const code = whole(kase, text)
    if (code === null) return { code, fault: OFFICE_CODE.test(text.trim()) ? 'no_case' : 'unreadable' }
    const key = pageCode(code)
    if (!wanted.has(key)) return { code, fault: stray(kase, letters, code) }
    if (seen.has(key)) return { code, fault: 'twice' }
    seen.add(key)
    return { code }
  })
  return { scanned, missing: expected.filter(code => !seen.has(pageCode(code))) }
}

/** A typed code does not name its form: this case does, and its check digits then tell a slip of the finger. */
const whole = (kase: Papers, text: string): PageCode | null => {
  const read = readPageCode(text)
  if (read === null || read.number !== kase.number) return read
  if (read.form !== '') return FACES.includes(read.form) ? { ...read, form: FACE } : read
  const forms = formsAt(kase, read)
  if (forms.length === 0) return read
  const typed = plainShortCode(text)
  return forms.some(form => shortPageCode({ ...read, form }) === typed) ? { ...read, form: forms[0] ?? '' } : null
}

const formsAt = (kase: Papers, { letter: id, sheet }: PageCode): readonly string[] => {
  const letter = kase.letters.find(each => each.id === id)
  if (letter === undefined) return []
  if (sheet === ENVELOPE_SHEET) return FACES
  return [...sheetsOf(letter), 'attachment'].slice(sheet, sheet + 1)
}

const stray = (kase: Papers, letters: ReadonlySet<string>, code: PageCode): PageFault => {
  if (code.sheet === ENVELOPE_SHEET) return 'other_face'
  if (code.number !== kase.number) return 'other_case'
  if (!letters.has(code.letter)) return 'other_letter'
  return isOutdated(kase, code) ? 'outdated_page' : 'unknown_page'
}

/** Of an earlier making of the 開示資料: it may show what the present one hides. */
const isOutdated = (kase: Papers, code: PageCode): boolean => {
  const letter = kase.letters.find(each => each.id === code.letter)
  if (letter === undefined || code.sheet !== attachmentSheet(letter)) return false
  return code.edition !== packageOf(kase, letter.id)?.made?.edition
}
