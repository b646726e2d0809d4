import type { Booking, Settled } from '../../desk/money/settled.ts'

/** What an undo takes back, as it travels through a form: `line=case:receipt,case:receipt`. */
export const undoText = (line: string, booked: readonly Pick<Booking, 'caseNumber' | 'receipt'>[]): string =>
  `${line}=${booked.map(({ caseNumber, receipt }) => `${caseNumber}:${receipt}`).join(',')}`

export const readUndo = (text: string): { line: string; booked: { caseNumber: string; receipt: string }[] } | null => {
  const at = text.lastIndexOf('=')
  if (at <= 0) return null
  const booked = text
    .slice(at + 1)
    .split(',')
    .flatMap(part => {
      const [caseNumber = '', receipt = ''] = part.split(':')
      return caseNumber && receipt ? [{ caseNumber, receipt }] : []
    })
  return booked.length === 0 ? null : { line: text.slice(0, at), booked }
}

/** A ticked line: its id and the proof of what was seen. */
export const tickText = (line: string, proof: string): string => `${line}:${proof}`
export const readTick = (text: string): { line: string; proof: string } | null => {
  const at = text.lastIndexOf(':')
  return at <= 0 ? null : { line: text.slice(0, at), proof: text.slice(at + 1) }
}

export const undoOf = (answer: Settled): string | null => (answer.ok ? undoText(answer.line, answer.booked) : null)
