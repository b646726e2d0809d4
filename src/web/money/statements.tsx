import type { FastifyInstance, FastifyReply } from 'fastify'
import { LARGEST } from '../../banks/not-a-statement.ts'
import { keepsBooks } from '../../desk/money/bank-accounts.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Empty } from '../marks.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { Done, forbidden, refused } from '../settings-marks.tsx'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { showEvidence, statementPage } from './statement-page.tsx'
import { statementPaths } from './statement-paths.ts'
import { trayPages } from './statement-tray.tsx'
import { fileLabel, StatementUpload } from './statement-upload.tsx'
import { AccountFilter, StatementTable } from './statements-table.tsx'

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

const labels = { file: fileLabel }

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
      {keepsBooks(by) && <StatementUpload visit={visit} form={form} />}
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
