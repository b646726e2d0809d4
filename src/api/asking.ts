import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type FieldIssue, issueCode, issuesOf } from '../desk/issues.ts'
import type { Actor } from '../domain/rule.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply, by: Actor) => Promise<unknown>

/** Gives a handler to those whose token is known. */
export type Known = (handler: Handler) => (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** A part of the path; '' where it is not there. */
export const param = (request: FastifyRequest, name: string): string =>
  String((request.params as Record<string, unknown>)[name] ?? '')

/** A value of the query; undefined where it is not there, empty or given twice. */
export const asked = (request: FastifyRequest, name: string): string | undefined => {
  const value = (request.query as Record<string, unknown>)[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The number in If-Match; undefined without the header, null where it cannot be read. */
export const matchOf = ({ headers }: FastifyRequest): number | null | undefined => {
  const match = headers['if-match']
  if (match === undefined) return undefined
  const seen = /^"?(\d{1,9})"?$/.exec(match)?.[1]
  return seen === undefined ? null : Number(seen)
}

/** What Idempotency-Key stands for, as every act takes it. */
export const onceOf = ({ headers }: FastifyRequest): { once?: string } => {
  const key = headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? { once: key.slice(0, 100) } : {}
}

export const readBody = <S extends z.ZodType>(
  schema: S,
  input: unknown,
): { ok: true; data: z.output<S> } | { ok: false; issues: readonly FieldIssue[] } => {
  const parsed = schema.safeParse(input ?? {}, { error: issueCode })
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, issues: issuesOf(parsed.error) }
}
