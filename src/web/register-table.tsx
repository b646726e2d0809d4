import { numberText } from './marks.tsx'
import { withoutForm } from './operator-names.ts'
import { paths } from './paths.ts'
import type { RegisterRow } from './register-row.ts'
import { BookDay } from './settings-marks.tsx'
import { Row, RowLink, Table } from './table.tsx'

/** Columns of the 受付簿, on screen, in print and in the file. */
export const columns = [
  { label: '受付番号', of: 'number' },
  { label: '到達', of: 'arrivedOn' },
  { label: '事業者', of: 'operator' },
  { label: '請求の種類', of: 'kinds' },
  { label: '氏名', of: 'name' },
  { label: '本人確認', of: 'identity' },
  { label: '手数料', of: 'fee' },
  { label: '結果', of: 'outcome' },
  { label: '発送', of: 'postedOn' },
  { label: '配達', of: 'deliveredOn' },
  { label: '完了', of: 'closedOn' },
] as const satisfies readonly { label: string; of: keyof RegisterRow }[]

export const Register = ({ rows, year }: { rows: readonly RegisterRow[]; year: number }) => (
  <div class="landscape">
    <Table caption="受付簿" columns={columns.map(({ label, of }) => ({ label, right: of === 'fee' }))}>
      {rows.map(row => (
        <Row>
          <td class="digits">
            <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
          </td>
          <BookDay on={row.arrivedOn} year={year} />
          <td class="narrow" title={row.operator}>
            {withoutForm(row.operator)}
          </td>
          <td class="narrow" title={row.kinds}>
            {row.kinds}
          </td>
          <td class="narrow" title={row.name}>
            {row.name}
          </td>
          <td>{row.identity}</td>
          <td class="right">{row.fee}</td>
          <td class="narrow" title={row.outcome}>
            {row.outcome || '—'}
          </td>
          <BookDay on={row.postedOn} year={year} />
          <BookDay on={row.deliveredOn} year={year} />
          <BookDay on={row.closedOn} year={year} />
        </Row>
      ))}
    </Table>
  </div>
)
