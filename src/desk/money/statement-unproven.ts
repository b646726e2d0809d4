import type { IssueCode } from '../../banks/issue-words.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { ReadFile } from './statement-layouts.ts'

export type Unproven = IssueCode | 'date_in_future'

/** Records that gave no line are missing, but these are none: a number without a movement, not yet booked, not yen. */
const noLoss: readonly IssueCode[] = ['number_skipped', 'entry_pending', 'foreign_currency']
const noProof: readonly IssueCode[] = [
  ...(['trailer_count', 'trailer_sum', 'trailer_missing', 'end_count', 'end_missing', 'truncated'] as const),
  ...(['xml_cut', 'balance_gap', 'date_out_of_range', 'quote_unclosed', 'header_missing'] as const),
]

/** Why the file does not prove itself, each reason once: what the bank's own sums and counts say, records lost, days to come. */
export const unprovenIn = ({ issues, accounts }: ReadFile, today: PlainDate): Unproven[] => {
  const told = new Set(issues.map(issue => issue.code))
  const lost = issues.filter(issue => issue.level === 'lost' && !noLoss.includes(issue.code))
  const future = accounts.some(({ lines }) => lines.some(line => line.date > today))
  return [
    ...new Set<Unproven>([
      ...noProof.filter(code => told.has(code)),
      ...lost.map(issue => issue.code),
      ...(future ? (['date_in_future'] as const) : []),
    ]),
  ]
}
