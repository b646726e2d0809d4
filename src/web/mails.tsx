import type { FastifyInstance, FastifyReply } from 'fastify'
import { reminder } from '../desk/clock-reminders.ts'
import type { Mail } from '../desk/mails.ts'
import { type PlainDate, todayIn } from '../domain/day.ts'
import { cashiers } from '../domain/rule.ts'
import { mailKindLabel, mailStateWords } from '../words/mail-states.ts'
import { Moment } from './history.tsx'
import { Badge, Empty, numberText, type Tone } from './marks.tsx'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { Done, forbidden, missing, OneButton } from './settings-marks.tsx'
import { Table } from './table.tsx'
import { get, mayAny, post, type Sent, type Visit } from './visit.ts'

/** The outbox: what waits, what could not be sent, what went. */
export const mailPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/settings/mails', showMails)
  post(app, parts, '/settings/mails/:id/resend', resend)
}

const done = {
  again: 'もう一度送ります。しばらくして、この一覧で確かめてください。',
  already: 'この控えはすでに送信待ちか送信済みです。何も変えていません。',
}

const resend = async (visit: Sent): Promise<FastifyReply> => {
  const { mails } = visit.parts
  if (!mayAny(visit.by, cashiers)) return forbidden(visit)
  const id = visit.params.id ?? ''
  if (mails === undefined || (await mails.one(id, visit.by)) === null) return missing(visit)
  const again = await mails.requeue(id, visit.by)
  return visit.reply.redirect(paths.mails({ done: again ? 'again' : 'already' }), 303)
}

const isState = (text: string | undefined): text is Mail['state'] =>
  text !== undefined && Object.hasOwn(mailStateWords, text)

const showMails = async (visit: Visit): Promise<FastifyReply> => {
  const { state, after } = visit.query
  const only = isState(state) ? { state } : {}
  const { mails } = visit.parts
  const { rows, next } = (await mails?.list(visit.by, { ...only, ...(after && { after }) })) ?? { rows: [] }
  const { today } = await visit.desk.context(visit.by)
  const counts = (await mails?.counts(visit.by)) ?? { waiting: 0, sent: 0, failed: 0 }
  return visit.reply.html(
    <Page visit={visit} title="メール" at="settings">
      <Done visit={visit} words={done} />
      {!visit.parts.config?.smtp && (
        <p class="notice">
          <span aria-hidden="true">▲</span>{' '}
          メールサーバー（SMTP）が設定されていないため、メールは送信されず、ここで待っています。管理者が環境変数
          SMTP_URL を設定して起動し直すと、順に送られます。
        </p>
      )}
      <nav class="jumps" aria-label="状態">
        <a href={paths.mails()} {...(!isState(state) && { 'aria-current': 'page' as const })}>
          すべて <b>{counts.waiting + counts.failed + counts.sent}</b>
        </a>
        {(['waiting', 'failed', 'sent'] as const).map(each => (
          <a href={paths.mails({ state: each })} {...(each === state && { 'aria-current': 'page' as const })}>
            {mailStateWords[each]} <b>{counts[each]}</b>
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <Empty>該当するメールはありません。請求の受付や決裁の依頼のときに、自動で作られます。</Empty>
      ) : (
        <MailTable visit={visit} mails={rows} today={today} />
      )}
      <nav class="paging" aria-label="ページ">
        {after && <a href={paths.mails(only)}>最初のページ</a>}
        {next !== undefined && (
          <a href={paths.mails({ ...only, after: next })} rel="next">
            次のページ
          </a>
        )}
      </nav>
    </Page>,
  )
}

const tones: Record<Mail['state'], Tone> = { waiting: 'soon', failed: 'late', sent: 'good' }

/** A reminder of another day is not sent again: today's says the same. */
const isOver = (mail: Mail, today: PlainDate) => mail.kind === reminder && todayIn(mail.createdAt) !== today

const MailTable = ({ visit, mails, today }: { visit: Visit; mails: readonly Mail[]; today: PlainDate }) => (
  <Table
    caption="メール"
    columns={[
      { label: '作成' },
      { label: '状態' },
      { label: '種類' },
      { label: '受付番号' },
      { label: '宛先' },
      { label: '件名', wide: true },
      { label: '試行', right: true },
      { label: '操作' },
    ]}
  >
    {mails.map(mail => (
      <tr>
        <td>
          <Moment at={mail.createdAt} />
          {mail.sentAt && (
            <span class="sub">
              送信 <Moment at={mail.sentAt} />
            </span>
          )}
        </td>
        <td>
          <Badge tone={tones[mail.state]}>{mailStateWords[mail.state]}</Badge>
        </td>
        <td>{mailKindLabel(mail.kind)}</td>
        <td class="digits">
          {mail.caseNumber ? <a href={paths.case(mail.caseNumber)}>{numberText(mail.caseNumber)}</a> : '—'}
        </td>
        <td title={mail.to?.address}>{mail.to === null ? '（宛先がありません）' : mail.to.name}</td>
        <td class="wide" title={mail.lastError ?? mail.subject}>
          {mail.subject}
          {mail.lastError && <span class="sub late">{mail.lastError}</span>}
        </td>
        <td class="right">{mail.attempts}回</td>
        <td>
          {mail.state === 'failed' && !isOver(mail, today) && mayAny(visit.by, cashiers) && (
            <OneButton visit={visit} to={paths.resend(mail.id)}>
              もう一度送る
            </OneButton>
          )}
        </td>
      </tr>
    ))}
  </Table>
)
