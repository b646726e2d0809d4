import type { StampBook } from '../../domain/money/stamp-book.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { Row, Table } from '../table.tsx'
import { signed } from './instruments-marks.tsx'

/** What is there, face by face, and what of it nobody has told the faces of. */
export const Faces = ({ book: { faces, unknown, yen: all } }: { book: StampBook }) => (
  <Table
    caption="手もとの切手"
    columns={[
      { label: '額面', right: true },
      { label: '枚数', right: true },
      { label: '金額', right: true },
    ]}
  >
    {faces.map(({ face, count }) => (
      <Row>
        <td class="right">{formatYen(yen(face))}</td>
        <td class="right">{count}枚</td>
        <td class="right">{signed(face * count)}</td>
      </Row>
    ))}
    {unknown !== 0 && (
      <Row>
        <td class="right">額面不明</td>
        <td class="right">—</td>
        <td class="right">{signed(unknown)}</td>
      </Row>
    )}
    <Row>
      <td class="right">
        <b>合計</b>
      </td>
      <td />
      <td class="right">
        <b>{signed(all)}</b>
      </td>
    </Row>
  </Table>
)
