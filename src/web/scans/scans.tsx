import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ScanTray } from '../../desk/scans/scan-tray.ts'
import { cashiers } from '../../domain/rule.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { scanIssue } from '../../words/scans.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { numberText } from '../marks.tsx'
import { readScan } from '../opening/opening-source.ts'
import { operatorNames } from '../operator-names.ts'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { showProblem } from '../problem.tsx'
import { type Fields, textAt } from '../read-body.ts'
import { Done } from '../settings-marks.tsx'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { discardPage, filePage, showPage, showPicture } from './scans-page.tsx'
import { scanPaths } from './scans-paths.ts'
import { resultsOf, ScanResults } from './scans-results.tsx'
import { ScanUpload, WaitingPages } from './scans-tray.tsx'

declare module '../parts.ts' {
  interface WebParts {
    readonly scans?: ScanTray
  }
}

/** 紙を読み取る: scans of returned papers find their cases by the code at their foot; the others wait here for a person. */
export const scanPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/scans', visit => scansPage(visit, emptyForm, 200))
  post(app, parts, '/scans', takeScans)
  get(app, parts, '/scans/:id', showPage)
  get(app, parts, '/scans/:id/picture', showPicture)
  post(app, parts, '/scans/:id/file', filePage)
  post(app, parts, '/scans/:id/discard', discardPage)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const takeScans = async (visit: Sent): Promise<FastifyReply> => {
  const { by, fields, marks, uploads, parts, request, reply } = visit
  if (parts.scans === undefined) return showProblem(request, reply, 404)
  const operator = textAt(fields, 'operator') || null
  const typed = textAt(fields, 'number').trim()
  const number = typed === '' ? null : readScan(typed)
  if (typed !== '' && (number === null || (await visit.desk.kase(number, by)) === null))
    return scansPage(visit, said(fields, [{ path: 'number', label: '案件', sentence: scanIssue('unknown_case') }]), 422)
  const batch = UUID.test(marks._once ?? '') ? (marks._once ?? '') : randomUUID()
  const files = uploads.filter(each => each.field === 'file')
  const answer = await parts.scans.take(
    files.map(each => each.bytes),
    { operator, number, batch },
    by,
  )
  if (answer.ok) return reply.redirect(scanPaths.scans({ batch }), 303)
  if ('refusal' in answer) {
    if (answer.refusal.refused === 'not_allowed') return showProblem(request, reply, 403)
    return scansPage(visit, { ...said(fields, []), problem: refusalSentence(answer.refusal) }, 409)
  }
  const issues = answer.issues.map(({ path, code, about }) => ({
    path,
    label: files.length > 1 ? `${about?.nth}番目のファイル` : 'ファイル',
    sentence: scanIssue(code),
  }))
  return scansPage(visit, said(fields, issues), 422)
}

const said = (values: Fields, issues: FormState['issues']): FormState => ({ values, issues })

const scansPage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { by, query, parts, desk, request, reply } = visit
  if (parts.scans === undefined) return showProblem(request, reply, 404)
  const [waiting, names, ctx] = await Promise.all([parts.scans.waiting(by), operatorNames(desk), desk.context(by)])
  const results = query.batch === undefined ? [] : await resultsOf(visit, await parts.scans.batch(query.batch, by))
  const served = [...names].filter(([id]) => ctx.knowsOperator(id)).map(([value, label]) => ({ value, label }))
  return reply.code(status).html(
    <Page visit={visit} title="紙を読み取る" at="opening">
      <link rel="stylesheet" href={paths.asset('scans.css')} />
      <ErrorSummary form={form} />
      <Done visit={visit} words={{ discarded: 'ページを破棄しました。紙そのものは残しておいてください。' }} />
      <Filed number={query.filed} left={waiting.length} />
      {results.length > 0 && <ScanResults results={results} />}
      {mayAny(by, cashiers) && <ScanUpload visit={visit} form={form} operators={served} number={query.case ?? ''} />}
      <WaitingPages pages={waiting} names={names} next={query.filed !== undefined || query.done !== undefined} />
    </Page>,
  )
}

/** Back at the tray after a page was given its case: the next one waits here, not there. */
const Filed = ({ number = '', left }: { number: string | undefined; left: number }) =>
  /^\d{8}$/.test(number) ? (
    <p class="done" role="status">
      <span aria-hidden="true">●</span> 案件 <a href={paths.case(number)}>{numberText(number)}</a> に入れました。
      {left > 0 ? `続けて、残り${left}枚を決めてください。` : '人が決めるページは、もうありません。'}
    </p>
  ) : null
