import type { FastifyInstance, FastifyReply } from 'fastify'
import type { LineFile } from '../../desk/money/line-book.ts'
import type { LineView } from '../../desk/money/line-view.ts'
import { isLineAct, type LineAct } from '../../domain/money/line-acts.ts'
import { cashiers } from '../../domain/rule.ts'
import { issueSentence } from '../../words/issues.ts'
import { lineActWords, lineFieldLabel } from '../../words/line-acts.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Button } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { showProblem } from '../problem.tsx'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { BankWrote } from './money-line-facts.tsx'
import { LineActFields } from './money-line-fields.tsx'
import { moneyPaths } from './money-paths.ts'

/** 対象外, 覚え書き, 返金, 組戻し: one page an act, as with the verbs of a case. */
export const moneyLineActPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/lines/:id/acts/:act', visit => ask(visit))
  post(app, parts, '/money/lines/:id/acts/:act', carryOut)
}

/** What this person may do with the line now. */
export const LineActForms = ({ visit, view: { file } }: { visit: Visit; view: LineView }) => {
  const acts = visit.desk.lines.lineActs(file, visit.by)
  const proves = file.row.out !== null && file.row.unexplained === 0 && file.state.asideAs === undefined
  if (acts.length === 0 && !proves) return null
  return (
    <section class="panel">
      <h2>{file.row.out === null ? 'ほかの扱い' : '出金の扱い'}</h2>
      <ul class="line-acts">
        {acts.map(act => (
          <li>
            <a class="button quiet" href={moneyPaths.lineAct(file.row.id, act)}>
              {lineActWords[act].label}
            </a>
          </li>
        ))}
      </ul>
      {proves && mayAny(visit.by, cashiers) && (
        <form method="post" action={moneyPaths.unexplain(file.row.id)} data-once>
          <Csrf visit={visit} />
          <p>
            返金、組戻し又は銀行が訂正した入金と結び付いています。 <Button>結び付けを外す</Button>
          </p>
        </form>
      )}
    </section>
  )
}

const ask = async (visit: Visit): Promise<FastifyReply> => {
  const { id = '', act = '' } = visit.params
  const file = await visit.desk.lines.lineFile(id, visit.by)
  if (file === null || !isLineAct(act)) return showProblem(visit.request, visit.reply, 404)
  if (!visit.desk.lines.lineActs(file, visit.by).includes(act)) return visit.reply.redirect(moneyPaths.line(id), 303)
  return actPage(visit, file, act, emptyForm, 200)
}

const carryOut = async (visit: Sent): Promise<FastifyReply> => {
  const { id = '', act = '' } = visit.params
  const { fields } = visit
  const file = await visit.desk.lines.lineFile(id, visit.by)
  if (file === null || !isLineAct(act)) return showProblem(visit.request, visit.reply, 404)
  const { _seen: seen = '' } = visit.marks
  const answer = await visit.desk.lines.lineAct(id, act, fields, visit.by, {
    seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0,
  })
  if (answer.ok) return visit.reply.redirect(moneyPaths.line(id), 303)
  if ('issues' in answer) {
    const issues = answer.issues.map(({ path, code, about }) => ({
      path,
      label: lineFieldLabel(act, path),
      sentence: issueSentence(code, about),
    }))
    return actPage(visit, file, act, { values: fields, issues }, 422)
  }
  const { refusal } = answer
  if (refusal.refused === 'not_allowed') return showProblem(visit.request, visit.reply, 403)
  const sentence = refusalSentence(refusal)
  const { field } = refusal
  const form: FormState =
    field === undefined
      ? { values: fields, issues: [], problem: sentence }
      : { values: fields, issues: [{ path: field, label: lineFieldLabel(act, field), sentence }] }
  return actPage(visit, file, act, form, 409)
}

const actPage = async (visit: Visit, file: LineFile, act: LineAct, form: FormState, status: number) => {
  const view = await visit.desk.settling.line(file.row.id, visit.by)
  if (view === null) return showProblem(visit.request, visit.reply, 404)
  const words = lineActWords[act]
  const { today } = await visit.desk.context(visit.by)
  return visit.reply.code(status).html(
    <Page visit={visit} title={`${words.title}（明細 ${file.row.id}）`} at="money">
      <link rel="stylesheet" href={paths.asset('money-line.css')} />
      <MoneyBar at={file.row.out === null ? 'reconcile' : 'debits'} />
      <ErrorSummary form={form} />
      <div class="desk">
        <div class="sheet">
          <p class="lead">{words.help}</p>
          <form method="post" action={moneyPaths.lineAct(file.row.id, act)} data-once>
            <Csrf visit={visit} />
            <input type="hidden" name="_seen" value={file.entries.length} />
            <LineActFields act={act} form={form} file={file} today={today} />
            <p class="buttons">
              <Button primary>{words.label}</Button>
              <a href={moneyPaths.line(file.row.id)}>明細へ戻る</a>
            </p>
          </form>
        </div>
        <aside class="beside" aria-label="銀行の明細">
          <BankWrote view={view} />
        </aside>
      </div>
    </Page>,
  )
}
