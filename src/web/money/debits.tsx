import type { FastifyInstance, FastifyReply } from 'fastify'
import { cashiers } from '../../domain/rule.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { showProblem } from '../problem.tsx'
import { textAt } from '../read-body.ts'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { Leaves } from './debits-leaving.tsx'
import { OpenDebits } from './debits-open.tsx'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'

/** 出金: what left the bank, and the refunds and recalls that wait to be seen leaving. */
export const debitPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/debits', visit => show(visit, emptyForm, 200))
  post(app, parts, '/money/lines/:id/explain', explain)
  post(app, parts, '/money/lines/:id/unexplain', unexplain)
}

/** As the forms of `OpenDebits` name it. */
const targetIn = (text: string): { caseNumber: string; receipt: string } | { line: string } | null => {
  const [what, id = '', receipt = ''] = text.split(':')
  if (what === 'case' && id !== '' && receipt !== '') return { caseNumber: id, receipt }
  return what === 'line' && id !== '' ? { line: id } : null
}

const explain = async (visit: Sent): Promise<FastifyReply> => {
  const { id = '' } = visit.params
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const target = targetIn(textAt(visit.fields, 'of'))
  if (target === null)
    return show(visit, { values: {}, issues: [], problem: '結び付ける返金、組戻し又は訂正を選んでください。' }, 422)
  const answer = await visit.desk.debits.explain(id, target, visit.by)
  if (answer.ok) return visit.reply.redirect(moneyPaths.debits(), 303)
  return show(visit, { values: {}, issues: [], problem: refusalSentence(answer.refusal) }, 409)
}

const unexplain = async (visit: Sent): Promise<FastifyReply> => {
  const { id = '' } = visit.params
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const answer = await visit.desk.debits.unexplain(id, visit.by)
  if (answer.ok) return visit.reply.redirect(moneyPaths.line(id), 303)
  return show(visit, { values: {}, issues: [], problem: refusalSentence(answer.refusal) }, 409)
}

const show = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { desk, by } = visit
  const [{ today }, leaving, open] = await Promise.all([
    desk.context(by),
    desk.debits.leaving(by),
    desk.debits.open(by),
  ])
  const may = mayAny(by, cashiers)
  return visit.reply.code(status).html(
    <Page visit={visit} title="出金" at="money">
      <MoneyBar at="debits" />
      <ErrorSummary form={form} />
      <OpenDebits visit={visit} open={open} leaving={leaving} today={today} may={may} />
      <Leaves leaving={leaving} today={today} />
    </Page>,
  )
}
