import type { FastifyReply } from 'fastify'
import type { TrayPage } from '../../desk/scans/scan-tray.ts'
import { discardReasons, likelyCase } from '../../desk/scans/scan-tray-rows.ts'
import { cashiers } from '../../domain/rule.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { discardWords, formLabel, remarkWords, scanIssue } from '../../words/scans.ts'
import { Choice } from '../choices.tsx'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Moment } from '../history.tsx'
import { LineField } from '../lines.tsx'
import { Badge, Button, numberText } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { showProblem } from '../problem.tsx'
import { textAt } from '../read-body.ts'
import { mayAny, type Sent, type Visit } from '../visit.ts'
import { scanPaths } from './scans-paths.ts'
import { place } from './scans-tray.tsx'

/** One page that no code could place: the picture, and beside it where it shall go. */
export const showPage = (visit: Visit): Promise<FastifyReply> => pagePage(visit, emptyForm, 200)

export const showPicture = async ({ parts, params, by, request, reply }: Visit): Promise<FastifyReply> => {
  const picture = await parts.scans?.picture(params.id ?? '', by)
  return picture ? reply.type('image/jpeg').send(picture) : showProblem(request, reply, 404)
}

export const filePage = async (visit: Sent): Promise<FastifyReply> => {
  const { parts, params, by, fields, reply } = visit
  const answer = await parts.scans?.file(params.id ?? '', textAt(fields, 'to'), by)
  return answer?.ok ? reply.redirect(scanPaths.scans({ filed: answer.number }), 303) : again(visit, answer)
}

export const discardPage = async (visit: Sent): Promise<FastifyReply> => {
  const { parts, params, by, fields, reply } = visit
  const answer = await parts.scans?.discard(params.id ?? '', textAt(fields, 'reason'), by)
  return answer?.ok ? reply.redirect(scanPaths.scans({ discarded: true }), 303) : again(visit, answer)
}

type No = Exclude<
  Awaited<ReturnType<NonNullable<Visit['parts']['scans']>['file']>>,
  { readonly ok: true; number: string }
>

const labels: Readonly<Record<string, string>> = {
  to: '受付番号または符号',
  reason: '破棄する理由',
  page: 'このページ',
}

const again = async (visit: Sent, no: No | { ok: true } | undefined): Promise<FastifyReply> => {
  if (no === undefined || no.ok) return showProblem(visit.request, visit.reply, 404)
  if ('refusal' in no) {
    if (no.refusal.refused === 'not_allowed') return showProblem(visit.request, visit.reply, 403)
    return pagePage(visit, { values: visit.fields, issues: [], problem: refusalSentence(no.refusal) }, 409)
  }
  const settled = no.issues.find(({ code }) => code === 'page_settled')
  if (settled) return pagePage(visit, { values: {}, issues: [], problem: scanIssue(settled.code) }, 409)
  const issues = no.issues.map(({ path, code }) => ({ path, label: labels[path] ?? '', sentence: scanIssue(code) }))
  return pagePage(visit, { values: visit.fields, issues }, 422)
}

const pagePage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { parts, params, by, request, reply } = visit
  const page = await parts.scans?.one(params.id ?? '', by)
  if (!page) return showProblem(request, reply, 404)
  return reply.code(status).html(
    <Page
      visit={visit}
      title="ページの行き先を決める"
      at="opening"
      action={<a href={scanPaths.scans()}>紙を読み取る</a>}
    >
      <link rel="stylesheet" href={paths.asset('scans.css')} />
      <ErrorSummary form={form} />
      <script type="module" src={paths.asset('scans.js')} />
      {page.state === 'waiting' ? <Deciding visit={visit} form={form} page={page} /> : <Settled page={page} />}
    </Page>,
  )
}

const Settled = ({ page }: { page: TrayPage }) => (
  <p class="notice">
    {page.state === 'discarded' ? (
      <>このページは破棄しました（{page.reason && discardWords[page.reason]}）。</>
    ) : (
      <>
        このページは案件 {page.caseNumber && <a href={paths.case(page.caseNumber)}>{numberText(page.caseNumber)}</a>}{' '}
        に入れました。
      </>
    )}
  </p>
)

const Deciding = ({ visit, form, page }: { visit: Visit; form: FormState; page: TrayPage }) => (
  <div class="scan-page">
    <img src={scanPaths.picture(page.id)} alt={`読み取った紙（${place(page)}）`} />
    <div>
      <section class="panel">
        <h2>
          {place(page)}　<Moment at={page.at} />
        </h2>
        <ul class="remarks">
          {page.remarks.map(remark => (
            <li>
              <Badge tone="soon">{remarkWords[remark].short}</Badge> {remarkWords[remark].sentence}
            </li>
          ))}
        </ul>
        {page.code && (
          <p>
            符号：受付番号 {numberText(page.code.number)}
            {page.code.form && `、${formLabel(page.code.form)}`} {page.code.page}/{page.code.pages}
          </p>
        )}
        {page.follows && page.code === null && (
          <p>
            同じファイルの前のページは、案件 <a href={paths.case(page.follows)}>{numberText(page.follows)}</a>{' '}
            に入れました。
          </p>
        )}
      </section>
      {mayAny(visit.by, cashiers) && <Ways visit={visit} form={form} page={page} />}
    </div>
  </div>
)

const Ways = ({ visit, form, page }: { visit: Visit; form: FormState; page: TrayPage }) => {
  const likely = likelyCase(page)
  return (
    <>
      {likely !== null && (
        <form class="sheet" method="post" action={scanPaths.file(page.id)} data-once>
          <Csrf visit={visit} />
          <input type="hidden" name="to" value={likely} />
          <Button>
            {page.code ? '符号の案件' : '前のページと同じ案件'} {numberText(likely)} に入れる
          </Button>
        </form>
      )}
      <form class="sheet" method="post" action={scanPaths.file(page.id)} data-once>
        <Csrf visit={visit} />
        <LineField
          form={form}
          name="to"
          label={labels.to ?? ''}
          required
          help="8桁の受付番号か、紙の右下に印字された番号（26000014-L3-0-1/2-47 など）を入れてください。"
          width={20}
        />
        <Button primary>この案件に入れる</Button>
      </form>
      <form class="sheet" method="post" action={scanPaths.discard(page.id)} data-once>
        <Csrf visit={visit} />
        <Choice
          form={form}
          name="reason"
          label={labels.reason ?? ''}
          required
          options={discardReasons.map(value => ({ value, label: discardWords[value] }))}
        />
        <p class="help">破棄すると、このページの画像は消えて元に戻せません。紙そのものは残しておいてください。</p>
        <Button>破棄する</Button>
      </form>
    </>
  )
}
