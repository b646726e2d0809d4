import { parseCaseNumber } from '../../domain/case-number.ts'
import { searchKey } from '../../domain/names.ts'
import { type LineVerdict, proofOf } from '../../domain/settlement.ts'
import { parseYen, type Yen } from '../../domain/yen.ts'
import { isDecided } from './confirming.ts'
import type { KnownDue } from './known-dues.ts'
import type { OpenLine } from './payer-lines.ts'
import type { SettlingWorld } from './settling-world.ts'

export interface SettlingFilter {
  readonly account?: string
  readonly operator?: string
  /** name, kana, amount or number, of the line or of a case that is proposed for it */
  readonly q?: string
}

/** One line with what is proposed for it; `proof` goes back with the confirmation. */
export interface PlannedLine extends OpenLine {
  readonly verdict: LineVerdict
  readonly proof: string
  /** a person may confirm it as it stands; ties and lines without a proposal have to be chosen by hand */
  readonly decided: boolean
  /** confirmed it would only lie with the case as 預り金, for nothing is owed there */
  readonly holds: boolean
  readonly dues: readonly KnownDue[]
}

export const plannedLine = ({ lines, dues }: SettlingWorld, verdict: LineVerdict): PlannedLine | null => {
  const line = lines.get(verdict.line)
  if (line === undefined) return null
  const decided = isDecided(verdict)
  const { proposals } = verdict
  const proposed = proposals.flatMap(({ caseNumber }) => dues.get(caseNumber) ?? [])
  const booksNew = proposals.every(({ already }) => already === undefined)
  return {
    ...line,
    verdict,
    proof: proofOf(verdict),
    decided,
    holds: decided && booksNew && proposed.every(({ outstanding }) => outstanding === 0),
    dues: proposed,
  }
}

const keyOf = (text: string): string => searchKey(text).replaceAll('-', '')
const saysAmount = (q: string, ...amounts: (Yen | number | null)[]): boolean => {
  const asked = parseYen(q)
  return asked !== null && amounts.includes(asked)
}

export const lineFits = ({ row, account }: OpenLine, dues: readonly KnownDue[], filter: SettlingFilter): boolean => {
  const { q = '', operator } = filter
  if (filter.account !== undefined && filter.account !== row.account) return false
  if (operator !== undefined && !account.operators.includes(operator)) return false
  if (q.trim() === '' || saysAmount(q, row.in, row.rest)) return true
  const texts = [row.payer, row.payerRead, row.payerCode, row.edi, row.description, row.id]
  return texts.some(text => text !== null && keyOf(text).includes(keyOf(q))) || dues.some(due => dueFits(due, { q }))
}

export const dueFits = (due: KnownDue, { q = '', operator }: SettlingFilter): boolean => {
  if (operator !== undefined && operator !== due.operator) return false
  if (q.trim() === '' || saysAmount(q, due.outstanding, due.asked) || parseCaseNumber(q) === due.caseNumber) return true
  const texts = [due.caseNumber, due.name, due.agent, ...due.names.map(({ kana }) => kana)]
  return texts.some(text => text !== null && keyOf(text).includes(keyOf(q)))
}
