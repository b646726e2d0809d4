import type { Leaving } from '../../desk/money/leaving.ts'
import type { PlainDate } from '../../domain/day.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { Empty, numberText } from '../marks.tsx'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { moneyPaths } from './money-paths.ts'

const kinds = { case_refund: '案件の返金', refund: '仮受金の返金', recall: '組戻し' } as const

/** Decided to leave the bank, not yet seen to have left. */
export const Leaves = ({ leaving, today }: { leaving: readonly Leaving[]; today: PlainDate }) => (
  <section class="group">
    <h2>
      出金を待っている返金・組戻し <span class="count">{leaving.length}件</span>
    </h2>
    {leaving.length === 0 ? (
      <Empty>承認されて出金を待っているものはありません。</Empty>
    ) : (
      <Table
        caption="出金を待っている返金・組戻し"
        columns={[
          { label: '種類' },
          { label: '金額', right: true },
          { label: '誰に', wide: true },
          { label: '入金の日' },
        ]}
      >
        {leaving.map(each => (
          <Row>
            <td>{kinds[each.what]}</td>
            <td class="right">{formatYen(yen(each.amount))}</td>
            <td class="wide">
              {each.what === 'case_refund' ? (
                <RowLink href={paths.case(each.caseNumber)}>
                  {numberText(each.caseNumber)} {each.name}
                </RowLink>
              ) : (
                <RowLink href={moneyPaths.line(each.line)}>{each.payer}</RowLink>
              )}
            </td>
            <td>
              {each.what === 'case_refund' ? <span class="none">—</span> : <ShortDay on={each.date} today={today} />}
            </td>
          </Row>
        ))}
      </Table>
    )}
  </section>
)
