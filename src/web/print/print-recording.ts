import { randomUUID } from 'node:crypto'
import type { Picked } from '../../desk/print/batches.ts'
import { fieldLabel } from '../../words/fields.ts'
import { printedMeanwhile } from '../../words/print-faults.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { FormIssue } from '../controls.tsx'
import { numberText } from '../marks.tsx'
import { textAt } from '../read-body.ts'
import type { Sent } from '../visit.ts'
import { pickText } from './print-picks.ts'

/**
 * Records that these letters were printed; null, or the first thing that is in the way. Those that have been printed before go
 * first, so that a reason that is missing, or a print by somebody else meanwhile, is found before anything is recorded.
 */
export const recordPrints = async (visit: Sent, picks: readonly Picked[]): Promise<FormIssue | null> => {
  const { desk, by, fields, marks } = visit
  const shownFresh = new Set(textAt(fields, 'fresh').split(' '))
  const why = textAt(fields, 'why')
  const printed = await printedOf(visit, picks)
  const before = picks.filter(pick => printed.has(pickText(pick)))
  const raced = before.filter(pick => shownFresh.has(pickText(pick)))
  const once = marks._once || randomUUID()
  for (const pick of new Set([...raced, ...before, ...picks])) {
    const { number, letter } = pick
    const input = { letter, ...(why !== '' && before.includes(pick) && !raced.includes(pick) && { why }) }
    const done = await desk.perform(number, 'printLetter', input, by, { once: `${once}:${number}:${letter}` })
    if (done.ok) continue
    const at = { path: `pick-${pickText(pick)}`, label: numberText(number) }
    if (raced.includes(pick)) return { ...at, sentence: printedMeanwhile }
    if (!('refusal' in done)) return { ...at, sentence: '印刷を記録できませんでした。' }
    const sentence = refusalSentence(done.refusal)
    return done.refusal.field === 'why'
      ? { path: 'why', label: fieldLabel('printLetter', 'why').label, sentence }
      : { ...at, sentence }
  }
  return null
}

/** Which of them were printed before, as tick boxes name them. */
const printedOf = async ({ desk, by }: Sent, picks: readonly Picked[]): Promise<ReadonlySet<string>> => {
  const printed = new Set<string>()
  for (const number of new Set(picks.map(pick => pick.number)))
    for (const { id, printed: times } of await desk.letters(number, by))
      if (times > 0) printed.add(pickText({ number, letter: id }))
  return printed
}
