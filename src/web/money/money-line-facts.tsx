import type { KnownDue } from '../../desk/money/known-dues.ts'
import type { LineView } from '../../desk/money/line-view.ts'
import type { PlainDate } from '../../domain/day.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { ledgerAccountWords, ledgerKindWords } from '../../words/ledger.ts'
import { unclearedWords } from '../../words/statements.ts'
import { Moment } from '../history.tsx'
import { Badge, Day, Empty, numberText, ShortDue } from '../marks.tsx'
import { paths } from '../paths.ts'
import { moneyPaths } from './money-paths.ts'

/** Byte for byte what came in the file, beside how it was read. */
export const BankWrote = ({ view: { file } }: { view: LineView }) => {
  const { row, account, state } = file
  const facts: readonly (readonly [string, string | null])[] = [
    [row.out === null ? '振込依頼人名' : '相手', row.payer || '（記載なし）'],
    ['依頼人コード', row.payerCode],
    ['ＥＤＩ情報', row.edi],
    ['摘要', row.description],
    ['うち他店券', row.uncleared === null ? null : unclearedWords(row.uncleared)],
    ['仕向銀行・支店', [row.fromBank, row.fromBranch].filter(Boolean).join(' ') || null],
    ['照会番号', row.reference],
    ['口座', account.label],
  ]
  return (
    <section class="panel">
      <h2>銀行の明細</h2>
      <dl class="line-facts">
        <dt>{row.out === null ? '入金' : '出金'}</dt>
        <dd>
          <b class="digits">{formatYen(yen(row.in ?? row.out ?? 0))}</b>{' '}
          {row.in !== null &&
            (state.rest > 0 ? (
              <Badge tone="soon">仮受金 {formatYen(yen(state.rest))}</Badge>
            ) : (
              <Badge tone="good">処理済み</Badge>
            ))}
        </dd>
        <dt>取引日</dt>
        <dd>
          <Day on={row.date as PlainDate} />
        </dd>
        {facts.map(([label, text]) =>
          text === null || text === '' ? null : (
            <>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </>
          ),
        )}
        {(row.cancels !== null || row.cancelledBy !== null) && (
          <>
            <dt>取消・訂正</dt>
            <dd>
              {row.cancelledBy === null ? (
                'この明細は、ほかの明細の取消又は訂正です。'
              ) : (
                <>
                  <a href={moneyPaths.line(row.cancelledBy)}>明細 {row.cancelledBy}</a> により取り消されています。
                </>
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

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

/** From the ledger, newest first, with what people wrote beside it. */
export const LineHistory = ({ view: { file }, names }: { view: LineView; names: ReadonlyMap<string, string> }) => (
  <section class="panel history">
    <h2>経過</h2>
    {file.entries.length === 0 && <Empty>記帳はまだありません。</Empty>}
    <ol reversed class="line-history">
      {[...file.entries].reverse().map(entry => (
        <li>
          <p>
            {ledgerKindWords[entry.kind]}
            {entry.amount > 0 && `　${formatYen(entry.amount)}`}
            {entry.caseNumber && (
              <>
                {'　案件 '}
                <a class="digits" href={paths.case(entry.caseNumber)}>
                  {numberText(entry.caseNumber)}
                </a>
              </>
            )}
            {entry.amount > 0 && (
              <span class="sub">
                {ledgerAccountWords[entry.debit]} ← {ledgerAccountWords[entry.credit]}
              </span>
            )}
          </p>
          {file.words
            .filter(({ seq, value }) => seq === entry.seq && typeof value === 'string')
            .map(({ value }) => (
              <blockquote>{String(value)}</blockquote>
            ))}
          <span class="sub">
            <Moment at={entry.at} />・{names.get(entry.by) ?? '（退職者）'}
          </span>
        </li>
      ))}
    </ol>
  </section>
)
