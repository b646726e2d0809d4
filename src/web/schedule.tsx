import type { FastifyInstance, FastifyReply } from 'fastify'
import { openPackages } from '../desk/packages.ts'
import { scheduleCsv, scheduleJson } from '../disclosure/schedule-files.ts'
import { readSchedule, type TypedRow, textOfFile } from '../disclosure/schedule-text.ts'
import { barred } from '../domain/case.ts'
import type { ScheduleRow } from '../domain/schedule.ts'
import { refusalSentence } from '../words/refusals.ts'
import { verbWords } from '../words/verbs.ts'
import { caseAt } from './case-at.ts'
import { CaseBand } from './case-band.tsx'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { statusOf } from './form-state.ts'
import { packagePaths } from './package-paths.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { isFields, textAt } from './read-body.ts'
import { reopened } from './reopened.ts'
import { PasteForm, RowsForm, UploadForm } from './schedule-forms.tsx'
import { scheduleIssues, wrongText } from './schedule-issues.ts'
import { MOST_EDITED, ScheduleTable } from './schedule-table.tsx'
import { get, post, type Sent, type Visit } from './visit.ts'

/** 別紙: a table typed row by row, pasted, or taken from a CSV file; the same as files for the person. */
export const schedulePages = (app: FastifyInstance, parts: WebParts): void => {
  const packages = openPackages(parts)
  const page = (visit: Visit, form: FormState, status: number, typed?: readonly TypedRow[]) =>
    show(visit, form, status, typed, () => packages.rows(visit.params.number ?? '', visit.by))

  get(app, parts, '/cases/:number/schedule', visit => page(visit, emptyForm, 200))
  post(app, parts, '/cases/:number/schedule', visit => {
    const { rows } = visit.fields
    const typed = (Array.isArray(rows) ? rows : []).filter(isFields).map(typedRow)
    return set(visit, typed, form => page(visit, form.form, form.status, typed))
  })
  for (const sent of ['pasted', 'file'])
    reopened(app, parts, `/cases/:number/schedule/${sent}`, ({ number = '' }) => packagePaths.schedule(number))
  post(app, parts, '/cases/:number/schedule/pasted', async visit => {
    const text = textAt(visit.fields, 'text')
    const read = readSchedule(text)
    const again = (form: FormState, status: number) => page(visit, { ...form, values: { text } }, status)
    if (read === null) return again(wrongText('text'), 422)
    const before =
      textAt(visit.fields, 'keep') === '' ? [] : ((await packages.rows(visit.params.number ?? '', visit.by)) ?? [])
    return set(visit, [...before.map(rowTyped), ...named(read, visit)], found => again(found.form, found.status))
  })
  post(app, parts, '/cases/:number/schedule/file', async visit => {
    const upload = visit.uploads.find(each => each.field === 'file')
    const text = upload === undefined ? null : textOfFile(upload.bytes)
    const read = text === null ? null : readSchedule(text)
    if (read === null) return page(visit, wrongText('file'), 422)
    return set(visit, named(read, visit), found => page(visit, found.form, found.status))
  })
  const data = (ending: string, type: string, bytes: (number: string, rows: readonly ScheduleRow[]) => Buffer) =>
    get(app, parts, `/cases/:number/schedule.${ending}`, async ({ by, params, request, reply }) => {
      const { number = '' } = params
      const rows = await packages.rows(number, by)
      if (rows === null) return showProblem(request, reply, 404)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="disclosure-${number}.${ending}"`)
        .send(bytes(number, rows))
    })
  data('csv', 'text/csv; charset=utf-8', (_number, rows) => scheduleCsv(rows))
  data('json', 'application/json; charset=utf-8', scheduleJson)
}

const typedRow = (row: Record<string, unknown>): TypedRow => ({
  system: textAt(row, 'system'),
  item: textAt(row, 'item'),
  value: textAt(row, 'value'),
  withheld: textAt(row, 'withheld'),
  facts: textAt(row, 'facts'),
})
const rowTyped = (row: ScheduleRow): TypedRow => ({ ...row, withheld: row.withheld ?? '', facts: row.facts ?? '' })

/** Two columns name no system: the one typed beside the table. */
const named = (rows: readonly TypedRow[], visit: Sent): TypedRow[] => {
  const system = textAt(visit.fields, 'system').trim() || '当社のシステム'
  return rows.map(row => ({ ...row, system: row.system === '' ? system : row.system }))
}

const set = async (
  visit: Sent,
  rows: readonly TypedRow[],
  again: (found: { form: FormState; status: number }) => Promise<FastifyReply>,
): Promise<FastifyReply> => {
  const { number = '' } = visit.params
  const seen = visit.marks._seen === undefined ? {} : { seen: Number(visit.marks._seen) }
  const answer = await visit.desk.perform(number, 'setSchedule', { rows }, visit.by, seen)
  if (answer.ok) return visit.reply.redirect(packagePaths.schedule(number), 303)
  const status = statusOf(answer)
  if (status === 404) return showProblem(visit.request, visit.reply, 404)
  return again({ form: scheduleIssues(answer), status })
}

const show = async (
  visit: Visit,
  form: FormState,
  status: number,
  typed: readonly TypedRow[] | undefined,
  stored: () => Promise<ScheduleRow[] | null>,
): Promise<FastifyReply> => {
  const found = await caseAt(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const { number, kase, context } = found
  const no = barred(kase, 'setSchedule', context)
  const rows = (await stored()) ?? []
  const words = verbWords.setSchedule
  const few = (typed ?? rows).length <= MOST_EDITED
  const forms = { visit, number, form, seq: kase.seq }
  return visit.reply.code(status).html(
    <Page visit={visit} title={`${words.title}（${number}）`} at="cases" bare>
      <link rel="stylesheet" href={paths.asset('masking.css')} />
      <CaseBand {...found} small />
      <div class="sheet wide">
        <h1>{words.title}</h1>
        <p class="lead">{words.help}</p>
        <ErrorSummary form={form} />
        {no !== null && <p class="lead">いまは直せません。{refusalSentence(no)}</p>}
        {no === null && few && <RowsForm {...forms} rows={typed ?? rows.map(rowTyped)} />}
        {(no !== null || !few) && <ScheduleTable rows={rows} />}
        {no === null && (
          <div class="two">
            <PasteForm {...forms} />
            <UploadForm {...forms} />
          </div>
        )}
        <p class="buttons">
          <a href={paths.case(number)}>案件へ戻る</a>
          {rows.length > 0 && <a href={packagePaths.csv(number)}>CSVで受け取る</a>}
          {rows.length > 0 && <a href={packagePaths.json(number)}>JSONで受け取る</a>}
        </p>
      </div>
    </Page>,
  )
}
