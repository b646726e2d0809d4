import type { FastifyInstance, FastifyReply } from 'fastify'
import { keepsBooks } from '../../desk/money/bank-accounts.ts'
import type { Look } from '../../desk/money/statements.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { textAt, textsAt } from '../read-body.ts'
import { forbidden, refused } from '../settings-marks.tsx'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { ColumnsScreen } from './statement-columns.tsx'
import { columnsSent } from './statement-columns-sent.ts'
import type { Tried } from './statement-columns-tried.tsx'
import { statementPaths } from './statement-paths.ts'
import { PreviewScreen } from './statement-preview.tsx'
import { WayScreen, wayOf } from './statement-way.tsx'

/** A bank's file on its way in: how far it is read, what its columns mean, what it would bring. */
export const trayPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/statements/tray/:id', visit => trayPage(visit, emptyForm, 200))
  get(app, parts, '/money/statements/tray/:id/way', async visit => {
    const look = await visit.desk.statements.look(idOf(visit), visit.by)
    return visit.reply.code(look === null ? 404 : 200).send(look === null ? { state: 'gone' } : wayOf(look))
  })
  post(app, parts, '/money/statements/tray/:id/choose', choose)
  post(app, parts, '/money/statements/tray/:id/columns', columns)
  post(app, parts, '/money/statements/tray/:id/take', take)
  post(app, parts, '/money/statements/tray/:id/discard', async visit => {
    if (!(await visit.desk.statements.discard(idOf(visit), visit.by))) return gone(visit)
    return visit.reply.redirect(moneyPaths.statements({ done: 'discarded' }), 303)
  })
}

const idOf = ({ params }: Visit): string => params.id ?? ''

export const trayLabels = {
  file: 'ファイル',
  accounts: '口座',
  account: '口座',
  dateMode: '日付の年',
  despite: '取り込む理由',
  columns: '列の指定',
  date: '日付の列',
}

const choose = async (visit: Sent): Promise<FastifyReply> => {
  const { fields, desk, by } = visit
  const count = Number(textAt(fields, 'count')) || 0
  const accounts = Array.from({ length: Math.min(count, 100) }, (_, nth) => textAt(fields, `account-${nth}`) || null)
  const mode = textAt(fields, 'dateMode')
  const separate = textsAt(fields, 'separate').map(Number).filter(Number.isInteger)
  const chosen = {
    accounts,
    ...((mode === 'wareki' || mode === 'seireki') && { dateMode: mode as 'wareki' | 'seireki' }),
    separate,
  }
  const known = await desk.statements.choose(idOf(visit), chosen, by)
  return known ? visit.reply.redirect(statementPaths.tray(idOf(visit)), 303) : gone(visit)
}

const columns = async (visit: Sent): Promise<FastifyReply> => {
  const { desk, by, fields } = visit
  const look = await desk.statements.look(idOf(visit), by, { whole: true })
  if (look?.state !== 'read' || look.preview.table === null) return gone(visit)
  const sent = columnsSent(fields, look.preview.table)
  const again = (form: FormState, tried: Tried | null = null) => trayPage(visit, form, 422, tried)
  if (!sent.ok) return again(refused(sent, trayLabels, fields))
  if (textAt(fields, 'do') !== 'save') {
    const tried = await desk.statements.tryColumns(idOf(visit), sent.layout, by)
    if (tried === null) return gone(visit)
    if (!tried.ok) return again(refused(tried, trayLabels, fields))
    return trayPage(visit, { values: fields, issues: [] }, 200, tried)
  }
  const saved = await desk.statements.saveColumns(idOf(visit), textAt(fields, 'account'), sent.layout, by)
  if (saved.ok) return visit.reply.redirect(statementPaths.tray(idOf(visit)), 303)
  return 'refusal' in saved ? forbidden(visit) : again(refused(saved, trayLabels, fields))
}

const take = async (visit: Sent): Promise<FastifyReply> => {
  const { desk, by, fields } = visit
  const answer = await desk.statements.take(idOf(visit), { despite: textAt(fields, 'despite') }, by)
  if (answer.ok) {
    const [only, more] = answer.statements
    const to =
      only && more === undefined
        ? statementPaths.statement(only.id, { done: 'taken' })
        : moneyPaths.statements({ done: 'taken' })
    return visit.reply.redirect(to, 303)
  }
  if ('refusal' in answer) return forbidden(visit)
  if (answer.issues.some(({ code }) => code === 'file_gone')) return gone(visit)
  return trayPage(visit, refused(answer, trayLabels, fields), 422)
}

const trayPage = async (
  visit: Visit,
  form: FormState,
  status: number,
  tried: Tried | null = null,
): Promise<FastifyReply> => {
  if (!keepsBooks(visit.by)) return forbidden(visit)
  const look = await visit.desk.statements.look(idOf(visit), visit.by)
  if (look === null) return gone(visit)
  return visit.reply.code(status).html(
    <Page visit={visit} title={look.name} at="money" action={<a href={moneyPaths.statements()}>明細の一覧</a>}>
      <link rel="stylesheet" href={paths.asset('statements.css')} />
      <MoneyBar at="statements" />
      <ErrorSummary form={form} />
      {await screen(visit, look, form, tried)}
    </Page>,
  )
}

const screen = async (visit: Visit, look: Look, form: FormState, tried: Tried | null) => {
  const id = idOf(visit)
  if (look.state !== 'read') return <WayScreen id={id} look={look} />
  const accounts = await visit.desk.accounts.list(visit.by)
  const { preview } = look
  if (preview.table !== null)
    return (
      <ColumnsScreen
        visit={visit}
        id={id}
        table={preview.table}
        issues={preview.issues}
        accounts={accounts}
        form={form}
        tried={tried}
      />
    )
  return <PreviewScreen visit={visit} id={id} look={look} preview={preview} accounts={accounts} form={form} />
}

/** Taken or discarded in the meantime, a day old, or somebody else's. */
const gone = (visit: Visit): FastifyReply =>
  visit.reply.code(404).html(
    <Page visit={visit} title="このファイルはもうありません" at="money">
      <MoneyBar at="statements" />
      <p>取り込んだか、破棄したか、アップロードから1日がたっています。</p>
      <p>
        <a href={moneyPaths.statements()}>明細の一覧で確かめる</a>
      </p>
    </Page>,
  )
