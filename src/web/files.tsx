import type { FastifyInstance, FastifyReply } from 'fastify'
import type { FileRow } from '../desk/files.ts'
import { cashiers } from '../domain/rule.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import { caseAt } from './case-at.ts'
import { CaseBand } from './case-band.tsx'
import { emptyForm, type FormState, Wrong } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Moment } from './history.tsx'
import { packagePaths } from './package-paths.ts'
import { Csrf, Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { reopened } from './reopened.ts'
import { scanPaths } from './scans/scans-paths.ts'
import { get, mayAny, post, type Sent, type Visit } from './visit.ts'

/** Scans of a case: put in here, checked by their content, given back as attachments only. */
export const filePages = (app: FastifyInstance, parts: WebParts): void => {
  post(app, parts, '/cases/:number/files', addFile)
  reopened(app, parts, '/cases/:number/files', ({ number = '' }) => paths.case(number))
  get(app, parts, '/cases/:number/files/:file', async ({ by, params, request, reply }) => {
    const found = await parts.files.read(params.file ?? '', by)
    if (found === null || found.file.caseNumber !== params.number) return showProblem(request, reply, 404)
    const name = encodeURIComponent(found.file.name)
    return reply
      .type(found.file.type)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(found.bytes)
  })
}

const addFile = async (visit: Sent): Promise<FastifyReply> => {
  const found = await caseAt(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const { number } = found
  const back = visit.marks._to === TO_PACKAGE ? packagePaths.package(number) : paths.case(number)
  const upload = visit.uploads.find(each => each.field === 'file')
  const answer = await visit.parts.files.add(number, upload?.name ?? '', upload?.bytes ?? Buffer.alloc(0), visit.by)
  if (answer.ok) return visit.reply.redirect(back, 303)
  const form: FormState =
    'issues' in answer
      ? {
          values: {},
          issues: answer.issues.map(({ path, code, about }) => ({
            path,
            label: upload?.name || 'ファイル',
            sentence: issueSentence(code, about),
          })),
        }
      : { values: {}, issues: [], problem: refusalSentence(answer.refusal) }
  const status = 'issues' in answer ? 422 : answer.refusal.refused === 'not_allowed' ? 403 : 409
  return visit.reply.code(status).html(
    <Page visit={visit} title="ファイルの追加" at="cases" bare>
      <CaseBand {...found} small />
      <div class="sheet">
        <h1>ファイルの追加</h1>
        <ErrorSummary form={form} />
        <Upload visit={visit} number={number} form={form} toPackage={visit.marks._to === TO_PACKAGE} />
        <p class="buttons">
          <a href={back}>{back === paths.case(number) ? '案件へ戻る' : '開示資料へ戻る'}</a>
        </p>
      </div>
    </Page>,
  )
}

const TO_PACKAGE = 'package'

/** `toPackage`: the page of 開示資料 asked for the file, and it is there that the person goes on. */
export const Upload = ({
  visit,
  number,
  form = emptyForm,
  toPackage,
}: {
  visit: Visit
  number: string
  form?: FormState
  toPackage?: boolean
}) => {
  const issue = form.issues.find(each => each.path === 'file')
  return (
    <form class="upload" method="post" action={paths.files(number)} encType="multipart/form-data" data-once>
      <Csrf visit={visit} />
      {toPackage && <input type="hidden" name="_to" value={TO_PACKAGE} />}
      <label for="f-file">ファイルを加える（PDF・JPEG・PNG、20MBまで）</label>
      {issue && <Wrong id="f-file-issue" sentence={issue.sentence} />}
      <input
        id="f-file"
        name="file"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png"
        {...(issue && { 'aria-invalid': true as const, 'aria-describedby': 'f-file-issue' })}
      />
      <button class="button quiet" type="submit">
        加える
      </button>
    </form>
  )
}

const size = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1024))}KB`

export const CaseFiles = ({ visit, number, files }: { visit: Visit; number: string; files: readonly FileRow[] }) => (
  <section class="panel">
    <h2>ファイル</h2>
    <Files number={number} files={files} />
    {mayAny(visit.by, cashiers) ? (
      <>
        <Upload visit={visit} number={number} />
        <p class="sub scan-door">
          <a href={scanPaths.scans({ number })}>返ってきた用紙を読み取る</a>
        </p>
      </>
    ) : (
      files.length === 0 && <p class="sub">ファイルはありません。</p>
    )}
  </section>
)

/** For the side of a form: what was scanned, at hand while it is being typed. */
export const FileList = ({ number, files }: { number: string; files: readonly FileRow[] }) =>
  files.length === 0 ? null : (
    <section class="panel">
      <h2>ファイル</h2>
      <Files number={number} files={files} />
    </section>
  )

const Files = ({ number, files }: { number: string; files: readonly FileRow[] }) =>
  files.length === 0 ? null : (
    <ul class="list">
      {files.map(file => (
        <li>
          <a href={paths.file(number, file.id)}>{file.name}</a>
          <span class="sub">
            {size(file.bytes)}・{file.pages}ページ・
            <Moment at={file.at} />
          </span>
        </li>
      ))}
    </ul>
  )
