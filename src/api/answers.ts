import type { FastifyReply } from 'fastify'
import type { FieldIssue, Performed } from '../desk/desk.ts'
import type { Refusal, RefusalCode } from '../domain/refusal.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'

/** Typed errors of the API: a code for programs, a sentence for people, never a trace. */
const problems = {
  no_token: '鍵がないか、使えません。Authorization: Bearer kd_… を付けてください。',
  not_found: 'ありません。番号と、担当する事業者を確かめてください。',
  match_not_read: 'If-Match には、読んだ案件の seq を入れてください。',
  not_readable: '本文をJSONとして読めません。',
  failed: '処理できませんでした。管理者に連絡してください。',
} as const
export type Problem = keyof typeof problems
export const problemCodes = Object.keys(problems) as Problem[]

export const problem = (error: Problem) => ({ error, sentence: problems[error] })

const forbidden: readonly RefusalCode[] = ['not_allowed', 'same_person']
/** The header If-Match did not hold. */
const moved: readonly RefusalCode[] = ['stale']
const hidden: readonly RefusalCode[] = ['not_this_operator', 'not_opened']

export const answer = (reply: FastifyReply, done: Performed) => {
  if (done.ok)
    return reply.send({
      number: done.number,
      seq: done.kase.seq,
      events: done.events.map(event => event.type),
      ...(done.repeated && { repeated: true }),
    })
  return 'refusal' in done ? refused(reply, done.refusal) : unread(reply, done.issues)
}

export const unread = (reply: FastifyReply, issues: readonly FieldIssue[], code: 413 | 422 = 422) =>
  reply.code(code).send({ issues: issues.map(each => ({ ...each, sentence: issueSentence(each.code, each.about) })) })

export const refused = (reply: FastifyReply, refusal: Refusal) => {
  // A case of an operator that one does not serve looks like a case that is not there.
  if (hidden.includes(refusal.refused) && refusal.field === undefined) return reply.code(404).send(problem('not_found'))
  return reply
    .code(forbidden.includes(refusal.refused) ? 403 : moved.includes(refusal.refused) ? 412 : 409)
    .send({ ...refusal, sentence: refusalSentence(refusal) })
}
