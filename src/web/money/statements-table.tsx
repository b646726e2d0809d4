import { formatName } from '../../banks/format-name.ts'
import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import type { StatementRow } from '../../desk/money/statement-rows.ts'
import type { PlainDate } from '../../domain/day.ts'
import { Moment } from '../history.tsx'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { moneyPaths } from './money-paths.ts'
import { statementPaths } from './statement-paths.ts'

export const AccountFilter = ({
  accounts,
  chosen,
}: {
  accounts: readonly AccountRow[]
  chosen: string | undefined
}) => (
  <form class="filters" method="get" action={moneyPaths.statements()}>
    <label>
      口座
      <select name="account">
        <option value="">すべて</option>
        {accounts.map(({ id, label }) => (
          <option value={id} selected={id === chosen}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <button class="button quiet" type="submit">
      絞り込む
    </button>
  </form>
)

/** Files that were taken in, as the desk lists them. */
export const StatementTable = ({
  rows,
  names,
  today,
}: {
  rows: readonly StatementRow[]
  names: ReadonlyMap<string, string>
  today: PlainDate
}) => (
  <Table
    caption="取り込んだファイル"
    columns={[
      { label: 'ファイル' },
      { label: '口座' },
      { label: '期間' },
      { label: '明細', right: true },
      { label: '新しい明細', right: true },
      { label: '注意', right: true },
      { label: '形式', wide: true },
      { label: '取り込み' },
    ]}
  >
    {rows.map(row => (
      <Row>
        <td title={row.name}>
          <RowLink href={statementPaths.statement(row.id)}>{row.name}</RowLink>
        </td>
        <td class="narrow" title={row.label}>
          {row.label}
        </td>
        <td class="digits">
          <ShortDay on={row.from} today={today} />〜<ShortDay on={row.to} today={today} />
        </td>
        <td class="right">{row.lines.toLocaleString('en-US')}</td>
        <td class="right">{row.added.toLocaleString('en-US')}</td>
        <td class="right">{row.issues.length === 0 ? '—' : row.issues.length}</td>
        <td class="narrow" title={formatName(row.format)}>
          {formatName(row.format)}
        </td>
        <td>
          <Moment at={row.at} />
          <span class="sub">{names.get(row.by) ?? '（端末）'}</span>
        </td>
      </Row>
    ))}
  </Table>
)
