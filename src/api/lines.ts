import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import type { LineFile } from '../desk/money/line-book.ts'
import { cancelsIn } from '../desk/money/statement-links.ts'
import { isLineAct } from '../domain/money/line-acts.ts'
import type { Actor } from '../domain/rule.ts'
import { problem, refused, unread } from './answers.ts'
import { type Known, matchOf, onceOf, param } from './asking.ts'

/** One line of the bank: what was written about it, and the acts of a person beside giving its money to cases. */
export const lineRoutes = (api: FastifyInstance, { lines }: Pick<Desk, 'lines'>, known: Known): void => {
  const told = (file: LineFile, by: Actor) => {
    const { sameness: _sameness, nameKey: _nameKey, cancels, ...line } = file.row
    const { account, state, entries } = file
    const permitted = lines.lineActs(file, by)
    // To whom a refund goes is shown, as on the page, to who may approve it now.
    const words = permitted.includes('approveLineRefund')
      ? file.words
      : file.words.filter(({ value }) => typeof value === 'string')
    return {
      line: { ...line, cancels: cancelsIn(cancels) },
      account,
      seq: entries.length,
      state,
      entries,
      words,
      permitted,
    }
  }

  const act = async (request: FastifyRequest, reply: FastifyReply, by: Actor) => {
    const [id, name] = [param(request, 'id'), param(request, 'act')]
    const seen = matchOf(request)
    if (seen === null) return reply.code(400).send(problem('match_not_read'))
    if (!isLineAct(name) || (await lines.lineFile(id, by)) === null) return reply.code(404).send(problem('not_found'))
    const done = await lines.lineAct(id, name, request.body ?? {}, by, {
      ...(seen !== undefined && { seen }),
      ...onceOf(request),
    })
    if (done.ok) return { ...told(done.line, by), ...(done.repeated && { repeated: true }) }
    return 'refusal' in done ? refused(reply, done.refusal) : unread(reply, done.issues)
  }

  api.get(
    '/lines/:id',
    known(async (request, reply, by) => {
      const file = await lines.lineFile(param(request, 'id'), by)
      return file === null ? reply.code(404).send(problem('not_found')) : told(file, by)
    }),
  )
  api.post('/lines/:id/acts/:act', known(act))
}
