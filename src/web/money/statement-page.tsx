import type { FastifyReply } from 'fastify'
import { formatName } from '../../banks/format-name.ts'
import type { Lines, StatementRow } from '../../desk/money/statement-rows.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import { issuePlace, money, storedIssueSentence } from '../../words/statements.ts'
import { Moment } from '../history.tsx'
import { Day, Empty } from '../marks.tsx'
import { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { Done, missing } from '../settings-marks.tsx'
import type { Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { LineTable } from './statement-lines.tsx'
import { statementPaths } from './statement-paths.ts'

const done = { taken: '取り込みました。新しい入金は仮受金になりました。消込で案件に充ててください。' }
const MOST = 500

const mayFetch = (by: Actor): boolean =>
  by.roles.some(role => role === 'cashier' || role === 'auditor' || role === 'admin')

/** One imported file: what it brought, what is left of it, and the bank's own bytes as evidence. */
export const statementPage = async (visit: Visit): Promise<FastifyReply> => {
  const { desk, by, params, query } = visit
  const row = await desk.statements.one(params.id ?? '', by)
  if (row === null) return missing(visit)
  const text = query.q ?? ''
  const state = query.state === 'open' ? 'open' : 'all'
  const [lines, { today }, staff] = await Promise.all([
    desk.statements.lines({ statement: row.id, text, state, limit: MOST }, by),
    desk.context(by),
    visit.parts.staff.list(),
  ])
  const who = staff.find(member => member.id === row.by)?.name ?? '（端末）'
  return visit.reply.html(
    <Page
      visit={visit}
      title={row.name}
      at="money"
      {...(mayFetch(by) && { action: <a href={statementPaths.evidence(row.id)}>銀行のファイルを保存する</a> })}
    >
      <link rel="stylesheet" href={paths.asset('statements.css')} />
      <MoneyBar at="statements" />
      <Done visit={visit} words={done} />
      <Facts row={row} who={who} />
      <Told row={row} />
      <Found row={row} lines={lines} text={text} state={state} today={today} />
    </Page>,
  )
}

const Facts = ({ row, who }: { row: StatementRow; who: string }) => (
  <dl class="facts-line">
    <div>
      <dt>口座</dt>
      <dd>{row.label}</dd>
    </div>
    <div>
      <dt>期間</dt>
      <dd>
        {row.from && <Day on={row.from} />}〜{row.to && <Day on={row.to} />}
      </dd>
    </div>
    <div>
      <dt>残高</dt>
      <dd class="digits">
        {row.openingBalance === null ? '—' : money(row.openingBalance)} →{' '}
        {row.closingBalance === null ? '—' : money(row.closingBalance)}
      </dd>
    </div>
    <div>
      <dt>明細</dt>
      <dd>
        {row.lines.toLocaleString('en-US')}件、うち新しいもの{row.added.toLocaleString('en-US')}件
      </dd>
    </div>
    <div>
      <dt>形式</dt>
      <dd>{formatName(row.format)}</dd>
    </div>
    <div>
      <dt>取り込み</dt>
      <dd>
        <Moment at={row.at} />・{who}
      </dd>
    </div>
    {row.despite !== null && (
      <div>
        <dt>それでも取り込んだ理由</dt>
        <dd>
          {row.despite}
          <span class="sub">
            （{who}・
            <Moment at={row.at} />）
          </span>
        </dd>
      </div>
    )}
  </dl>
)

const Told = ({ row: { issues: all } }: { row: StatementRow }) => {
  // Statements of before the reason had a place of its own hold it here too.
  const issues = all.filter(({ code }) => code !== 'taken_despite')
  if (issues.length === 0) return null
  return (
    <details class="panel told" open={issues.length <= 5}>
      <summary>
        確かめる点 <span class="count">{issues.length}件</span>
      </summary>
      <ul>
        {issues.slice(0, 100).map(issue => (
          <li>
            {issue.record > 0 && <span class="place">{issuePlace(issue)}</span>} {storedIssueSentence(issue)}
          </li>
        ))}
      </ul>
    </details>
  )
}

const Found = ({
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

/** Only ever as an attachment: the bank's file is never run or shown by the browser. */
export const showEvidence = async (visit: Visit): Promise<FastifyReply> => {
  const found = await visit.desk.statements.evidence(visit.params.id ?? '', visit.by)
  if (found === null) return missing(visit)
  return visit.reply
    .type('application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
    .send(found.bytes)
}
