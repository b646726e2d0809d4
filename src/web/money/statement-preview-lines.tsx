import type { StatementLine } from '../../banks/statement.ts'
import type { SortedLine } from '../../desk/money/statement-sameness.ts'
import { cancelWords } from '../../words/statements.ts'
import { Badge, Day } from '../marks.tsx'
import { Table } from '../table.tsx'
import { LineSums, sumColumns } from './statement-sums.tsx'

const MOST = 50

/** Lines of a file that is not taken yet. `separable`: each may be called a payment of its own. */
export const PreviewLines = ({
  caption,
  lines,
  separable,
}: {
  caption: string
  lines: readonly SortedLine[]
  separable?: true
}) => (
  <>
    <Table
      caption={caption}
      columns={[
        { label: '件目', right: true },
        { label: '日付' },
        { label: '依頼人・摘要', wide: true },
        ...sumColumns,
        { label: '種別' },
        { label: separable ? '別の入金' : '注意' },
      ]}
    >
      {lines.slice(0, MOST).map(({ line, known }) => (
        <tr>
          <td class="right">{line.record}</td>
          <td class="digits">
            <Day on={line.date} />
          </td>
          <td class="wide" title={line.payer}>
            {line.payerRead || line.description || '—'}
          </td>
          <LineSums line={line} />
          <td class="narrow">{line.kind || '—'}</td>
          <td>
            {separable ? (
              <label>
                <input type="checkbox" name="separate" value={String(line.record)} /> {known}
              </label>
            ) : (
              <Remark line={line} />
            )}
          </td>
        </tr>
      ))}
    </Table>
    {lines.length > MOST && <p class="beyond">ほかに{(lines.length - MOST).toLocaleString('en-US')}件あります。</p>}
  </>
)

const Remark = ({ line }: { line: StatementLine }) => {
  if (line.cancels)
    return (
      <Badge tone="soon">
        {cancelWords[line.cancels.why]}
        {line.cancels.record !== undefined && `（${line.cancels.record}件目）`}
      </Badge>
    )
  return line.cancelledBy === undefined ? null : <Badge tone="soon">{line.cancelledBy}件目で取消</Badge>
}
