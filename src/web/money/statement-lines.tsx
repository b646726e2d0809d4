import type { LineRow } from '../../desk/money/statement-rows.ts'
import type { PlainDate } from '../../domain/day.ts'
import { cancelWords, money } from '../../words/statements.ts'
import { Badge } from '../marks.tsx'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { moneyPaths } from './money-paths.ts'
import { LineSums, sumColumns } from './statement-sums.tsx'

/** What is left of a line, in a word and a shape. */
export const LineState = ({ line }: { line: LineRow }) => {
  if (line.cancels) return <Badge tone="soon">{cancelWords[line.cancels.why]}</Badge>
  if (line.cancelledBy !== null) return <Badge tone="soon">取り消された明細</Badge>
  if (line.rest !== null) {
    if (line.rest === 0) return <Badge tone="good">済み</Badge>
    return line.rest === line.in ? (
      <Badge tone="soon">未処理</Badge>
    ) : (
      <Badge tone="soon">残り {money(line.rest)}</Badge>
    )
  }
  return line.unexplained === 0 ? <Badge tone="good">済み</Badge> : <Badge>出金</Badge>
}

export const LineTable = ({ lines, today }: { lines: readonly LineRow[]; today: PlainDate }) => (
  <Table
    caption="明細"
    columns={[
      { label: '番号' },
      { label: '日付' },
      { label: '依頼人・摘要', wide: true },
      ...sumColumns,
      { label: '種別' },
      { label: '状態' },
    ]}
  >
    {lines.map(line => (
      <Row>
        <td class="digits">
          <RowLink href={moneyPaths.line(line.id)}>{line.id}</RowLink>
        </td>
        <td class="digits">
          <ShortDay on={line.date} today={today} />
        </td>
        <td class="wide" title={line.payer}>
          {line.payerRead || line.description || '—'}
          {line.edi && <span class="sub">EDI {line.edi}</span>}
          {line.payerCode && <span class="sub">依頼人番号 {line.payerCode}</span>}
          {line.uncleared !== null && <span class="sub">うち他店券 {money(line.uncleared)}</span>}
        </td>
        <LineSums line={line} />
        <td class="narrow">{line.kind || '—'}</td>
        <td>
          <LineState line={line} />
        </td>
      </Row>
    ))}
  </Table>
)
