import type { Desk } from '../desk/desk.ts'
import { formatCaseNumber, parseCaseNumber } from '../domain/case-number.ts'
import type { Actor } from '../domain/rule.ts'
import type { Attach } from './send.ts'

/** Attaches letters of the desk, with what is enclosed in them, as one PDF each. `by`: whoever the sending acts for. */
export const attachLetters =
  (desk: Pick<Desk, 'pdf'>, by: Actor): Attach =>
  async (given, letter) => {
    const bytes = await desk.pdf(given, letter, by)
    const number = parseCaseNumber(given)
    if (bytes === null || number === null) return null
    return { name: `書類_${formatCaseNumber(number)}.pdf`, type: 'application/pdf', bytes }
  }
