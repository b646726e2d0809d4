import type { BooksAsked } from '../../desk/money/book-terms.ts'
import type { Month } from '../../domain/money/closing.ts'
import type { Exported, ExportIssue } from '../../exports/export-file.ts'
import { journalTotals } from '../../exports/journal-rows.ts'
import { figure } from '../../letters/month-sheet-rows.ts'
import { exportFieldWords, productWords } from '../../words/bookkeeping.ts'
import { ledgerAccountWords } from '../../words/ledger.ts'
import { Badge, Empty, LinkButton } from '../marks.tsx'
import { Table } from '../table.tsx'
import { monthsPaths } from './months-paths.ts'
import { monthTitle } from './months-state.tsx'

/** What the file would hold, with its sums, and the file itself; or what stands in its way. */
export const ExportTold = ({ made, asked, open }: { made: Exported; asked: BooksAsked; open: readonly Month[] }) => (
  <section class="panel">
    <h2>{productWords[asked.product]}の仕訳</h2>
    {made.rows.length === 0 ? (
      <Empty>この期間に仕訳はありません。期間を変えてください。</Empty>
    ) : (
      <>
        <p class="lead">
          {made.rows.length}件、借方と貸方はどちらも {figure(made.rows.reduce((sum, row) => sum + row.amount, 0))}
          円です。
        </p>
        {open.length > 0 && (
          <p>
            <Badge tone="soon">{open.map(monthTitle).join('、')}はまだ締めていません</Badge>{' '}
            渡した後に記帳が変わることがあります。
          </p>
        )}
        {made.ok ? (
          <p class="buttons">
            <LinkButton href={monthsPaths.exportFile({ ...asked })} primary>
              ファイルを保存する
            </LinkButton>
          </p>
        ) : (
          <Problems issues={made.issues} />
        )}
        <Table
          caption="科目ごとの合計"
          columns={[{ label: '元帳の科目' }, { label: '借方', right: true }, { label: '貸方', right: true }]}
        >
          {[...journalTotals(made.rows)].map(([account, { debit, credit }]) => (
            <tr>
              <td>{ledgerAccountWords[account]}</td>
              <td class="right digits">{figure(debit)}</td>
              <td class="right digits">{figure(credit)}</td>
            </tr>
          ))}
        </Table>
      </>
    )}
  </section>
)

const Problems = ({ issues }: { issues: readonly ExportIssue[] }) => (
  <div class="summary" role="alert">
    <h3>
      <span aria-hidden="true">▲</span> このままではファイルを作れません
    </h3>
    <ul>
      {issues.map(({ row, field, text, character }) => (
        <li>
          {row}行目の{exportFieldWords[field]}「{text}」
          {character === undefined ? (
            <>は、この会計ソフトには長すぎます。設定で短い名前にしてください。</>
          ) : (
            <>
              の「{character}」は、この会計ソフトの文字コードにありません。
              <a href={monthsPaths.bookkeeping()}>設定</a>で、代わりに書く文字を決めてください。
            </>
          )}
        </li>
      ))}
    </ul>
  </div>
)
