import type { CaseRow } from '../desk/desk.ts'
import type { WaitingLetter } from '../desk/work.ts'
import type { OpenLetter } from '../desk/work-rows.ts'
import { envelopeOf } from '../domain/letter-cover.ts'
import type { PostOption, PostService } from '../domain/postage.ts'
import type { Visit } from './visit.ts'

export type { WaitingLetter } from '../desk/work.ts'
export { inHouse } from '../desk/work-rows.ts'

/** What goes into one envelope: printed letters of one case to one reader. */
export interface Envelope {
  readonly row: CaseRow
  readonly letters: readonly OpenLetter[]
  readonly service: PostService
  readonly options: readonly PostOption[]
}

export interface Waiting {
  readonly toPrint: readonly WaitingLetter[]
  readonly toPost: readonly Envelope[]
  /** letters beyond what one page shows */
  readonly left: number
}

const MOST_LETTERS = 200

/** Letters of open cases that are to be printed or posted, those with the nearest dates first. */
export const waitingLetters = async ({ desk, by }: Visit): Promise<Waiting> => {
  const toPrint = await desk.waitingLetters(by, 'unprinted', MOST_LETTERS)
  const printed = await desk.waitingLetters(by, 'printed', MOST_LETTERS)
  return {
    toPrint: toPrint.letters,
    toPost: envelopes(printed.letters),
    left: toPrint.total - toPrint.letters.length + printed.total - printed.letters.length,
  }
}

const envelopes = (waiting: readonly WaitingLetter[]): Envelope[] => {
  const together = new Map<string, WaitingLetter[]>()
  for (const each of waiting) {
    const key = `${each.row.number} ${envelopeOf(each.letter)}`
    together.set(key, [...(together.get(key) ?? []), each])
  }
  return [...together.values()].flatMap(group => {
    const letters = group.map(each => each.letter)
    // An answer goes the way the policy promises, and takes the notices with it.
    const leader = letters.find(letter => letter.decision !== undefined) ?? letters[0]
    const row = group[0]?.row
    return leader === undefined || row === undefined
      ? []
      : [{ row, letters, service: leader.service, options: leader.options }]
  })
}
