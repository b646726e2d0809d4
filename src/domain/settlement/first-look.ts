import { namedBy } from './by-name.ts'
import { numberedBy } from './by-number.ts'
import { folded } from './folded.ts'
import { groupSumsIn } from './group-sums.ts'
import { type FoundNumber, type LineReading, misreadNotes } from './line-reading.ts'
import { type Desk, type Look, owes, unknown } from './look.ts'
import { bankBytes } from './match-key.ts'
import { namesakesIn } from './namesakes.ts'
import type { Due } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** Spaces at a bank's cut are not shown. */
const SPACES_AT_CUT = 2

/** The verdict on each line by itself. */
export function firstLook(desk: Desk, shownKana: number | undefined): (reading: LineReading) => Look {
  const lookups = { namesakes: namesakesIn(desk.index), sums: groupSumsIn(desk.index) }
  const named = namedBy(desk, lookups)
  const numbered = numberedBy(desk, lookups)
  const mayBeCut = ({ line }: LineReading): boolean =>
    shownKana === undefined || bankBytes(folded(line.payer)) >= shownKana - SPACES_AT_CUT

  const casesOf = (found: FoundNumber | undefined) => desk.index.byNumber(found?.number ?? '')

  return reading => {
    const { line, numbers } = reading
    if (line.cancels) return unknown(reading, [{ code: 'cancels' }])
    if (!(line.amount > 0)) return unknown(reading, [{ code: 'nothing_left' }])
    const cases = numbers.length === 1 ? casesOf(numbers[0]) : numbers.flatMap(casesOf)
    const strange = cases.length === numbers.length ? NO_NUMBERS : numbers.filter(each => casesOf(each).length === 0)
    const misread = misreadNotes(reading)
    const notes = strange.length === 0 ? misread : [...misread, ...strange.map(unknownNumber)]
    const look =
      cases.length > 0
        ? numbered(
            reading,
            cases.toSorted((a, b) => a - b),
            notes,
          )
        : named(reading, mayBeCut(reading), notes)
    return dated(desk, restOfLine(desk, look))
  }
}

const NO_NUMBERS: readonly FoundNumber[] = []
const unknownNumber = ({ number }: FoundNumber): Reason => ({ code: 'number_unknown', about: { number } })

/** Money left on a line of which a part was booked already, and nothing else claims it: that case was overpaid. */
const restOfLine = (desk: Desk, look: Look): Look => {
  const { bucket, reading } = look
  if (bucket !== 'unknown' && bucket !== 'duplicate' && bucket !== 'closed_case') return look
  const at = desk.index.byBookedLine(reading.line.id)
  const due = at === undefined ? undefined : desk.index.dues[at]
  if (at === undefined || due === undefined || owes(due)) return look
  const reasons: Reason[] = [{ code: 'rest_of_line', about: { rest: reading.line.amount } }]
  const proposals = [{ caseNumber: due.caseNumber, amount: NO_YEN, reasons, contradictions: [] }]
  return { ...look, bucket: 'over', proposals, cases: [at], byNumber: true }
}
const NO_YEN = 0 as Due['outstanding']

/** Early and late payments are told, and are neither for nor against. */
const dated = (desk: Desk, look: Look): Look => {
  const due = look.cases.length === 1 ? desk.index.dues[look.cases[0] ?? -1] : undefined
  if (due === undefined) return look
  const { date } = look.reading.line
  if (date < due.arrivedOn)
    return { ...look, notes: [...look.notes, { code: 'before_arrival', about: { arrivedOn: due.arrivedOn } }] }
  if (due.dueOn !== undefined && date > due.dueOn)
    return { ...look, notes: [...look.notes, { code: 'after_due', about: { dueOn: due.dueOn } }] }
  return look
}
