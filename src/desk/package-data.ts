import type { DataOf } from '../disclosure/data-files.ts'
import type { Case } from '../domain/case.ts'
import type { Entry, Withheld } from '../domain/decision.ts'
import { noChoice, type PackageChoice, packageOf } from '../domain/package.ts'
import type { Actor } from '../domain/rule.ts'
import type { ScheduleRow } from '../domain/schedule.ts'
import { outcomeWords } from '../words/outcomes.ts'
import { requestKindWords } from '../words/requests.ts'
import type { Desk } from './desk.ts'

/** What goes along as data with the made package of a letter: the answer, the rows of the 別紙 or those of the decision, its pages; null where none is made. */
export const packageData = async (
  { desk, by }: { desk: Pick<Desk, 'reveal'>; by: Actor },
  { number, kase, letter: id }: { number: string; kase: Case; letter: string },
): Promise<DataOf | null> => {
  const pack = packageOf(kase, id)
  if (pack?.made === undefined) return null
  const letter = kase.letters.find(each => each.id === id)
  const decision = kase.decisions.find(each => each.id === letter?.decision)
  const kept = [pack.choice, kase.schedule?.rows, decision?.content, decision?.entries, decision?.withheld]
  const [choice, rows, content, entries, withheld] = await desk.reveal(number, kept, by)
  const answer = decision && {
    kind: requestKindWords[decision.kind],
    outcome: outcomeWords(decision.kind, decision.outcome),
    text: typeof content === 'string' ? content : null,
  }
  return {
    number,
    answer: answer ?? null,
    rows: (rows as ScheduleRow[] | null) ?? [
      ...((entries ?? []) as Entry[]).map(({ label, text = '' }) => ({ system: '', item: label, value: text })),
      ...((withheld ?? []) as Withheld[]).map(({ item, ground }) => ({
        system: '',
        item,
        value: '',
        withheld: ground,
      })),
    ],
    made: pack.made,
    parts: ((choice as PackageChoice | null) ?? noChoice).parts,
  }
}
