import type { FastifyInstance, FastifyReply } from 'fastify'
import { formatName } from '../../banks/format-name.ts'
import { LARGEST } from '../../banks/not-a-statement.ts'
import { type AccountRow, keepsBooks } from '../../desk/money/bank-accounts.ts'
import type { StatementRow } from '../../desk/money/statement-rows.ts'
import type { PlainDate } from '../../domain/day.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Moment } from '../history.tsx'
import { Button, Empty } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { Done, forbidden, refused, ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { showEvidence, statementPage } from './statement-page.tsx'
import { statementPaths } from './statement-paths.ts'
import { trayPages } from './statement-tray.tsx'

const done = {
  taken: '取り込みました。',
  discarded: 'ファイルを破棄しました。何も取り込んでいません。',
}

/** 明細: the bank's files that were taken in, and the box for the next one. */
export const statementsPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/statements', visit => listPage(visit, emptyForm, 200))
  post(app, parts, '/money/statements', upload, { uploadBytes: LARGEST })
  trayPages(app, parts)
  get(app, parts, '/money/statements/:id', statementPage)
  get(app, parts, '/money/statements/:id/file', showEvidence)
}

const labels = { file: '明細のファイル' }

const upload = async (visit: Sent): Promise<FastifyReply> => {
  const file = visit.uploads.find(each => each.field === 'file')
  const wrong = (code: string, about = {}) =>
    listPage(visit, refused({ ok: false, issues: [{ path: 'file', code, about }] }, labels), 422)
  if (!keepsBooks(visit.by)) return forbidden(visit)
  if (file === undefined) return wrong('statement_missing')
  if (file.cut) return wrong('statement_too_large', { mb: LARGEST / 1024 / 1024 })
  const answer = await visit.desk.statements.put(file, visit.by)
  if (answer.ok) return visit.reply.redirect(statementPaths.tray(answer.id), 303)
  return 'refusal' in answer ? forbidden(visit) : listPage(visit, refused(answer, labels), 422)
}

const listPage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { desk, by, query, parts } = visit
  const account = query.account || undefined
  const [accounts, { rows, total }, staff, { today }] = await Promise.all([
    desk.accounts.list(by, { retired: true }),
    desk.statements.list(by, account === undefined ? {} : { account }),
    parts.staff.list(),
    desk.context(by),
  ])
  const names = new Map(staff.map(member => [member.id, member.name]))
  return visit.reply.code(status).html(
    <Page visit={visit} title="明細" at="money">
      <link rel="stylesheet" href={paths.asset('statements.css')} />
      <MoneyBar at="statements" />
      <Done visit={visit} words={done} />
      <ErrorSummary form={form} />
      {keepsBooks(by) && <Upload visit={visit} form={form} />}
      <section class="group">
        <h2>
          取り込んだファイル <span class="count">{total}件</span>
        </h2>
        {accounts.length > 1 && <AccountFilter accounts={accounts} chosen={account} />}
        {rows.length === 0 ? (
          <Empty>
            取り込んだファイルはまだありません。
            {keepsBooks(by)
              ? '銀行から取得した明細のファイルを、上の欄で選んでください。'
              : '経理の担当者が取り込むと、ここに並びます。'}
          </Empty>
        ) : (
          <StatementTable rows={rows} names={names} today={today} />
        )}
        {total > rows.length && <p class="sub">ほかに{total - rows.length}件あります。口座で絞り込んでください。</p>}
      </section>
    </Page>,
  )
}

const Upload = ({ visit, form }: { visit: Visit; form: FormState }) => {
  const issue = form.issues.find(({ path }) => path === 'file')
  return (
    <form
      class="sheet statement-upload"
      method="post"
      action={moneyPaths.statements()}
      encType="multipart/form-data"
      data-once
    >
      <Csrf visit={visit} />
      <div class={issue ? 'field wrong' : 'field'}>
        <label for="f-file">{labels.file}</label>
        <p class="help" id="f-file-help">
          全銀形式、各銀行のCSV、camt（XML）。50MBまで。取り込む前に、内容と残高のつながりを確かめられます。同じ明細は二重に取り込みません。
        </p>
        {issue && <p class="issue">▲ {issue.sentence}</p>}
        <input id="f-file" name="file" type="file" required aria-describedby="f-file-help" />
      </div>
      <Button primary>読み取って確かめる</Button>
    </form>
  )
}

const AccountFilter = ({ accounts, chosen }: { accounts: readonly AccountRow[]; chosen: string | undefined }) => (
  <form class="filters" method="get" action={moneyPaths.statements()}>
    <label>
      口座
      <select name="account">
        <option value="">すべて</option>
        {accounts.map(({ id, label }) => (
          <option value={id} selected={id === chosen}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <button class="button quiet" type="submit">
      絞り込む
    </button>
  </form>
)

const StatementTable = ({
  rows,
  names,
  today,
}: {
  rows: readonly StatementRow[]
  names: ReadonlyMap<string, string>
  today: PlainDate
}) => (
  <Table
    caption="取り込んだファイル"
    columns={[
      { label: 'ファイル' },
      { label: '口座' },
      { label: '期間' },
      { label: '明細', right: true },
      { label: '新しい明細', right: true },
      { label: '注意', right: true },
      { label: '形式', wide: true },
      { label: '取り込み' },
    ]}
  >
    {rows.map(row => (
      <Row>
        <td title={row.name}>
          <RowLink href={statementPaths.statement(row.id)}>{row.name}</RowLink>
        </td>
        <td class="narrow" title={row.label}>
          {row.label}
        </td>
        <td class="digits">
          <ShortDay on={row.from} today={today} />〜<ShortDay on={row.to} today={today} />
        </td>
        <td class="right">{row.lines.toLocaleString('en-US')}</td>
        <td class="right">{row.added.toLocaleString('en-US')}</td>
        <td class="right">{row.issues.length === 0 ? '—' : row.issues.length}</td>
        <td class="narrow" title={formatName(row.format)}>
          {formatName(row.format)}
        </td>
        <td>
          <Moment at={row.at} />
          <span class="sub">{names.get(row.by) ?? '（端末）'}</span>
        </td>
      </Row>
    ))}
  </Table>
)
