import type { OperatorFileIssue } from '../desk/operator-file.ts'
import { fileFieldLabel, operatorFileSentence } from '../words/policy-fields.ts'
import { refusalSentence } from '../words/refusals.ts'
import { Button } from './marks.tsx'
import { Csrf } from './page.tsx'
import { paths } from './paths.ts'
import { Table } from './table.tsx'
import type { Sent, Visit } from './visit.ts'

/** Terms are a page or two of text; what is larger is something else. */
const MOST_BYTES = 1_048_576
/** Lines of a file that is wholly wrong are not all told. */
const MOST_ISSUES = 30

export interface WrongFile {
  readonly ok: false
  readonly status: number
  readonly name: string
  readonly problem?: string
  readonly issues: readonly OperatorFileIssue[]
}

/** Brings the uploaded file in through the desk, which alone decides what may change. */
export const importFile = async (visit: Sent): Promise<{ ok: true; id: string; changed: boolean } | WrongFile> => {
  const upload = visit.uploads.find(each => each.field === 'file')
  const name = upload === undefined ? '' : fileName(upload.name)
  const wrong = (code: string): WrongFile => ({
    ok: false,
    status: 422,
    name,
    problem: operatorFileSentence(code),
    issues: [],
  })
  if (upload === undefined || upload.bytes.length === 0) return wrong('file_missing')
  if (upload.bytes.length > MOST_BYTES) return wrong('file_too_long')
  const yaml = textOf(upload.bytes)
  if (yaml === null) return wrong('not_utf8')
  const pictures = new Map(
    visit.uploads.filter(({ field }) => field === 'picture').map(each => [fileName(each.name), each.bytes]),
  )
  const answer = await visit.desk.importOperator(name, yaml, visit.by, asked => pictures.get(asked) ?? null)
  if (answer.ok) return { ok: true, id: answer.operator.id, changed: answer.changed }
  if ('refusal' in answer) return { ok: false, status: 403, name, problem: refusalSentence(answer.refusal), issues: [] }
  return { ok: false, status: 422, name, issues: answer.issues }
}

/** The last part of what the browser gave, for a file's path is nobody's business. */
const fileName = (given: string): string =>
  (given.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').slice(0, 100) || '（名前のないファイル）'

const textOf = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export const ImportForm = ({ visit, wrong }: { visit: Visit; wrong?: WrongFile }) => (
  <section class="panel" id="import">
    <h2>取扱規程のファイルを取り込む</h2>
    {wrong && <Faults {...wrong} />}
    <p class="help">
      YAMLのファイルを選んでください。書き方に誤りがあるときは、行と項目を示し、何も変えません。受け付けた案件のある取扱規程は、変えられません。
    </p>
    <form class="upload" method="post" action={paths.operators} encType="multipart/form-data" data-once>
      <Csrf visit={visit} />
      <label for="f-file">ファイル（YAML・1MBまで）</label>
      <input id="f-file" name="file" type="file" accept=".yaml,.yml" />
      <label for="f-picture">ロゴ・署名・印影（PNG・SVG、各1MBまで。ファイルに名前を書いたものだけ）</label>
      <input id="f-picture" name="picture" type="file" accept=".png,.svg" multiple />
      <Button>取り込む</Button>
    </form>
  </section>
)

const Faults = ({ name, problem, issues }: WrongFile) => (
  <div class="summary" role="alert" tabIndex={-1} data-summary>
    <h2>
      <span aria-hidden="true">▲</span> {name === '' ? '取り込むファイルがありません' : `${name}は取り込めませんでした`}
    </h2>
    {problem && <p>{problem}</p>}
    {issues.length > 0 && (
      <>
        <Table
          caption="ファイルの誤り"
          columns={[{ label: '行', right: true }, { label: '項目' }, { label: '内容', wide: true }]}
        >
          {issues.slice(0, MOST_ISSUES).map(({ line, path, code }) => (
            <tr>
              <td class="right">{line}行目</td>
              <td>
                {path === '' ? 'ファイル全体' : fileFieldLabel(path)}
                {path !== '' && <code class="sub">{path}</code>}
              </td>
              <td>{operatorFileSentence(code)}</td>
            </tr>
          ))}
        </Table>
        {issues.length > MOST_ISSUES && <p>ほかに{issues.length - MOST_ISSUES}件あります。</p>}
      </>
    )}
  </div>
)
