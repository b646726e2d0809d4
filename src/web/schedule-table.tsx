import type { ScheduleRow } from '../domain/schedule.ts'
import { groundWords } from '../words/outcomes.ts'
import { Empty } from './marks.tsx'
import { Table } from './table.tsx'

/** Up to here a table is edited row by row; a longer one comes from a file. */
export const MOST_EDITED = 60
const MOST_SHOWN = 200

export const ScheduleTable = ({ rows }: { rows: readonly ScheduleRow[] }) => (
  <section class="whole-text">
    <h2>
      登録した項目 {rows.length}件（うち開示しない項目 {rows.filter(row => row.withheld !== undefined).length}件）
    </h2>
    {rows.length === 0 ? (
      <Empty>項目はまだ登録されていません。</Empty>
    ) : (
      <Table
        caption="開示する項目の一覧"
        columns={[{ label: 'システム' }, { label: '項目' }, { label: '内容', wide: true }, { label: '開示しない根拠' }]}
      >
        {rows.slice(0, MOST_SHOWN).map(row => (
          <tr>
            <td>{row.system}</td>
            <td>{row.item}</td>
            <td>{row.value}</td>
            <td>{row.withheld && groundWords[row.withheld]}</td>
          </tr>
        ))}
      </Table>
    )}
    {rows.length > MOST_SHOWN && <p>はじめの{MOST_SHOWN}件です。全部はCSVで確かめられます。</p>}
  </section>
)
