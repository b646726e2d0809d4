import type { LineView } from '../../desk/money/line-view.ts'
import type { PlainDate } from '../../domain/day.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { unclearedWords } from '../../words/statements.ts'
import { Badge, Day } from '../marks.tsx'
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
