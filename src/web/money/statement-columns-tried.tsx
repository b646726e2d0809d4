import type { Tried as Try } from '../../desk/money/statement-columns.ts'
import { issuePlace } from '../../words/statements.ts'
import { Day, Empty } from '../marks.tsx'
import { Table } from '../table.tsx'
import { LineSums, sumColumns } from './statement-sums.tsx'

export type Tried = Extract<Try, { ok: true }>

const SHOWN = 12

/** The first lines as the columns that somebody tries would give them. */
export const TriedLines = ({ tried: { lines, issues } }: { tried: Tried }) => (
  <section class="group">
    <h2>この読み方では</h2>
    {issues.length > 0 && (
      <ul class="told">
        {issues.slice(0, 8).map(issue => (
          <li>
            <span class="place">{issuePlace(issue)}</span> {issue.message}
          </li>
        ))}
      </ul>
    )}
    {lines.length === 0 ? (
      <Empty>読める明細がありません。見出しの行と列の意味を選び直してください。</Empty>
    ) : (
      <Table
        caption="読んだ明細"
        columns={[{ label: '日付' }, { label: '依頼人', wide: true }, ...sumColumns, { label: '種別' }]}
      >
        {lines.slice(0, SHOWN).map(line => (
          <tr>
            <td class="digits">
              <Day on={line.date} />
            </td>
            <td class="wide">{line.payerRead || line.description || '—'}</td>
            <LineSums line={line} />
            <td>{line.kind || '—'}</td>
          </tr>
        ))}
      </Table>
    )}
  </section>
)
