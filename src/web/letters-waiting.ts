import type { CaseRow } from '../desk/desk.ts'
import type { Case } from '../domain/case.ts'
import type { FormId, Letter } from '../domain/letter.ts'
import { policyOf } from '../domain/policy-of.ts'
import type { PostOption, PostService } from '../domain/postage.ts'
import type { Context } from '../domain/rule.ts'
import type { Visit } from './visit.ts'

export interface WaitingLetter {
  readonly row: CaseRow
  readonly letter: Letter
}

/** What goes into one envelope: printed letters of one case to one reader. */
export interface Envelope {
  readonly row: CaseRow
  readonly letters: readonly Letter[]
  readonly service: PostService
  readonly options: readonly PostOption[]
}

export interface Waiting {
  readonly toPrint: readonly WaitingLetter[]
  readonly toPost: readonly Envelope[]
  /** open cases that were not looked at, for there are too many */
  readonly left: number
}

/** Each open case is folded for this page; a desk with more wants a projection of letters. */
const MOST_CASES = 500

/** Papers that stay in the house. */
export const inHouse: readonly FormId[] = ['reception-slip', 'reckoning']

/** Letters of open cases that are to be printed or posted, those with the nearest dates first. */
export const waitingLetters = async (visit: Visit): Promise<Waiting> => {
  const rows = await visit.desk.today(visit.by)
  const toPrint: WaitingLetter[] = []
  const toPost: Envelope[] = []
  for (const row of rows.slice(0, MOST_CASES)) {
    const found = await visit.desk.kase(row.number, visit.by)
    if (found === null || found.kase.closing.frozen) continue
    const open = openLetters(found.kase)
    toPrint.push(...open.filter(letter => letter.printed === 0).map(letter => ({ row, letter })))
    toPost.push(...envelopes(row, found.kase, open, found.context))
  }
  // What somebody waits for comes first; slips for the file last.
  toPrint.sort((a, b) => Number(inHouse.includes(a.letter.form)) - Number(inHouse.includes(b.letter.form)))
  return { toPrint, toPost, left: Math.max(0, rows.length - MOST_CASES) }
}

/** Neither discarded nor under way nor delivered; forms that went by e-mail are out although nothing was posted. */
const openLetters = (kase: Case): Letter[] => {
  const out = kase.postings.filter(posting => posting.returnedOn === undefined).flatMap(posting => posting.letters)
  return kase.letters.filter(
    letter =>
      !letter.discarded &&
      !out.includes(letter.id) &&
      !(letter.form === 'form-cover' && kase.formRequest?.sentOn !== undefined),
  )
}

const envelopes = (row: CaseRow, kase: Case, open: readonly Letter[], context: Context): Envelope[] => {
  const ready = open.filter(letter => letter.printed > 0 && !inHouse.includes(letter.form))
  const policy = policyOf(kase, context)
  return (['subject', 'agent'] as const).flatMap(to => {
    const letters = ready.filter(letter => letter.to === to)
    if (letters.length === 0) return []
    const { service, options } = (letters.some(letter => letter.decision) ? policy.reply : policy.notices).value
    return [{ row, letters, service, options }]
  })
}
