import type { FastifyReply } from 'fastify'
import { mayFetch } from '../../desk/money/statement-evidence.ts'
import { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { Done, missing } from '../settings-marks.tsx'
import type { Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { Facts, Told } from './statement-facts.tsx'
import { Found } from './statement-found.tsx'
import { statementPaths } from './statement-paths.ts'

const done = { taken: '取り込みました。新しい入金は仮受金になりました。消込で案件に充ててください。' }
const MOST = 500

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

/** Only ever as an attachment: the bank's file is never run or shown by the browser. */
export const showEvidence = async (visit: Visit): Promise<FastifyReply> => {
  const found = await visit.desk.statements.evidence(visit.params.id ?? '', visit.by)
  if (found === null) return missing(visit)
  return visit.reply
    .type('application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
    .send(found.bytes)
}
