import type { Lines, StatementRow } from '../../desk/money/statement-rows.ts'
import type { PlainDate } from '../../domain/day.ts'
import { money } from '../../words/statements.ts'
import { Empty } from '../marks.tsx'
import { LineTable } from './statement-lines.tsx'
import { statementPaths } from './statement-paths.ts'

/** Lines of one file as a search leaves them, with their sums. */
export const Found = ({
  row,
  lines,
  text,
  state,
  today,
}: {
  row: StatementRow
  lines: Lines
  text: string
  state: 'open' | 'all'
  today: PlainDate
}) => (
  <section class="group">
    <h2>
      このファイルで加わった明細 <span class="count">{lines.total.toLocaleString('en-US')}件</span>
    </h2>
    <form class="filters" method="get" action={statementPaths.statement(row.id)}>
      <label>
        名前・カナ・金額・番号
        <input name="q" class="w20" value={text} autocomplete="off" />
      </label>
      <label>
        表示
        <select name="state">
          <option value="all">すべて</option>
          <option value="open" selected={state === 'open'}>
            残っているもの
          </option>
        </select>
      </label>
      <button class="button quiet" type="submit">
        絞り込む
      </button>
    </form>
    {lines.rows.length === 0 ? (
      <Empty>
        {text === '' && state === 'all'
          ? '新しい明細はありませんでした。'
          : '当てはまる明細はありません。条件を変えてください。'}
      </Empty>
    ) : (
      <LineTable lines={lines.rows} today={today} />
    )}
    {lines.total > lines.rows.length && (
      <p class="beyond">
        ほかに{(lines.total - lines.rows.length).toLocaleString('en-US')}件あります。条件で絞り込んでください。
      </p>
    )}
    <p class="sums digits">
      入金 {money(lines.in)}　出金 {money(lines.out)}　仮受金として残るもの {money(lines.rest)}
    </p>
  </section>
)
