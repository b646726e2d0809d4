import type { PlannedLine } from '../../desk/money/planned-line.ts'
import type { Proposal, Reason } from '../../domain/settlement.ts'
import { formatYen } from '../../domain/yen.ts'
import { reasonSentence } from '../../words/settlement.ts'
import { numberText } from '../marks.tsx'

/** More tied cases than these stand on the line's own page. */
export const MOST_TIED = 3

/** For and against, told apart by a sign, and by a word for those who do not see the sign. */
export const Reasons = ({ line: { verdict } }: { line: Pick<PlannedLine, 'verdict'> }) => {
  const { proposals, notes, rest } = verdict
  const tied = verdict.bucket === 'ambiguous'
  const once = (reasons: readonly Reason[]) => [...new Set(reasons.map(reasonSentence))]
  const shown = tied ? [] : proposals
  return (
    <ul class="reasons">
      {once(shown.flatMap(({ reasons }) => reasons)).map(text => (
        <li class="for">
          <span aria-hidden="true">●</span> {text}
        </li>
      ))}
      {once(shown.flatMap(({ contradictions }) => contradictions)).map(text => (
        <li class="against">
          <span aria-hidden="true">▲</span>
          <span class="unseen">注意：</span> {text}
        </li>
      ))}
      {once(notes).map(text => (
        <li class="note">
          <span aria-hidden="true">○</span> {text}
        </li>
      ))}
      {tied && proposals.slice(0, MOST_TIED).map(each => <TiedReasons proposal={each} />)}
      {rest > 0 && !tied && proposals.length > 0 && (
        <li class="note">
          <span aria-hidden="true">○</span> 残りの{formatYen(rest)}は仮受金のままです。
        </li>
      )}
    </ul>
  )
}

/** What tells tied cases apart stands with each of them. */
const TiedReasons = ({ proposal }: { proposal: Proposal }) => (
  <li class="tied">
    <b class="digits">{numberText(proposal.caseNumber)}</b> {proposal.reasons.map(reasonSentence).join('')}
    {proposal.contradictions.length > 0 && (
      <span class="against">
        <span aria-hidden="true">▲</span>
        {proposal.contradictions.map(reasonSentence).join('')}
      </span>
    )}
  </li>
)
