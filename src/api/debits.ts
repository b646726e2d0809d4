import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Desk } from '../desk/desk.ts'
import type { Explained } from '../desk/money/debits.ts'
import { parseCaseNumber } from '../domain/case-number.ts'
import type { Actor } from '../domain/rule.ts'
import { problem, refused, unread } from './answers.ts'
import { type Known, onceOf, param, readBody } from './asking.ts'

const ofCase = z.object({
  caseNumber: z.string().refine(text => parseCaseNumber(text) !== null, 'case_number_not_read'),
  receipt: z.string().min(1).max(20),
})
const ofLine = z.object({ line: z.string().min(1).max(80) })
/** What a debit proves: the refund of a case, or the refund, recall or correction of a line. */
export const explainBody = z.union([ofCase, ofLine])

/** 出金: what left the bank, what waits to be seen leaving, and the proof of one by the other. */
export const debitRoutes = (api: FastifyInstance, desk: Pick<Desk, 'debits' | 'lines'>, known: Known): void => {
  const on = (act: (id: string, request: FastifyRequest, reply: FastifyReply, by: Actor) => Promise<unknown>) =>
    known(async (request, reply, by) => {
      const id = param(request, 'id')
      return (await desk.lines.lineFile(id, by)) === null
        ? reply.code(404).send(problem('not_found'))
        : act(id, request, reply, by)
    })

  api.get(
    '/debits',
    known(async (_request, _reply, by) => ({
      open: (await desk.debits.open(by)).map(({ row, label, corrects }) => ({
        line: row.id,
        account: row.account,
        label,
        date: row.date,
        amount: row.out,
        unexplained: row.unexplained,
        payee: row.payerRead,
        description: row.description,
        corrects,
      })),
      leaving: await desk.debits.leaving(by),
    })),
  )
  api.post(
    '/debits/:id/explain',
    on(async (id, request, reply, by) => {
      const target = targetIn(request.body)
      return target.ok
        ? answered(reply, id, await desk.debits.explain(id, target.data, by, onceOf(request)))
        : unread(reply, target.issues)
    }),
  )
  api.post(
    '/debits/:id/unexplain',
    on(async (id, request, reply, by) => answered(reply, id, await desk.debits.unexplain(id, by, onceOf(request)))),
  )
}

const targetIn = (body: unknown) => {
  if (typeof body === 'object' && body !== null && 'line' in body) return readBody(ofLine, body)
  const read = readBody(ofCase, body)
  if (!read.ok) return read
  const { caseNumber, receipt } = read.data
  return { ok: true as const, data: { caseNumber: parseCaseNumber(caseNumber) ?? caseNumber, receipt } }
}

const answered = (reply: FastifyReply, line: string, { ...answer }: Explained) =>
  answer.ok ? reply.send({ line, ...(answer.repeated && { repeated: true }) }) : refused(reply, answer.refusal)
