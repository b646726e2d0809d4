import type { KnownDue } from '../../desk/money/known-dues.ts'
import type { PlannedLine } from '../../desk/money/planned-line.ts'
import type { SettledToday } from '../../desk/money/settled-today.ts'
import type { PlainDate } from '../../domain/day.ts'
import { type Bucket, buckets } from '../../domain/settlement.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { bucketSentences, bucketWords } from '../../words/settlement.ts'
import { numberText, ShortDue } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import { Row, RowLink, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'
import { undoText } from './reconcile-done.ts'
import { MatchRow } from './reconcile-row.tsx'

export const MOST_SHOWN = 300

/** Lines by what is to be thought about them, the surest first. */
export const Buckets = ({ lines, today, may }: { lines: readonly PlannedLine[]; today: PlainDate; may: boolean }) => {
  const shown = lines.slice(0, MOST_SHOWN)
  return (
    <>
      {buckets.map(bucket => {
        const rows = shown.filter(each => each.verdict.bucket === bucket)
        return rows.length === 0 ? null : <BucketOf bucket={bucket} rows={rows} all={lines} today={today} may={may} />
      })}
      {lines.length > shown.length && (
        <p class="sub">ほかに{lines.length - shown.length}件あります。消し込むか、検索で絞り込むと表示されます。</p>
      )}
    </>
  )
}

const BucketOf = ({
  bucket,
  rows,
  all,
  today,
  may,
}: {
  bucket: Bucket
  rows: readonly PlannedLine[]
  all: readonly PlannedLine[]
  today: PlainDate
  may: boolean
}) => {
  const mine = all.filter(each => each.verdict.bucket === bucket)
  const sum = mine.reduce((total, { row }) => total + (row.rest ?? 0), 0)
  return (
    <section class="group bucket" aria-labelledby={`bucket-${bucket}`} data-bucket={bucket}>
      <h2 id={`bucket-${bucket}`}>
        {bucketWords[bucket]}{' '}
        <span class="count">
          {mine.length}件 {formatYen(yen(sum))}
        </span>
        <span class="bucket-help">{bucketSentences[bucket]}</span>
      </h2>
      <ol class="matches">
        {rows.map(line => (
          <MatchRow line={line} today={today} may={may} />
        ))}
      </ol>
    </section>
  )
}

/** The other side: cases that owe and for which no line has come. */
export const Unpaid = ({ dues, today }: { dues: readonly KnownDue[]; today: PlainDate }) => (
  <details class="group r-unpaid">
    <summary>
      入金のない案件 <span class="count">{dues.length}件</span>
    </summary>
    {dues.length > 0 && (
      <Table
        caption="入金のない案件"
        columns={[
          { label: '受付番号' },
          { label: '氏名' },
          { label: 'フリガナ' },
          { label: '未納', right: true },
          { label: '支払の期限', wide: true },
        ]}
      >
        {dues.slice(0, MOST_SHOWN).map(due => (
          <Row>
            <td class="digits">
              <RowLink href={paths.case(due.caseNumber)}>{numberText(due.caseNumber)}</RowLink>
            </td>
            <td class="narrow">{due.name ?? '（消去済み）'}</td>
            <td class="narrow">{due.kana}</td>
            <td class="right">{formatYen(due.outstanding)}</td>
            <td>
              <ShortDue on={due.dueOn} today={today} />
            </td>
          </Row>
        ))}
      </Table>
    )}
  </details>
)

/** What was settled today, each with its way back. */
export const Settled = ({ settled, visit, may }: { settled: readonly SettledToday[]; visit: Visit; may: boolean }) => (
  <details class="group r-settled" id="settled">
    <summary>
      本日の消込 <span class="count">{settled.length}件</span>
    </summary>
    <ol class="settled-list">
      {settled.slice(-MOST_SHOWN).map(({ row, allocations }) => (
        <li>
          <a href={moneyPaths.line(row.id)}>{row.payerRead || row.payer || '（名義の記載なし）'}</a>
          <span>
            {allocations.map(({ caseNumber, amount, name }) => (
              <span class="settled-part">
                <a class="digits" href={paths.case(caseNumber)}>
                  {numberText(caseNumber)}
                </a>{' '}
                {name} <b class="digits">{formatYen(amount)}</b>
              </span>
            ))}
          </span>
          {may && (
            <form method="post" action={moneyPaths.undo} data-once>
              <Csrf visit={visit} />
              <button class="button quiet" type="submit" name="of" value={undoText(row.id, allocations)}>
                取り消す
              </button>
            </form>
          )}
        </li>
      ))}
    </ol>
  </details>
)
