import { daysBetween, type PlainDate } from '../../domain/day.ts'
import type { LedgerKind } from '../../domain/money/ledger-entry.ts'
import { type OrderRow, WARNED_DAYS } from '../../domain/money/order-book.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { daysLeft } from '../../words/dates.ts'
import { Badge } from '../marks.tsx'
import { OneButton, ShortDay } from '../settings-marks.tsx'
import { instrumentPaths } from './instrument-paths.ts'
import type { InstrumentsView } from './instruments-view.ts'
import { moneyPaths } from './money-paths.ts'

/** -3,300円 */
export const signed = (amount: number): string => `${amount < 0 ? '−' : ''}${formatYen(yen(Math.abs(amount)))}`

const reversible: readonly LedgerKind[] = ['orders_cashed', 'stamps_used', 'cash_banked']

/** Only what stands alone can be taken back here; what came with a case goes back by the case. */
export const TakeBack = ({
  view,
  move: { seq, kind, body, takenBack },
}: {
  view: InstrumentsView
  move: { seq: number; kind: LedgerKind; body: Readonly<Record<string, unknown>>; takenBack?: true }
}) =>
  view.book.proved.has(seq) ? (
    <a href={moneyPaths.line(view.book.proved.get(seq)?.line ?? '')}>明細と結び付け済み</a>
  ) : view.may && reversible.includes(kind) && !takenBack && body.takesBack === undefined ? (
    <OneButton
      visit={view.visit}
      to={instrumentPaths.act('takeBackEntry')}
      hidden={{ 'takeBackEntry.entry': String(seq), 'takeBackEntry.operator': view.operator }}
    >
      取り消す
    </OneButton>
  ) : null

/** The day on which an order dies, with a sign from thirty days before. */
export const LastDay = ({ order, today }: { order: OrderRow; today: PlainDate }) => {
  const left = daysBetween(today, order.lastDay)
  return (
    <span class="due short">
      <ShortDay on={order.lastDay} today={today} />
      {order.state === 'held' && (
        <Badge tone={left < 0 ? 'late' : left <= WARNED_DAYS ? 'soon' : 'calm'}>
          {daysLeft(today, order.lastDay).words}
        </Badge>
      )}
    </span>
  )
}
