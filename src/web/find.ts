import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import { parseCaseNumber } from '../domain/case-number.ts'
import type { Actor } from '../domain/rule.ts'
import { readTrackingNumber } from '../domain/tracking-number.ts'
import { moneyPaths } from './money/money-paths.ts'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { get } from './visit.ts'

/** One field for everything: a scanned number opens its case, anything else becomes a search. */
export const findPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/find', async ({ desk, by, query, reply }) => {
    const q = (query.q ?? '').trim().slice(0, 200)
    const number = parseCaseNumber(q)
    if (number !== null && (await desk.kase(number, by)) !== null) return reply.redirect(paths.case(number), 302)
    const order = plain(q).replace(/\D/g, '').length < LEAST_DIGITS ? undefined : await orderOf(desk, by, q)
    if (order) return reply.redirect(moneyPaths.instruments({ q: order, view: 'all' }), 302)
    // A reader may send a label's start and stop letters with its digits.
    const label = readTrackingNumber(q)?.number
    const { rows, total } = await desk.list({ q: label ?? q, state: 'all', size: 2 }, by)
    const [only] = rows
    return reply.redirect(total === 1 && only ? paths.case(only.number) : paths.cases({ q }), 302)
  })
}

/** Fewer digits are too likely to be part of something else. */
const LEAST_DIGITS = 6

/** The number of a 定額小為替 that this person may see; with or without hyphens. */
const orderOf = async (desk: Desk, by: Actor, q: string): Promise<string | undefined> => {
  const { orders } = await desk.instruments.book(by)
  return orders.find(({ number }) => number !== undefined && plain(number) === plain(q))?.number
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '')
