import type { SettlingPlan } from '../../desk/money/settling-plan.ts'
import { formatYen, yen } from '../../domain/yen.ts'

/** 「12 / 34 件」: always in view, and renewed in place by the page's script. */
export interface ReconcileTotals {
  /** lines with money left, and its yen */
  readonly lines: number
  readonly rest: number
  /** lines settled today, and their yen */
  readonly settled: number
  readonly sum: number
}

export const totalsOf = ({ open, settled }: Pick<SettlingPlan, 'open' | 'settled'>): ReconcileTotals => ({
  lines: open.lines,
  rest: open.rest,
  settled: settled.length,
  sum: settled.reduce((sum, { allocations }) => allocations.reduce((total, { amount }) => total + amount, sum), 0),
})

/** Lines that were taken in part are open and settled at once: they count as work that is left. */
export const TotalsStrip = ({ lines, rest, settled, sum }: ReconcileTotals) => (
  <div class="r-totals" data-totals>
    <p>
      残り <b data-total="lines">{lines}件</b> <span data-total="rest">{formatYen(yen(rest))}</span>
    </p>
    <p>
      本日の消込 <b data-total="settled">{settled}件</b> <span data-total="sum">{formatYen(yen(sum))}</span>
    </p>
    <p class="r-progress">
      <progress value={settled} max={Math.max(1, settled + lines)} aria-label="本日の進み具合" />
      <span data-total="progress">
        {settled} / {settled + lines} 件
      </span>
    </p>
  </div>
)
