import { formatName } from '../../banks/format-name.ts'
import type { StatementRow } from '../../desk/money/statement-rows.ts'
import { issuePlace, money, storedIssueSentence } from '../../words/statements.ts'
import { Moment } from '../history.tsx'
import { Day } from '../marks.tsx'

/** What the file said of itself, and who took it in. */
export const Facts = ({ row, who }: { row: StatementRow; who: string }) => (
  <dl class="facts-line">
    <div>
      <dt>口座</dt>
      <dd>{row.label}</dd>
    </div>
    <div>
      <dt>期間</dt>
      <dd>
        {row.from && <Day on={row.from} />}〜{row.to && <Day on={row.to} />}
      </dd>
    </div>
    <div>
      <dt>残高</dt>
      <dd class="digits">
        {row.openingBalance === null ? '—' : money(row.openingBalance)} →{' '}
        {row.closingBalance === null ? '—' : money(row.closingBalance)}
      </dd>
    </div>
    <div>
      <dt>明細</dt>
      <dd>
        {row.lines.toLocaleString('en-US')}件、うち新しいもの{row.added.toLocaleString('en-US')}件
      </dd>
    </div>
    <div>
      <dt>形式</dt>
      <dd>{formatName(row.format)}</dd>
    </div>
    <div>
      <dt>取り込み</dt>
      <dd>
        <Moment at={row.at} />・{who}
      </dd>
    </div>
    {row.despite !== null && (
      <div>
        <dt>それでも取り込んだ理由</dt>
        <dd>
          {row.despite}
          <span class="sub">
            （{who}・
            <Moment at={row.at} />）
          </span>
        </dd>
      </div>
    )}
  </dl>
)

/** What is to be looked at in it; opened where that is little. */
export const Told = ({ row: { issues: all } }: { row: StatementRow }) => {
  // Statements of before the reason had a place of its own hold it here too.
  const issues = all.filter(({ code }) => code !== 'taken_despite')
  if (issues.length === 0) return null
  return (
    <details class="panel told" open={issues.length <= 5}>
      <summary>
        確かめる点 <span class="count">{issues.length}件</span>
      </summary>
      <ul>
        {issues.slice(0, 100).map(issue => (
          <li>
            {issue.record > 0 && <span class="place">{issuePlace(issue)}</span>} {storedIssueSentence(issue)}
          </li>
        ))}
      </ul>
    </details>
  )
}
