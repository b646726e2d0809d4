import type { LedgerKind } from '../domain/money/ledger-entry.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { instrumentPaths } from './instrument-paths.ts'
import type { InstrumentsView } from './instruments-view.ts'
import { OneButton } from './settings-marks.tsx'

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
  view.may && reversible.includes(kind) && !takenBack && body.takesBack === undefined && !view.book.proved.has(seq) ? (
    <OneButton
      visit={view.visit}
      to={instrumentPaths.act('takeBackEntry')}
      hidden={{ 'takeBackEntry.entry': String(seq), 'takeBackEntry.operator': view.operator }}
    >
      取り消す
    </OneButton>
  ) : null
