import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebParts } from './parts.ts'

/** The session cookie and the token that every form carries. */
const COOKIE = 'kaiji'

export const sessionIdOf = (request: FastifyRequest): string | null => request.cookies[COOKIE] ?? null

export const giveSession = (reply: FastifyReply, sessionId: string, parts: WebParts): void => {
  reply.setCookie(COOKIE, sessionId, { path: '/', httpOnly: true, sameSite: 'strict', secure: parts.secure })
}

export const takeSession = (reply: FastifyReply, parts: WebParts): void => {
  reply.clearCookie(COOKIE, { path: '/', httpOnly: true, sameSite: 'strict', secure: parts.secure })
}

/** Bound to the session: a token of one session is worth nothing in another. */
export const formToken = (parts: Pick<WebParts, 'secret'>, sessionId: string): string =>
  createHmac('sha256', parts.secret).update(`form:${sessionId}`).digest('base64url')

export const isFormToken = (parts: Pick<WebParts, 'secret'>, sessionId: string, given: string | undefined): boolean => {
  const expected = Buffer.from(formToken(parts, sessionId))
  const found = Buffer.from(given ?? '')
  return found.length === expected.length && timingSafeEqual(found, expected)
}

/** A browser names the page that sends a form; one that names another site, or hides it, is refused. */
export const fromHere = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (origin === undefined) return true
  try {
    return new URL(origin).host === request.host
  } catch {
    return false
  }
}
