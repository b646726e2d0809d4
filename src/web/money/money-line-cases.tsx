import type { KnownDue } from '../../desk/money/known-dues.ts'
import type { LineView } from '../../desk/money/line-view.ts'
import type { PlainDate } from '../../domain/day.ts'
import { formatYen } from '../../domain/yen.ts'
import { Empty, numberText, ShortDue } from '../marks.tsx'
import { paths } from '../paths.ts'
import { moneyPaths } from './money-paths.ts'

/** 案件を探す, without a script: each hit fills the form above. */
export const CaseSearch = ({
  view,
  q,
  found,
  today,
}: {
  view: LineView
  q: string
  found: readonly KnownDue[] | null
  today: PlainDate
}) => (
  <>
    <form class="filters" method="get" action={moneyPaths.line(view.file.row.id)}>
      <label>
        案件を探す（氏名・フリガナ・金額・受付番号）
        <input type="search" name="q" value={q} class="w20" autocomplete="off" />
      </label>
      <button class="button quiet" type="submit">
        探す
      </button>
    </form>
    {found?.length === 0 && <Empty>見つかりません。終わって半年を過ぎた案件は、受付番号を直接入れてください。</Empty>}
    {found && <Candidates line={view.file.row.id} dues={found} today={today} />}
  </>
)

/** Cases to choose from; each leads to the form with its row filled in. */
export const Candidates = ({ line, dues, today }: { line: string; dues: readonly KnownDue[]; today: PlainDate }) => (
  <>
    {dues.map(due => (
      <div class="hand-row">
        <p>
          <a class="digits" href={paths.case(due.caseNumber)}>
            {numberText(due.caseNumber)}
          </a>{' '}
          {due.name ?? '（消去済み）'}
          {due.agent && `　代理人 ${due.agent}`}
          {due.outstanding > 0 ? `　未納 ${formatYen(due.outstanding)} ` : '　未納なし '}
          {due.dueOn && <ShortDue on={due.dueOn} today={today} />}
        </p>
        <a class="button quiet" href={`${moneyPaths.line(line, { case: due.caseNumber })}#hand`}>
          この案件を入れる
        </a>
      </div>
    ))}
  </>
)
