import type { LateMoney } from '../desk/money/late-money.ts'
import type { PlainDate } from '../domain/day.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { numberText } from './marks.tsx'
import { moneyPaths } from './money/money-paths.ts'
import { paths } from './paths.ts'
import { ShortDay } from './settings-marks.tsx'
import { Row, RowLink, Table } from './table.tsx'

export const LATE_MONEY = '終わった案件への入金'

const MOST_ROWS = 30

/** Money that no open case asks for: each leads to where it is returned or held. */
export const LateMoneyList = ({ late, id, today }: { late: readonly LateMoney[]; id: string; today: PlainDate }) => (
  <section class="group" id={id}>
    <h2>
      {LATE_MONEY} <span class="count">{late.length}件</span>
    </h2>
    <Table
      caption={LATE_MONEY}
      columns={[
        { label: '受付番号' },
        { label: '氏名' },
        { label: '金額', right: true },
        { label: 'すること', wide: true },
        { label: '入金の日' },
        { label: '完了の日' },
      ]}
    >
      {late.slice(0, MOST_ROWS).map(({ caseNumber, name, amount, line, closedOn }) => (
        <Row>
          <td class="digits">
            <RowLink href={line ? moneyPaths.line(line.id) : paths.case(caseNumber)}>{numberText(caseNumber)}</RowLink>
          </td>
          <td>{name ?? '（消去済み）'}</td>
          <td class="right">{formatYen(yen(amount))}</td>
          <td class="wide" title={line?.payer}>
            {line
              ? '完了した案件の番号で入金がありました。返すか、預りにするかを決めてください。'
              : '完了した案件に預りが残っています。返金するか、返金不要の申出を記録してください。'}
          </td>
          <td>{line ? <ShortDay on={line.date} today={today} /> : <span class="none">—</span>}</td>
          <td>
            <ShortDay on={closedOn} today={today} />
          </td>
        </Row>
      ))}
    </Table>
    {late.length > MOST_ROWS && (
      <p class="beyond">
        ほかに{late.length - MOST_ROWS}件あります。<a href={moneyPaths.reconcile()}>消込</a>でご覧ください。
      </p>
    )}
  </section>
)
