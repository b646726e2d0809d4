import { type InstrumentsView, orderViews } from './instruments-view.ts'
import { moneyPaths } from './money-paths.ts'

/** By the number typed or read from the paper; held or all. */
export const OrderSearch = ({ view: { visit, operator } }: { view: InstrumentsView }) => (
  <form class="filters" method="get" action={moneyPaths.instruments()}>
    {visit.query.operator && <input type="hidden" name="operator" value={operator} />}
    <label>
      証書番号・受付番号（読み取り機でも入力できます）
      <input name="q" class="w12 digits" value={visit.query.q ?? ''} autocomplete="off" />
    </label>
    <label>
      表示
      <select name="view">
        {Object.entries(orderViews).map(([code, label]) => (
          <option value={code} selected={code === visit.query.view}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <button class="button quiet" type="submit">
      探す
    </button>
  </form>
)
