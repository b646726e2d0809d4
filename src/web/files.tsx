import type { FastifyInstance, FastifyReply } from 'fastify'
import type { FileRow } from '../desk/files.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import { caseAt } from './case-at.ts'
import { CaseBand } from './case-band.tsx'
import type { FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Moment } from './history.tsx'
import { Csrf, Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { scanPaths } from './scans/scans-paths.ts'
import { get, post, type Sent, type Visit } from './visit.ts'

/** Scans of a case: put in here, checked by their content, given back as attachments only. */
export const filePages = (app: FastifyInstance, parts: WebParts): void => {
  post(app, parts, '/cases/:number/files', addFile)
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
  const upload = visit.uploads.find(each => each.field === 'file')
  const answer = await visit.parts.files.add(number, upload?.name ?? '', upload?.bytes ?? Buffer.alloc(0), visit.by)
  if (answer.ok) return visit.reply.redirect(paths.case(number), 303)
  const form: FormState =
    'issues' in answer
      ? {
          values: {},
          issues: answer.issues.map(({ path, code, about }) => ({
            path,
            label: 'ファイル',
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
        <Upload visit={visit} number={number} />
      </div>
    </Page>,
  )
}

export const Upload = ({ visit, number }: { visit: Visit; number: string }) => (
  <form class="upload" method="post" action={paths.files(number)} encType="multipart/form-data" data-once>
    <Csrf visit={visit} />
    <label for="f-file">PDF・JPEG・PNG（20MBまで）</label>
    <input id="f-file" name="file" type="file" accept=".pdf,.jpg,.jpeg,.png" />
    <button class="button quiet" type="submit">
      加える
    </button>
  </form>
)

const size = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1024))}KB`

export const CaseFiles = ({ visit, number, files }: { visit: Visit; number: string; files: readonly FileRow[] }) => (
  <section class="panel">
    <h2>ファイル</h2>
    <Files number={number} files={files} />
    <Upload visit={visit} number={number} />
    <p class="sub">
      <a href={scanPaths.scans({ number })}>返ってきた用紙を読み取る</a>
    </p>
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
