import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import type { NotSettled, Settled } from '../desk/money/settled.ts'
import { type Actor, cashiers, stripped } from '../domain/rule.ts'
import { settledSentence } from '../words/settling.ts'
import { planJson } from '../words/settling-plan.ts'
import { unread } from './answers.ts'
import { type Known, param, readBody } from './asking.ts'
import { reconcileBodies } from './reconcile-bodies.ts'

/** 入金消込 for programs: the plan with its proofs, and the writings that send them back. */
export const reconcileRoutes = (api: FastifyInstance, desk: Desk, known: Known): void => {
  const { settling } = desk
  api.get(
    '/reconcile',
    known(async (request, _reply, by) => {
      const { q, account, operator } = request.query as Record<string, string | undefined>
      const filter = { ...(q && { q }), ...(account && { account }), ...(operator && { operator }) }
      return planJson(await settling.plan(filter, by))
    }),
  )
  api.post(
    '/reconcile/confirm',
    known(async (request, reply, by) => {
      if (!may(by)) return forbidden(reply)
      const body = readBody(reconcileBodies.confirm, request.body)
      if (!body.ok) return unread(reply, body.issues)
      const asked = body.data.lines.map(({ line, proof, learn = false }) => ({ line, proof, learn }))
      return { answers: (await settling.confirm(asked, by)).map(told) }
    }),
  )
  api.post(
    '/reconcile/lines/:line/allocate',
    known(async (request, reply, by) => {
      if (!may(by)) return forbidden(reply)
      const body = readBody(reconcileBodies.allocate, request.body)
      if (!body.ok) return unread(reply, body.issues)
      const { parts, learn, note } = body.data
      const how = stripped({ learn, note })
      const rows = parts.map(part => stripped(part))
      return answered(reply, await settling.allocate(lineIn(request), rows, by, how))
    }),
  )
  api.post(
    '/reconcile/lines/:line/release',
    known(async (request, reply, by) => {
      if (!may(by)) return forbidden(reply)
      const body = readBody(reconcileBodies.release, request.body)
      if (!body.ok) return unread(reply, body.issues)
      const { caseNumber, receipt, reason } = body.data
      return answered(reply, await settling.release(lineIn(request), caseNumber, receipt, reason ?? null, by))
    }),
  )
}

const may = (by: Actor): boolean => by.roles.some(role => (cashiers as readonly string[]).includes(role))
const lineIn = (request: FastifyRequest): string => param(request, 'line')

const forbidden = (reply: FastifyReply) => {
  const no: NotSettled = { ok: false, line: '', no: 'not_allowed' }
  return reply.code(403).send({ refused: no.no, sentence: settledSentence(no) })
}

const answered = (reply: FastifyReply, answer: Settled) =>
  reply.code(answer.ok ? 200 : answer.no === 'unknown_line' ? 404 : 409).send(told(answer))

const told = (answer: Settled) => {
  const sentence = settledSentence(answer)
  if (answer.ok) return { ...answer, sentence }
  const { no, ...rest } = answer
  return { ...rest, refused: no, sentence }
}
