import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Desk } from '../desk/desk.ts'
import { isMonth, type Month, type MonthRefusal } from '../domain/money/closing.ts'
import type { Actor } from '../domain/rule.ts'
import { monthSheetCsv } from '../letters/month-sheet-csv.ts'
import { monthRefusalSentences } from '../words/month-sheet.ts'
import { problem, unread } from './answers.ts'
import { type Known, onceOf, param, readBody } from './asking.ts'

/** sha256 (hex) of the sheet that the approver was shown. */
export const signBody = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'not_read') })

/**
 * 月次締め. The page asks the approver for the password; here the token stands for the person, and the hash proves that this very
 * sheet was read. Who may sign is decided by the desk: an approver of all operators who did not prepare it.
 */
export const monthRoutes = (api: FastifyInstance, { months }: Pick<Desk, 'months'>, known: Known): void => {
  const on = (act: (month: Month, request: FastifyRequest, reply: FastifyReply, by: Actor) => Promise<unknown>) =>
    known(async (request, reply, by) => {
      const month = param(request, 'month')
      return isMonth(month) ? act(month, request, reply, by) : reply.code(404).send(problem('not_found'))
    })
  const shown = async (month: Month, reply: FastifyReply, by: Actor) => {
    const found = await months.one(month, by)
    if (found === null) return no(reply, 'not_allowed')
    const { names: _names, ...told } = found
    return told
  }
  const answered = async (month: Month, refusal: MonthRefusal | null, reply: FastifyReply, by: Actor) =>
    refusal === null ? shown(month, reply, by) : no(reply, refusal)

  api.get(
    '/months',
    known(async (_request, reply, by) => (await months.list(by)) ?? no(reply, 'not_allowed')),
  )
  api.get(
    '/months/:month',
    on((month, _request, reply, by) => shown(month, reply, by)),
  )
  api.get(
    '/months/:month/sheet.pdf',
    on(async (month, _request, reply, by) => {
      const pdf = await months.pdf(month, by)
      return pdf === null ? no(reply, 'not_allowed') : attached(reply, `month-sheet-${month}.pdf`).send(pdf)
    }),
  )
  api.get(
    '/months/:month/sheet.csv',
    on(async (month, _request, reply, by) => {
      const found = await months.one(month, by)
      if (found === null) return no(reply, 'not_allowed')
      return attached(reply, `month-sheet-${month}.csv`).send(monthSheetCsv(found.sheet, found.names))
    }),
  )
  api.post(
    '/months/:month/prepare',
    on(async (month, request, reply, by) =>
      answered(month, await months.prepare(month, by, onceOf(request)), reply, by),
    ),
  )
  api.post(
    '/months/:month/sign',
    on(async (month, request, reply, by) => {
      const body = readBody(signBody, request.body)
      if (!body.ok) return unread(reply, body.issues)
      return answered(month, await months.sign(month, body.data.hash, by, onceOf(request)), reply, by)
    }),
  )
}

const attached = (reply: FastifyReply, name: string) =>
  reply
    .type(name.endsWith('.pdf') ? 'application/pdf' : 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)

const no = (reply: FastifyReply, refused: MonthRefusal) =>
  reply
    .code(refused === 'not_allowed' || refused === 'same_person' ? 403 : 409)
    .send({ refused, sentence: monthRefusalSentences[refused] })
