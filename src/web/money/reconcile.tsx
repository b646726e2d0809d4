import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Settled as Answer } from '../../desk/money/settled.ts'
import { cashiers } from '../../domain/rule.ts'
import { bookedWord, settledSentence } from '../../words/settling.ts'
import type { WebParts } from '../parts.ts'
import { showProblem } from '../problem.tsx'
import { textAt, textsAt } from '../read-body.ts'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'
import { readTick, readUndo, undoOf } from './reconcile-done.ts'
import { reconcilePage } from './reconcile-page.tsx'
import { totalsOf } from './reconcile-totals.tsx'

/** 消込: lines left, cases right, between them what is proposed and why. Nothing is booked that a person did not confirm. */
export const reconcilePages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/reconcile', visit => reconcilePage(visit, [], 200))
  post(app, parts, '/money/reconcile/confirm', confirm)
  post(app, parts, '/money/reconcile/undo', undo)
}

/** Asked for by the page's own script, which renews the rows in place. */
export const wantsJson = ({ request }: Visit): boolean => request.headers.accept === 'application/json'

export const answerJson = async (visit: Visit, answers: readonly Answer[]): Promise<FastifyReply> => {
  const plan = await visit.desk.settling.plan({}, visit.by)
  return visit.reply.send({
    answers: answers.map(answer => ({
      line: answer.line,
      ok: answer.ok,
      sentence: settledSentence(answer),
      word: answer.ok ? bookedWord(answer.booked) : '',
      undo: undoOf(answer),
    })),
    totals: totalsOf(plan),
  })
}

const confirm = async (visit: Sent): Promise<FastifyReply> => {
  const { fields, by, desk } = visit
  if (!mayAny(by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const only = textAt(fields, 'only')
  const ticked = only === '' ? textsAt(fields, 'ticked') : [only]
  const learn = new Set(textsAt(fields, 'learn'))
  const asked = ticked.flatMap(text => readTick(text) ?? []).map(each => ({ ...each, learn: learn.has(each.line) }))
  const answers = await desk.settling.confirm(asked, by)
  if (wantsJson(visit)) return answerJson(visit, answers)
  const clean = answers.length > 0 && answers.every(each => each.ok && !each.repeated)
  return clean
    ? visit.reply.redirect(
        moneyPaths.reconcile({
          done: answers.length,
          held: answers.filter(isHeld).length || '',
          last: undoOf(answers.at(-1) as Answer) ?? '',
        }),
        303,
      )
    : reconcilePage(visit, answers, answers.every(each => each.ok) ? 200 : 409)
}

/** Nothing of it paid a fee: it lies with the case. */
const isHeld = (answer: Answer): boolean =>
  answer.ok && answer.booked.length > 0 && answer.booked.every(({ held, amount }) => held === amount)

const undo = async (visit: Sent): Promise<FastifyReply> => {
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const of = readUndo(textAt(visit.fields, 'of'))
  const answer = of && (await visit.desk.settling.undo(of.line, of.booked, visit.by))
  if (wantsJson(visit)) return answerJson(visit, answer ? [answer] : [])
  if (answer?.ok) return visit.reply.redirect(moneyPaths.reconcile({ undone: 1 }), 303)
  return reconcilePage(visit, answer ? [answer] : [], 409)
}
