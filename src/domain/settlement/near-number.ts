import type { LineReading } from './line-reading.ts'
import { type Desk, type Look, MOST_SHOWN } from './look.ts'
import { oneEditApart } from './numbers-in-line.ts'
import type { Reason } from './reason-codes.ts'

/** A number that is not the case's speaks against it; one digit off is told as such and never mended. */
export const numberAgainst = (reading: LineReading, number: string, notes: readonly Reason[]): Reason[] => {
  const near = [...reading.misread, ...reading.odd].find(digits => oneEditApart(digits, number))
  return [
    ...(near === undefined ? [] : [{ code: 'number_near' as const, about: { digits: near, number } }]),
    ...notes.filter(each => each.code.startsWith('number_') && each.about?.digits !== near),
  ]
}

/** Of cases that name and amount cannot tell apart, one whose number the line has but for one digit. */
export const untied = (desk: Desk, look: Look): Look => {
  const { reading, proposals } = look
  if (reading.misread.length + reading.odd.length === 0 || look.cases.length > MOST_SHOWN) return look
  const near = proposals.filter(each =>
    [...reading.misread, ...reading.odd].some(digits => oneEditApart(digits, each.caseNumber)),
  )
  const [only] = near
  if (only === undefined || near.length > 1 || !only.reasons.some(each => each.code === 'amount_exact')) return look
  const against = numberAgainst(reading, only.caseNumber, look.notes)
  return {
    ...look,
    bucket: 'likely',
    proposals: [{ ...only, contradictions: [...only.contradictions, ...against] }],
    cases: look.cases.filter(at => desk.index.dues[at]?.caseNumber === only.caseNumber),
    notes: look.notes.filter(each => each.code !== 'tied'),
  }
}
