import type { CaseRow } from '../../desk/desk.ts'
import { formatCaseNumber, parseCaseNumber } from '../../domain/case-number.ts'
import { kindsInWords } from '../../words/requests.ts'
import { Badge, Day, Empty } from '../marks.tsx'
import { paths } from '../paths.ts'
import type { Outlook } from './opening-outlook.ts'

export const dashed = (number: string): string => {
  const read = parseCaseNumber(number)
  return read === null ? number : formatCaseNumber(read)
}

/** Cases of the same person, open or answered; each opens beside this page, so that nothing typed is lost. */
export const OpeningLikely = ({ outlook }: { outlook: Outlook }) => (
  <section>
    <h2>同じ方と思われる案件 {outlook.likely.length > 0 && <Badge tone="soon">{outlook.likely.length}件</Badge>}</h2>
    {outlook.likely.length === 0 ? (
      <Empty>見当たりません。</Empty>
    ) : (
      <ul class="likely">
        {outlook.likely.map(row => (
          <LikelyCase row={row} outlook={outlook} />
        ))}
      </ul>
    )}
  </section>
)

const LikelyCase = ({ row, outlook }: { row: CaseRow; outlook: Outlook }) => {
  const operator = outlook.operators.find(each => each.id === row.operator)?.name ?? row.operator
  const waits = row.arrivedOn === null && row.closedOn === null
  const { from } = outlook
  const taken = from !== null && from !== 'unknown' && from.number === row.number
  return (
    <li>
      <p>
        <a class="digits" href={paths.case(row.number)} target="_blank" rel="noopener">
          {dashed(row.number)}
        </a>{' '}
        {row.closedOn ? '終わった案件' : waits ? '用紙請求（用紙の返送待ち）' : '手続中の案件'}
      </p>
      <p class="help">
        {[row.name, operator, kindsInWords(row.kinds)].filter(Boolean).join('・')}
        {row.arrivedOn && (
          <>
            ・到達 <Day on={row.arrivedOn} />
          </>
        )}
      </p>
      {taken ? null : waits ? (
        <Recheck query={{ from: row.number }}>この用紙請求の続きにする</Recheck>
      ) : (
        <Recheck query={{ linked: row.number, relation: row.closedOn ? 'follow_up' : 'duplicate' }}>
          この案件に関連付ける
        </Recheck>
      )}
    </li>
  )
}

/** Shows the page again with what was typed and one thing more. */
const Recheck = ({ query, children }: { query: Record<string, string>; children: string }) => (
  <button class="plain" type="submit" formaction={paths.openingCheck(query)} formnovalidate>
    {children}
  </button>
)
