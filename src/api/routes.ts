import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openPackages } from '../desk/packages.ts'
import { LetterFileLost } from '../desk/print/prints.ts'
import { isVerb, permitted, ruleOf, verbNames } from '../domain/case.ts'
import { reckonCase } from '../domain/clock.ts'
import { nextSteps } from '../domain/next-steps.ts'
import { refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import type { House } from '../house.ts'
import { answer, type Problem, problem, refused, unread } from './answers.ts'
import { type Known, matchOf, onceOf, param } from './asking.ts'
import { caseFileRoutes } from './case-files.ts'
import { filterAsked } from './case-list.ts'
import { knownBefore, readJson } from './knocking.ts'
import { moneyRoutes } from './money.ts'
import { openApi } from './openapi.ts'
import { toldTo } from './operators.ts'
import { lockPackage, makePackage, readPackage } from './package-acts.ts'

type Parts = Pick<House, 'desk' | 'tokens' | 'files'>
type Handler = (request: FastifyRequest, reply: FastifyReply, by: Actor) => Promise<unknown>

/** The JSON API under /api: the same verbs as the pages, one token per member of staff. */
export const apiRoutes =
  (parts: Parts) =>
  (app: FastifyInstance): void => {
    void app.register(
      (api, _options, ready) => {
        api.setErrorHandler(async (error: Failure, request, reply) => {
          const status = error.statusCode ?? 500
          if (status >= 500)
            request.log.error({ name: error.name, code: error.code, at: frames(error) }, 'api request failed')
          return reply.code(status).send(problem(status >= 500 ? 'failed' : 'not_readable'))
        })
        api.setNotFoundHandler(async (_request, reply) => reply.code(404).send(problem('not_found')))
        api.get('/openapi.json', async (_request, reply) => reply.send(openApi('/api')))
        void api.register((inner, _how, done) => {
          const known = knownBefore(inner, parts.tokens)
          readJson(inner)
          reads(inner, parts, known)
          acts(inner, parts, known)
          packageActs(inner, parts, known)
          caseFileRoutes(inner, parts, known)
          moneyRoutes(inner, parts.desk, known)
          done()
        })
        ready()
      },
      { prefix: '/api' },
    )
  }

interface Failure {
  name?: string
  statusCode?: number
  code?: string
  stack?: string
}

/** Where it happened, without the message: a failed query's message holds its values. */
const frames = ({ stack = '' }: Failure): string[] => stack.split('\n').filter(line => /^\s+at /.test(line))

const none = (reply: FastifyReply, code: Problem = 'not_found') => reply.code(404).send(problem(code))

const reads = (api: FastifyInstance, parts: Parts, known: Known): void => {
  const { desk } = parts
  const get = (path: string, handler: Handler) => api.get(path, known(handler))
  get('/operators', async (_request, _reply, by) => toldTo(by, await desk.operators()))
  get('/cases', async (request, reply, by) => {
    const filter = filterAsked(request)
    return filter.ok ? desk.list(filter.data, by) : unread(reply, filter.issues)
  })
  get('/cases/:number', async (request, reply, by) => {
    const found = await desk.kase(param(request, 'number'), by)
    if (found === null) return none(reply)
    const { kase, context } = found
    const [subject, agent, wanted] = await desk.reveal(
      kase.number ?? '',
      [kase.intake.subject, kase.intake.agent, kase.intake.wanted],
      by,
    )
    return {
      number: kase.number,
      seq: kase.seq,
      subject,
      agent,
      wanted,
      state: kase,
      steps: nextSteps(kase, context),
      permitted: permitted(kase, context),
      reckoning: reckonCase(kase, context),
    }
  })
  get('/cases/:number/history', async (request, reply, by) => {
    const number = param(request, 'number')
    return (await desk.kase(number, by)) === null ? none(reply) : desk.history(number, by)
  })
  get('/cases/:number/letters/:letter.pdf', async (request, reply, by) => {
    const pdf = await desk.letterToSee(param(request, 'number'), param(request, 'letter'), by).catch(unlessLost)
    if (pdf === 'lost') return refused(reply, refuse('print_lost'))
    return pdf === null
      ? none(reply)
      : reply.type('application/pdf').header('content-disposition', 'attachment').send(pdf)
  })
}

const unlessLost = (error: unknown): 'lost' => {
  if (error instanceof LetterFileLost) return 'lost'
  throw error
}

const packageActs = (api: FastifyInstance, parts: Parts, known: Known): void => {
  const packages = openPackages(parts)
  const seen = (act: (number: string, reply: FastifyReply, by: Actor) => Promise<unknown>) =>
    known(async (request, reply, by) => {
      const number = param(request, 'number')
      return (await parts.desk.kase(number, by)) === null ? none(reply) : act(number, reply, by)
    })
  const on = (act: typeof makePackage) => seen((number, reply, by) => act(packages, number, reply, by))
  api.post('/cases/:number/package', on(makePackage))
  api.post('/cases/:number/package/locked', on(lockPackage))
  api.get('/cases/:number/package.pdf', on(readPackage))
}

const acts = (api: FastifyInstance, parts: Parts, known: Known): void => {
  const perform: Handler = async (request, reply, by) => {
    const verb = param(request, 'verb')
    const number = param(request, 'number') || null
    if (!isVerb(verb) || ruleOf(verb).inner) return none(reply)
    const seen = matchOf(request)
    if (seen === null) return reply.code(400).send(problem('match_not_read'))
    return answer(
      reply,
      await parts.desk.perform(number, verb, request.body ?? {}, by, {
        ...onceOf(request),
        ...(seen !== undefined && { seen }),
      }),
    )
  }
  const opening = verbNames.filter(verb => ruleOf(verb).opens === true)
  for (const verb of opening)
    api.post(
      `/cases/acts/${verb}`,
      known((request, reply, by) => {
        ;(request.params as Record<string, unknown>).verb = verb
        return perform(request, reply, by)
      }),
    )
  api.post('/cases/:number/acts/:verb', known(perform))
}
