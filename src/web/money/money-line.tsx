import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AllocationPart } from '../../desk/money/allocating.ts'
import { parseCaseNumber } from '../../domain/case-number.ts'
import { cashiers } from '../../domain/rule.ts'
import { parseYen } from '../../domain/yen.ts'
import { issueSentence } from '../../words/issues.ts'
import { settledSentence } from '../../words/settling.ts'
import { emptyForm, type FormIssue, type FormState } from '../controls.tsx'
import type { WebParts } from '../parts.ts'
import { showProblem } from '../problem.tsx'
import { textAt, valueAt } from '../read-body.ts'
import { get, mayAny, post, type Sent } from '../visit.ts'
import { lineDepositPages } from './money-line-deposits.tsx'
import { linePage } from './money-line-page.tsx'
import { moneyPaths } from './money-paths.ts'
import { answerJson, wantsJson } from './reconcile.tsx'
import { undoText } from './reconcile-done.ts'

/** One line: what the bank wrote, what is proposed and why, and every way for a person to decide otherwise. */
export const moneyLinePages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/lines/:id', visit => linePage(visit, emptyForm, 200))
  post(app, parts, '/money/lines/:id/allocate', allocate)
  post(app, parts, '/money/lines/:id/release', release)
  lineDepositPages(app, parts)
  post(app, parts, '/money/aliases/:id/forget', forget)
}

const allocate = async (visit: Sent): Promise<FastifyReply> => {
  const { fields, by, desk, params } = visit
  const { id = '' } = params
  if (!mayAny(by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const { rows, issues } = partsIn(fields)
  if (issues.length > 0) {
    if (!wantsJson(visit)) return linePage(visit, { values: fields, issues }, 422)
    const sentence = issues.map(each => `${each.label}：${each.sentence}`).join('')
    return visit.reply.send({ answers: [{ line: id, ok: false, sentence, undo: null }], totals: null })
  }
  const how = { learn: textAt(fields, 'learn') !== '', note: textAt(fields, 'note') }
  const answer = await desk.settling.allocate(id, rows, by, how)
  if (wantsJson(visit)) return answerJson(visit, [answer])
  if (!answer.ok)
    return answer.no === 'unknown_line'
      ? showProblem(visit.request, visit.reply, 404)
      : linePage(visit, { values: fields, issues: [], problem: settledSentence(answer) }, 409)
  return visit.reply.redirect(moneyPaths.reconcile({ done: 1, last: undoText(id, answer.booked) }), 303)
}

/** The rows of the form; an amount or a number that nobody can read is said at its field. */
const partsIn = (fields: unknown): { rows: AllocationPart[]; issues: FormIssue[] } => {
  const given = valueAt(fields, 'parts')
  const rows: AllocationPart[] = []
  const issues: FormIssue[] = []
  for (const [at, each] of (Array.isArray(given) ? given : []).entries()) {
    const number = parseCaseNumber(textAt(each, 'case'))
    const amount = parseYen(textAt(each, 'amount'))
    const tell = (part: string, label: string, code: string) =>
      issues.push({ path: `parts.${at}.${part}`, label: `${at + 1}行目の${label}`, sentence: issueSentence(code) })
    if (number === null) tell('case', '受付番号', 'case_number_not_read')
    if (amount === null) tell('amount', '金額', 'yen_not_read')
    if (number !== null && amount !== null) rows.push({ caseNumber: number, amount, hold: textAt(each, 'hold') !== '' })
  }
  return { rows, issues }
}

const release = async (visit: Sent): Promise<FastifyReply> => {
  const { fields, by, desk, params } = visit
  const { id = '' } = params
  if (!mayAny(by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const reason = textAt(fields, 'reason').trim()
  const answer = await desk.settling.release(id, textAt(fields, 'case'), textAt(fields, 'receipt'), reason || null, by)
  if (answer.ok) return visit.reply.redirect(moneyPaths.line(id, { released: 1 }), 303)
  if (answer.no === 'unknown_line') return showProblem(visit.request, visit.reply, 404)
  const form: FormState = { values: {}, issues: [], problem: settledSentence(answer) }
  return linePage(visit, form, 409)
}

const forget = async (visit: Sent): Promise<FastifyReply> => {
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  if (!(await visit.desk.settling.forgetAlias(visit.params.id ?? '', visit.by)))
    return showProblem(visit.request, visit.reply, 404)
  return visit.reply.redirect(moneyPaths.line(textAt(visit.fields, 'line'), { forgotten: 1 }), 303)
}
