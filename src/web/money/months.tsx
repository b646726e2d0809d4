import type { FastifyInstance, FastifyReply } from 'fastify'
import type { MonthRow } from '../../desk/money/month-row.ts'
import { isMonth, type MonthRefusal } from '../../domain/money/closing.ts'
import { monthSheetCsv } from '../../letters/month-sheet-csv.ts'
import { issueSentence } from '../../words/issues.ts'
import { monthRefusalSentences } from '../../words/month-sheet.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { Day, Empty } from '../marks.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { textAt } from '../read-body.ts'
import { forbidden, missing } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { monthsPaths } from './months-paths.ts'
import { monthPage } from './months-sheet.tsx'
import { monthTitle, StateBadge } from './months-state.tsx'

/** 月次締め: the months, their sheet, and the two acts that close one. */
export const monthPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/months', listPage)
  get(app, parts, '/money/months/:month', visit => one(visit, emptyForm, 200))
  get(app, parts, '/money/months/:month/sheet.pdf', async visit => {
    const month = monthIn(visit)
    const pdf = month && (await visit.desk.months.pdf(month, visit.by))
    if (!month || !pdf) return missing(visit)
    return visit.reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="month-sheet-${month}.pdf"`)
      .send(pdf)
  })
  get(app, parts, '/money/months/:month/sheet.csv', async visit => {
    const month = monthIn(visit)
    const shown = month && (await visit.desk.months.one(month, visit.by))
    if (!month || !shown) return missing(visit)
    return visit.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="month-sheet-${month}.csv"`)
      .send(monthSheetCsv(shown.sheet, shown.names))
  })
  post(app, parts, '/money/months/:month/prepare', prepare)
  post(app, parts, '/money/months/:month/sign', sign)
}

const monthIn = ({ params: { month = '' } }: Visit) => (isMonth(month) ? month : null)

const one = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const month = monthIn(visit)
  if (month === null) return missing(visit)
  const shown = await visit.desk.months.one(month, visit.by)
  return shown === null ? forbidden(visit) : monthPage(visit, shown, form, status)
}

const answered = async (visit: Visit, no: MonthRefusal | null, done: string): Promise<FastifyReply> => {
  const month = monthIn(visit)
  if (month === null) return missing(visit)
  if (no === null) return visit.reply.redirect(monthsPaths.month(month, { done }), 303)
  if (no === 'not_allowed') return forbidden(visit)
  return one(visit, { ...emptyForm, problem: monthRefusalSentences[no] }, 409)
}

const prepare = async (visit: Sent): Promise<FastifyReply> => {
  const month = monthIn(visit)
  return month === null ? missing(visit) : answered(visit, await visit.desk.months.prepare(month, visit.by), 'prepared')
}

const sign = async (visit: Sent): Promise<FastifyReply> => {
  const month = monthIn(visit)
  if (month === null) return missing(visit)
  if (!(await visit.parts.staff.confirmPassword(visit.by.id, visit.marks._password ?? ''))) {
    const wrong = { path: '_password', label: 'ご自分のパスワード', sentence: issueSentence('password_wrong') }
    return one(visit, { values: {}, issues: [wrong] }, 422)
  }
  return answered(visit, await visit.desk.months.sign(month, textAt(visit.fields, 'hash'), visit.by), 'signed')
}

const listPage = async (visit: Visit): Promise<FastifyReply> => {
  const rows = await visit.desk.months.list(visit.by)
  return visit.reply.html(
    <Page
      visit={visit}
      title="月次締め"
      at="money"
      action={rows !== null && <a href={monthsPaths.exports()}>会計ソフトへ渡す</a>}
    >
      <MoneyBar at="months" />
      <p class="lead">
        月が終わったら、経理の担当者が精算表を作成し、別の決裁者が承認して締めます。古い月から順に締めます。
      </p>
      {rows === null ? (
        <Empty>月次締めは、すべての事業者を担当する人だけが見られます。</Empty>
      ) : (
        <MonthTable rows={rows} />
      )}
    </Page>,
  )
}

const MonthTable = ({ rows }: { rows: readonly MonthRow[] }) => (
  <Table caption="月次締め" columns={[{ label: '月' }, { label: '状態' }, { label: '作成' }, { label: '承認' }]}>
    {rows.map(row => (
      <Row>
        <td class="digits">
          <RowLink href={monthsPaths.month(row.month)}>{monthTitle(row.month)}</RowLink>
        </td>
        <td>
          <StateBadge row={row} />
          {row.next && row.state === 'open' && <span class="sub">次に締める月</span>}
        </td>
        {[row.prepared, row.signed].map(at => (
          <td>
            {at ? (
              <>
                {at.name} <Day on={at.on} />
              </>
            ) : (
              <span class="none">—</span>
            )}
          </td>
        ))}
      </Row>
    ))}
  </Table>
)
