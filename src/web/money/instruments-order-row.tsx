import { longDay } from '../../domain/era.ts'
import { type OrderRow, orderText } from '../../domain/money/order-book.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { orderStateWords } from '../../words/instruments.ts'
import { Badge, numberText } from '../marks.tsx'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink } from '../table.tsx'
import { LastDay } from './instruments-marks.tsx'
import type { InstrumentsView } from './instruments-view.ts'

/** One 定額小為替; only one that is held and still alive can be ticked. */
export const OrderLine = ({ order, view, ticked }: { order: OrderRow; view: InstrumentsView; ticked: boolean }) => {
  const { today, names, may } = view
  return (
    <Row>
      {may && (
        <td>
          {order.state === 'held' && order.lastDay >= today && (
            <input
              type="checkbox"
              name="cashOrders.orders"
              value={orderText(order)}
              aria-label={`${longDay(order.lastDay)}までの${order.face}円を選ぶ`}
              checked={ticked}
            />
          )}
        </td>
      )}
      <td>
        <LastDay order={order} today={today} />
      </td>
      <td class="right">{formatYen(yen(order.face))}</td>
      <td class="digits">{order.number ?? <span class="none">—</span>}</td>
      <td>
        <ShortDay on={order.issuedOn} today={today} />
      </td>
      <td class="digits">
        <RowLink href={paths.case(order.caseNumber)}>{numberText(order.caseNumber)}</RowLink>
      </td>
      <td class="narrow" title={names.get(order.operator ?? '')}>
        {names.get(order.operator ?? '') ?? '—'}
      </td>
      <td class="wide">
        <State order={order} view={view} />
      </td>
    </Row>
  )
}

const State = ({ order, view: { today, accounts } }: { order: OrderRow; view: InstrumentsView }) => {
  if (order.state === 'held')
    return order.lastDay < today ? <Badge tone="late">返却してください</Badge> : <Badge>{orderStateWords.held}</Badge>
  const into = order.into === 'cash' ? '現金' : accounts.find(({ id }) => id === order.into)?.label
  return (
    <>
      <Badge tone={order.state === 'cashed' ? 'good' : 'calm'}>{orderStateWords[order.state]}</Badge>{' '}
      <ShortDay on={order.endedOn} today={today} /> {[order.where, into && `${into}へ`].filter(Boolean).join('、')}
    </>
  )
}
