import type { FastifyInstance } from 'fastify'
import { paths } from './paths.ts'

/** For Docker and load balancers: says that the server answers, nothing else. */
export const healthPages = (app: FastifyInstance): void => {
  app.get(paths.health, async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))
}
