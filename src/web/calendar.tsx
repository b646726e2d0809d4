import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { issueCode, issuesOf } from '../desk/issues.ts'
import type { Calendar } from '../domain/calendar.ts'
import { addDays, type PlainDate } from '../domain/day.ts'
import { day, line } from '../domain/fields.ts'
import type { Actor } from '../domain/rule.ts'
import { Choice } from './choices.tsx'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { DayField, LineField } from './lines.tsx'
import { Badge, Button, Day, Empty } from './marks.tsx'
import { Csrf, Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { Done, forbidden, isAdmin, OneButton, refused } from './settings-marks.tsx'
import { Table } from './table.tsx'
import { get, post, type Sent, type Visit } from './visit.ts'

/** 休業日: what the desk's own calendar says besides weekends and national holidays. Open cases are reckoned anew at once. */
export const calendarPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/settings/calendar', visit => show(visit, emptyForm, 200))
  post(app, parts, '/settings/calendar', change)
}

/** One calendar serves every operator. */
const mayChange = (by: Actor): boolean => isAdmin(by) && by.operators === 'all'

const kinds = { closure: '休業日にする', opened: '窓口を開く日にする' } as const
const labels = { date: '日付', kind: '扱い', name: '名前' }
const done = {
  set: '登録しました。開いている案件の社内の期限を計算し直しました。',
  gone: '取り消しました。開いている案件の社内の期限を計算し直しました。',
}

const entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['closure', 'opened']), date: day(), name: line(40) }),
  z.object({ kind: z.literal('none'), date: day() }),
])

const change = async (visit: Sent): Promise<FastifyReply> => {
  if (!mayChange(visit.by)) return forbidden(visit)
  const read = entry.safeParse(visit.fields, { error: issueCode })
  if (!read.success) return show(visit, refused({ ok: false, issues: issuesOf(read.error) }, labels, visit.fields), 422)
  const given = read.data
  const gone = given.kind === 'none'
  const refusal = await visit.desk.changeCalendar(
    given.date,
    gone ? null : given.kind,
    gone ? '' : given.name,
    visit.by,
  )
  if (refusal !== null) return forbidden(visit)
  return visit.reply.redirect(paths.calendar({ done: gone ? 'gone' : 'set' }), 303)
}

const show = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const [days, { today, calendar }] = await Promise.all([visit.desk.calendarDays(), visit.desk.context(visit.by)])
  return visit.reply.code(status).html(
    <Page visit={visit} title="休業日" at="settings">
      <Done visit={visit} words={done} />
      <div class="halves">
        <section>
          <h2>会社の休業日・窓口を開く日</h2>
          {days.length === 0 ? (
            <Empty>登録された日はありません。土曜日、日曜日と国民の祝日だけを休みとして数えます。</Empty>
          ) : (
            <Table
              caption="登録された日"
              columns={[{ label: '日付' }, { label: '扱い' }, { label: '名前', wide: true }, { label: '操作' }]}
            >
              {days.map(each => (
                <tr>
                  <td>
                    <Day on={each.date} />
                  </td>
                  <td>
                    <Badge tone={each.kind === 'closure' ? 'soon' : 'good'}>
                      {each.kind === 'closure' ? '休業' : '開く'}
                    </Badge>
                  </td>
                  <td class="wide" title={each.name}>
                    {each.name}
                  </td>
                  <td>
                    {mayChange(visit.by) && (
                      <OneButton visit={visit} to={paths.calendar()} hidden={{ date: each.date, kind: 'none' }}>
                        取り消す
                      </OneButton>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )}
          {mayChange(visit.by) ? (
            <AddDay visit={visit} form={form} />
          ) : (
            <p class="sub">変えられるのは、すべての事業者を担当する管理者だけです。</p>
          )}
        </section>
        <section>
          <h2>これから1年の祝日と休業日</h2>
          <Rest calendar={calendar} today={today} />
        </section>
      </div>
    </Page>,
  )
}

const AddDay = ({ visit, form }: { visit: Visit; form: FormState }) => (
  <section class="panel">
    <h2>日を加える</h2>
    <ErrorSummary form={form} />
    <form method="post" action={paths.calendar()} data-once>
      <Csrf visit={visit} />
      <DayField
        form={form}
        name="date"
        label={labels.date}
        required
        help="同じ日を登録し直すと、前の登録に代わります。"
      />
      <Choice
        form={form}
        name="kind"
        label={labels.kind}
        required
        value="closure"
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      <LineField
        form={form}
        name="name"
        label={labels.name}
        required
        width={20}
        help="夏季休業、創立記念日など。期限の計算書に載ります。"
      />
      <Button primary>登録する</Button>
    </form>
  </section>
)

const YEAR = 366

/** What the reckoning goes by, so that nobody has to guess which holidays it knows. */
const Rest = ({ calendar, today }: { calendar: Calendar; today: PlainDate }) => {
  const rest = Array.from({ length: YEAR }, (_, n) => addDays(today, n)).flatMap(on => {
    const why = calendar.why(on)
    return why === null || why === '土曜日' || why === '日曜日' ? [] : [{ on, why }]
  })
  return (
    <Table caption="祝日と休業日" columns={[{ label: '日付' }, { label: 'わけ', wide: true }]}>
      {rest.map(({ on, why }) => (
        <tr>
          <td>
            <Day on={on} />
          </td>
          <td class="wide">{why}</td>
        </tr>
      ))}
    </Table>
  )
}
