import type { PlannedLine } from '../../desk/money/planned-line.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Proposal } from '../../domain/settlement.ts'
import { formatYen } from '../../domain/yen.ts'
import { Badge, numberText, ShortDue } from '../marks.tsx'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { moneyPaths } from './money-paths.ts'

/** A case that is proposed for a line; where several fit alike, each has its own way to the money. */
export const CaseOf = ({
  line,
  proposal,
  today,
  may,
}: {
  line: PlannedLine
  proposal: Proposal
  today: PlainDate
  may: boolean
}) => {
  const due = line.dues.find(each => each.caseNumber === proposal.caseNumber)
  const several = line.verdict.proposals.length > 1
  const tied = line.verdict.bucket === 'ambiguous'
  return (
    <div class="m-due">
      <p>
        <a class="digits" href={paths.case(proposal.caseNumber)}>
          {numberText(proposal.caseNumber)}
        </a>
        {several && !tied && <b class="digits">　{formatYen(proposal.amount)}</b>}
        {may && tied && ' '}
        {may && tied && (
          <a
            class="deed"
            data-split
            href={`${moneyPaths.line(line.row.id, { case: proposal.caseNumber })}#hand`}
            aria-label={`案件 ${numberText(proposal.caseNumber)} に充てる`}
          >
            充てる
          </a>
        )}
      </p>
      <p class="m-payer" title={[due?.name, due?.kana, due?.agent].filter(Boolean).join('　')}>
        {due?.name ?? '（消去済み）'}
        {due?.agent && <span class="m-agent">　代理人 {due.agent}</span>}
        {due && tied && (
          <span class="m-agent">
            {'　到達 '}
            <ShortDay on={due.arrivedOn} today={today} />
            {`　未納 ${formatYen(due.outstanding)}`}
          </span>
        )}
      </p>
      {due && !tied && (
        <p class="sub">
          {due.outstanding > 0 ? (
            <>
              未納 {formatYen(due.outstanding)} {due.dueOn && <ShortDue on={due.dueOn} today={today} />}
            </>
          ) : (
            <Badge>未納なし</Badge>
          )}
        </p>
      )}
    </div>
  )
}
