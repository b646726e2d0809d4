import type { FastifyInstance } from 'fastify'
import type { WebParts } from './parts.ts'
import { get } from './visit.ts'

/** A form that is refused is shown at the address that it was sent to: opened anew, that address leads to the form's own page. */
export const reopened = (
  app: FastifyInstance,
  parts: WebParts,
  path: string,
  page: (params: Readonly<Record<string, string>>) => string,
): void => get(app, parts, path, async ({ params, reply }) => reply.redirect(page(params), 302))
