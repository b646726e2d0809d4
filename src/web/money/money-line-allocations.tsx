import type { LineView } from '../../desk/money/line-view.ts'
import { formatYen } from '../../domain/yen.ts'
import { Empty, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import type { Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'

/** What of the line lies with which case, each with its way back. */
export const Allocations = ({ visit, view, may }: { visit: Visit; view: LineView; may: boolean }) => (
  <section class="panel">
    <h2>充てた案件</h2>
    {view.allocations.length === 0 ? (
      <Empty>まだどの案件にも充てていません。</Empty>
    ) : (
      view.allocations.map(({ caseNumber, receipt, amount, linked, name }) => (
        <div class="hand-row">
          <p>
            <a class="digits" href={paths.case(caseNumber)}>
              {numberText(caseNumber)}
            </a>{' '}
            {name} <b class="digits">{formatYen(amount)}</b>
            {linked && <span class="sub">手で記録した入金と結び付けました。</span>}
          </p>
          {may && (
            <form class="filters" method="post" action={moneyPaths.release(view.file.row.id)} data-once>
              <Csrf visit={visit} />
              <input type="hidden" name="case" value={caseNumber} />
              <input type="hidden" name="receipt" value={receipt} />
              <label>
                取り消す理由（任意）
                <input name="reason" type="text" maxLength={200} class="w12" />
              </label>
              <button class="button quiet" type="submit">
                消込を取り消す
              </button>
            </form>
          )}
        </div>
      ))
    )}
  </section>
)

export const AliasList = ({ visit, view, may }: { visit: Visit; view: LineView; may: boolean }) =>
  view.aliases.length === 0 ? null : (
    <section class="panel">
      <h2>覚えた名義</h2>
      {view.aliases.map(({ id, kana, caseNumber }) => (
        <div class="hand-row">
          <p>
            {kana} <span class="sub">案件 {numberText(caseNumber)}</span>
          </p>
          {may && (
            <form class="filters" method="post" action={moneyPaths.forgetAlias(id)} data-once>
              <Csrf visit={visit} />
              <input type="hidden" name="line" value={view.file.row.id} />
              <button class="button quiet" type="submit">
                覚えた名義を外す
              </button>
            </form>
          )}
        </div>
      ))}
    </section>
  )
