import type { KnownDue } from '../desk/known-dues.ts'
import type { LineView } from '../desk/settling.ts'
import type { PlainDate } from '../domain/day.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { ledgerAccountWords, ledgerKindWords } from '../words/ledger.ts'
import { Moment } from './history.tsx'
import { Badge, Day, Empty, numberText, ShortDue } from './marks.tsx'
import { moneyPaths } from './money-paths.ts'
import { Csrf } from './page.tsx'
import { paths } from './paths.ts'
import type { Visit } from './visit.ts'

/** Byte for byte what came in the file, beside how it was read. */
export const BankWrote = ({ view: { file } }: { view: LineView }) => {
  const { row, account, state } = file
  const facts: readonly (readonly [string, string | null])[] = [
    ['振込依頼人名', row.payer || '（記載なし）'],
    ['依頼人コード', row.payerCode],
    ['ＥＤＩ情報', row.edi],
    ['摘要', row.description],
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
