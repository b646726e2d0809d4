import type { FastifyInstance } from 'fastify'
import { parseCaseNumber } from '../domain/case-number.ts'
import { readTrackingNumber } from '../domain/tracking-number.ts'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { get } from './visit.ts'

/** One field for everything: a scanned number opens its case, anything else becomes a search. */
export const findPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/find', async ({ desk, by, query, reply }) => {
    const q = (query.q ?? '').trim().slice(0, 200)
    const number = parseCaseNumber(q)
    if (number !== null && (await desk.kase(number, by)) !== null) return reply.redirect(paths.case(number), 302)
    // A reader may send a label's start and stop letters with its digits.
    const label = readTrackingNumber(q)?.number
    const { rows, total } = await desk.list({ q: label ?? q, state: 'all', size: 2 }, by)
    const [only] = rows
    return reply.redirect(total === 1 && only ? paths.case(only.number) : paths.cases({ q }), 302)
  })
}
