import type { PlainDate } from '../domain/day.ts'
import type { OrderRow } from '../domain/money/order-book.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { orderWarnings } from '../words/instruments.ts'
import { numberText } from './marks.tsx'
import { LastDay } from './money/instruments-marks.tsx'
import { moneyPaths } from './money/money-paths.ts'
import { ShortDay } from './settings-marks.tsx'
import { Row, RowLink, Table } from './table.tsx'

export const DYING = '定額小為替の期限'

/** 定額小為替 that are paid for thirty days more at most: each leads to the book where it is cashed. */
export const DyingOrders = ({ orders, id, today }: { orders: readonly OrderRow[]; id: string; today: PlainDate }) => (
  <section class="group" id={id}>
    <h2>
      {DYING} <span class="count">{orders.length}枚</span>
    </h2>
    {orderWarnings(orders, today)
      .slice(0, 3)
      .map(({ sentence, late }) => (
        <p class="notice">
          <span aria-hidden="true">{late ? '■' : '▲'}</span> {sentence}
        </p>
      ))}
    <Table
      caption={DYING}
      columns={[
        { label: '受付番号' },
        { label: '額面', right: true },
        { label: '証書番号', wide: true },
        { label: '発行日' },
        { label: '有効期限' },
      ]}
    >
      {orders.slice(0, MOST_ROWS).map(order => (
        <Row>
          <td class="digits">
            <RowLink href={moneyPaths.instruments({ q: order.caseNumber })}>{numberText(order.caseNumber)}</RowLink>
          </td>
          <td class="right">{formatYen(yen(order.face))}</td>
          <td class="wide digits">{order.number ?? <span class="none">—</span>}</td>
          <td>
            <ShortDay on={order.issuedOn} today={today} />
          </td>
          <td>
            <LastDay order={order} today={today} />
          </td>
        </Row>
      ))}
    </Table>
    {orders.length > MOST_ROWS && (
      <p class="beyond">
        ほかに{orders.length - MOST_ROWS}枚あります。<a href={moneyPaths.instruments()}>為替と切手</a>でご覧ください。
      </p>
    )}
  </section>
)

const MOST_ROWS = 30
