import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import statics from '@fastify/static'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { pages } from './pages.ts'
import type { WebParts } from './parts.ts'
import { showProblem } from './problem.tsx'
import { decorateHtml } from './reply-html.ts'

/** The whole web edge: plugins by hand, then the pages. Nothing is read from the environment here. */
export const buildServer = async (parts: WebParts): Promise<FastifyInstance> => {
  const app = fastify({
    logger: parts.log ? { ...parts.log, redact: ['req.headers.cookie', 'req.headers.authorization'] } : false,
    // Fastify's own lines hold the URL with its query, i.e. names that were searched for.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID().slice(0, 8),
    requestTimeout: 30_000,
    bodyLimit: 1_048_576,
    trustProxy: parts.trustProxy,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 120 },
  })
  await plug(app, parts)
  decorateHtml(app)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    if (route.startsWith('/assets')) return
    request.log.info({
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  app.setNotFoundHandler((request, reply) => showProblem(request, reply, 404))
  app.setErrorHandler(async (error: Failure, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ name: error.name, code: error.code, at: frames(error) }, 'request failed')
    return showProblem(request, reply, status, tooLong.has(error.code ?? '') ? 'form_too_long' : undefined)
  })
  for (const page of pages) page(app, parts)
  for (const more of parts.more ?? []) more(app)
  return app
}

/** A form, not a file, was larger than the limits below, or had more fields than read-body.ts takes. */
const tooLong = new Set(['FORM_TOO_LONG', 'FST_ERR_CTP_BODY_TOO_LARGE', 'FST_FIELDS_LIMIT'])

interface Failure {
  name?: string
  statusCode?: number
  code?: string
  stack?: string
}

/** Where it happened, without the message: a failed query's message holds its values. */
const frames = ({ stack = '' }: Failure): string[] =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .map(line => line.trim())

const plug = async (app: FastifyInstance, parts: WebParts): Promise<void> => {
  await app.register(cookie)
  // Pages take forms alone: a JSON body is no list of pairs. The API has a parser of its own.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  // Pairs, not objects: `read-body.ts` makes the nesting, after the form token has been checked.
  await app.register(formbody, { parser: text => [...new URLSearchParams(text)] as never })
  await app.register(multipart, {
    limits: { fileSize: parts.uploadBytes, files: 5, fields: 50, fieldSize: 65_536, headerPairs: 50 },
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: parts.secure,
    xFrameOptions: { action: 'deny' },
  })
  await app.register(rateLimit, { global: false })
  await app.register(statics, {
    root: fileURLToPath(new URL('./assets/', import.meta.url)),
    prefix: '/assets/',
    maxAge: '1h',
    index: false,
    decorateReply: false,
  })
}
