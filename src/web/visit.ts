import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import type { StaffMember } from '../desk/staff-member.ts'
import type { Actor } from '../domain/rule.ts'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { type Fields, isFields, readMarks, readPairs } from './read-body.ts'
import { formToken, fromHere, isFormToken, sessionIdOf } from './session.ts'
import { readUpload, type Upload } from './upload.ts'

/** One request of somebody who is signed in: all that a page handler gets. */
export interface Visit {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly parts: WebParts
  readonly desk: Desk
  readonly staff: StaffMember
  readonly by: Actor
  readonly sessionId: string
  /** value of the hidden field `_csrf` */
  readonly csrf: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

export interface Sent extends Visit {
  /** the form's own fields, dotted names made into objects, wholly empty rows dropped */
  readonly fields: Fields
  /** the form machinery: `_once`, `_seen`, `_password` */
  readonly marks: Readonly<Record<string, string>>
  readonly uploads: readonly Upload[]
}

type Handler<V> = (visit: V) => Promise<FastifyReply>

/** A page for people who are signed in; others are sent to the sign-in page. */
export const get = (app: FastifyInstance, parts: WebParts, path: string, handler: Handler<Visit>): void => {
  app.get(path, async (request, reply) => {
    const visit = await enter(request, reply, parts)
    if (visit === null) return reply.redirect(paths.signIn(request.url), 302)
    reply.header('cache-control', 'no-store')
    return handler(visit)
  })
}

/** A form. Nothing of it reaches the handler unless session, origin and token are right. `uploadBytes`: see `readUpload`. */
export const post = (
  app: FastifyInstance,
  parts: WebParts,
  path: string,
  handler: Handler<Sent>,
  how: { uploadBytes?: number } = {},
): void => {
  app.post(path, async (request, reply) => {
    const visit = await enter(request, reply, parts)
    if (visit === null) return reply.redirect(paths.signIn(), 303)
    if (!fromHere(request)) return showProblem(request, reply, 403, 'form_token')
    const { pairs, uploads } = request.isMultipart()
      ? await readUpload(request, how.uploadBytes)
      : { pairs: request.body as [string, string][], uploads: [] }
    const marks = readMarks(pairs ?? [])
    if (!isFormToken(parts, visit.sessionId, marks._csrf)) return showProblem(request, reply, 403, 'form_token')
    reply.header('cache-control', 'no-store')
    return handler({ ...visit, fields: readPairs(pairs ?? []), marks, uploads })
  })
}

const enter = async (request: FastifyRequest, reply: FastifyReply, parts: WebParts): Promise<Visit | null> => {
  const sessionId = sessionIdOf(request)
  const found = sessionId === null ? null : await parts.staff.actorOf(sessionId)
  if (sessionId === null || found === null) return null
  return {
    request,
    reply,
    parts,
    desk: parts.desk,
    staff: found.staff,
    by: found.actor,
    sessionId,
    csrf: formToken(parts, sessionId),
    params: strings(request.params),
    query: strings(request.query),
  }
}

const strings = (values: unknown): Record<string, string> =>
  isFields(values)
    ? Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    : {}

export const mayAny = (by: Actor, roles: readonly string[]): boolean => by.roles.some(role => roles.includes(role))
