import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LARGEST } from '../banks/not-a-statement.ts'
import type { Desk } from '../desk/desk.ts'
import { day, isDay } from '../domain/day.ts'
import type { Actor } from '../domain/rule.ts'
import { issueSentence } from '../words/issues.ts'
import { refused, unread } from './answers.ts'
import { asked, type Known } from './asking.ts'

const dayAsked = (request: FastifyRequest, name: string) => {
  const text = asked(request, name)
  return text !== undefined && isDay(text) ? day(text) : undefined
}
const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [_ in K]?: V }

/** Accounts, statements and their lines; a bank's file is sent as it is, as application/octet-stream. */
export const statementRoutes = (api: FastifyInstance, desk: Desk, known: Known): void => {
  // Without a limit of its own: only the two routes that take files lift the server's.
  api.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  api.get(
    '/accounts',
    known((_request, _reply, by) => desk.accounts.list(by, { retired: true })),
  )
  api.get(
    '/statements',
    known((request, _reply, by) => desk.statements.list(by, given('account', asked(request, 'account')))),
  )
  api.get(
    '/statements/lines',
    known((request, _reply, by) =>
      desk.statements.lines(
        {
          ...given('account', asked(request, 'account')),
          ...given('statement', asked(request, 'statement')),
          ...given('from', dayAsked(request, 'from')),
          ...given('to', dayAsked(request, 'to')),
          ...given('text', asked(request, 'q')),
          state: asked(request, 'state') === 'open' ? 'open' : 'all',
          limit: 1000,
        },
        by,
      ),
    ),
  )
  const tooLarge = { path: 'file', code: 'statement_too_large', about: { mb: LARGEST / 1024 / 1024 } }
  api.post(
    '/statements',
    {
      bodyLimit: LARGEST,
      errorHandler: (error, _request, reply) =>
        error.statusCode === 413 ? unread(reply, [tooLarge], 413) : reply.send(error),
    },
    known(take),
  )

  async function take(request: FastifyRequest, reply: FastifyReply, by: Actor) {
    const mode = asked(request, 'dateMode')
    const { taking, preview } = await desk.statements.bring(
      { name: asked(request, 'name') ?? '', bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) },
      {
        ...given('account', asked(request, 'account')),
        ...given('despite', asked(request, 'despite')),
        ...(mode === 'wareki' || mode === 'seireki' ? { dateMode: mode } : {}),
        look: asked(request, 'look') === 'true',
      },
      by,
    )
    const told = (preview?.issues ?? []).slice(0, 1000)
    if (taking.ok)
      return reply.send({
        statements: taking.statements,
        told,
        accounts: preview?.accounts.map(({ named, place, lines, gaps }) => ({
          named,
          state: place.state,
          ...('account' in place && { account: place.account.id }),
          lines: lines.length,
          added: lines.filter(line => line.known === null).length,
          gaps,
        })),
      })
    if ('refusal' in taking) return refused(reply, taking.refusal)
    return reply.code(422).send({
      issues: taking.issues.map(issue => ({ ...issue, sentence: issueSentence(issue.code, issue.about) })),
      told,
    })
  }
}
