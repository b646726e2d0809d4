import type { LineView } from '../../desk/money/line-view.ts'
import { formatYen } from '../../domain/yen.ts'
import { ledgerAccountWords, ledgerKindWords } from '../../words/ledger.ts'
import { Moment } from '../history.tsx'
import { Empty, numberText } from '../marks.tsx'
import { paths } from '../paths.ts'

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
