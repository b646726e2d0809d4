import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tokens } from '../desk/tokens.ts'
import type { Actor } from '../domain/rule.ts'
import { problem } from './answers.ts'
import type { Known } from './asking.ts'

/** Every route of `api` asks for a token before a byte of the body is read: a stranger's 30 MB never reach memory. */
export const knownBefore = (api: FastifyInstance, tokens: Pick<Tokens, 'actorOf'>): Known => {
  const senders = new WeakMap<FastifyRequest, Actor>()
  api.addHook('onRequest', async (request, reply) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    const found = token === undefined ? null : await tokens.actorOf(token)
    if (found === null) return reply.code(401).header('www-authenticate', 'Bearer').send(problem('no_token'))
    senders.set(request, found.actor)
    reply.header('cache-control', 'no-store')
  })
  return handler => async (request, reply) => {
    const by = senders.get(request)
    if (by === undefined) throw new Error('a route outside of the hook')
    return handler(request, reply, by)
  }
}

/** Beside the pages JSON is read by no one else (see web/server.ts). */
export const readJson = (api: FastifyInstance): void => {
  if (!api.hasContentTypeParser('application/json'))
    api.addContentTypeParser('application/json', { parseAs: 'string' }, api.getDefaultJsonParser('error', 'error'))
}
