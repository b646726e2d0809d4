import type { PlannedLine } from '../../desk/money/planned-line.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { ShortDay } from '../settings-marks.tsx'
import { depositWords } from './money-line-deposits.tsx'
import { moneyPaths } from './money-paths.ts'
import { Acts } from './reconcile-acts.tsx'
import { CaseOf } from './reconcile-case.tsx'
import { tickText } from './reconcile-done.ts'
import { MOST_TIED, Reasons } from './reconcile-reasons.tsx'

/** What a search on the page itself finds a row by. */
const findText = ({ row, dues }: PlannedLine): string =>
  [
    row.payer,
    row.payerRead,
    row.in,
    row.rest,
    row.description,
    ...dues.flatMap(due => [due.caseNumber, due.name, due.kana, due.agent, due.outstanding]),
  ]
    .filter(text => text !== null && text !== undefined && text !== '')
    .join(' ')

/** May be confirmed with others; what would only be held is asked for one by one. */
export const isTickable = ({ decided, holds }: PlannedLine): boolean => decided && !holds
export const isTicked = (line: PlannedLine): boolean => isTickable(line) && line.verdict.bucket === 'proposed'

/** A line, what is proposed for it and why, and the case; `may`: the person may write. */
export const MatchRow = ({ line, today, may }: { line: PlannedLine; today: PlainDate; may: boolean }) => {
  const { row, account, verdict, proof } = line
  const tick = tickText(row.id, proof)
  const rest = formatYen(yen(row.rest ?? 0))
  const proposals = verdict.bucket === 'ambiguous' ? verdict.proposals.slice(0, MOST_TIED) : verdict.proposals
  const called = `${row.payerRead || row.payer || '名義なし'}　${rest}`
  const exact = line.deposits.filter(({ amount }) => amount === row.rest)
  return (
    <li class="match" id={`line-${row.id}`} tabIndex={-1} data-line={row.id} data-find={findText(line)}>
      <span class="m-tick">
        {may && isTickable(line) && (
          <input type="checkbox" name="ticked" value={tick} checked={isTicked(line)} aria-label={`${called} を選ぶ`} />
        )}
      </span>
      <div class="m-line">
        <p>
          <b class="digits">{rest}</b> <ShortDay on={row.date as PlainDate} today={today} />
        </p>
        <p class="m-payer" title={row.payer}>
          {row.payerRead || row.payer || '（名義の記載なし）'}
        </p>
        <p class="sub" title={account.label}>
          <a href={moneyPaths.line(row.id)}>明細の詳細</a>　{account.label}
          {row.rest !== row.in && row.in !== null && `　全体は${formatYen(yen(row.in))}`}
        </p>
      </div>
      <div class="m-why">
        <Reasons line={line} />
      </div>
      <div class="m-case">
        {proposals.map(proposal => (
          <CaseOf line={line} proposal={proposal} today={today} may={may} />
        ))}
        {verdict.proposals.length > proposals.length && (
          <p class="sub">ほかに{verdict.proposals.length - proposals.length}件</p>
        )}
        {verdict.proposals.length === 0 && exact.length === 0 && <p class="none">候補の案件はありません。</p>}
        {exact.map(deposit => (
          <Deposit line={line} deposit={deposit} today={today} may={may} />
        ))}
      </div>
      <div class="m-act">{may && <Acts line={line} tick={tick} called={called} />}</div>
    </li>
  )
}

/** Cash or 定額小為替 that the desk paid in itself, of this very amount: no fee, but the deposit that the line may prove. */
const Deposit = ({
  line: { row },
  deposit,
  today,
  may,
}: {
  line: PlannedLine
  deposit: LedgerEntry
  today: PlainDate
  may: boolean
}) => (
  <div class="m-due">
    <p>
      <ShortDay on={deposit.on} today={today} /> {depositWords(deposit)}
    </p>
    <p class="sub">
      銀行に預けたもの
      {may && (
        <button
          class="deed"
          type="submit"
          name="entry"
          value={String(deposit.seq)}
          formAction={moneyPaths.prove(row.id)}
          aria-label={`${depositWords(deposit)}と結び付ける`}
        >
          結び付ける
        </button>
      )}
    </p>
  </div>
)
