import type { BatchFault, Picked } from '../../desk/print/batches.ts'
import type { Letter } from '../../domain/letter.ts'
import { letterWords } from '../../words/letters.ts'
import { printFaultSentence } from '../../words/print-faults.ts'
import type { FormIssue } from '../controls.tsx'
import { numberText } from '../marks.tsx'
import { type Fields, textsAt } from '../read-body.ts'

/** A letter as a tick box names it: 26000014-l1 */
export const pickText = ({ number, letter }: Picked): string => `${number}-${letter}`

/** Texts that no tick box of ours has are left out. */
export const readPicks = (texts: readonly string[]): Picked[] =>
  texts.flatMap(text => {
    const [, number, letter] = /^(\d{8})-(l\d{1,4})$/.exec(text) ?? []
    return number === undefined || letter === undefined ? [] : [{ number, letter }]
  })

export const picksIn = (fields: Fields): Picked[] => readPicks(textsAt(fields, 'pick'))

/** Each letter by its name, with what is wrong with it. */
export const faultIssues = (faults: readonly BatchFault[]): FormIssue[] =>
  faults.map(fault => ({
    path: `pick-${pickText(fault)}`,
    label: [numberText(fault.number), fault.name].filter(Boolean).join(' '),
    sentence: printFaultSentence(fault),
  }))

export const lettersInWords = (letters: readonly Pick<Letter, 'form' | 'enclosures'>[]): string =>
  letters.flatMap(letter => [letterWords[letter.form], ...letter.enclosures.map(form => letterWords[form])]).join('、')
