import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import type { FieldIssue } from '../desk/issues.ts'
import type { BooksAsked } from '../desk/money/book-terms.ts'
import { parseDay } from '../domain/day.ts'
import { products } from '../domain/money/book-products.ts'
import { refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import { exportIssueSentence } from '../words/export-issues.ts'
import { refused, unread } from './answers.ts'
import { asked, type Known } from './asking.ts'

/** 会計ソフトへ渡す: the journal file of a product and a period, or every reason why it cannot be written. */
export const exportRoutes = (api: FastifyInstance, { bookkeeping }: Pick<Desk, 'bookkeeping'>, known: Known): void => {
  api.get('/exports', known(file))

  async function file(request: FastifyRequest, reply: FastifyReply, by: Actor) {
    const read = askedIn(request)
    if ('issues' in read) return unread(reply, read.issues)
    const made = await bookkeeping.file(read.asked, by)
    if (made === null) return refused(reply, refuse('not_allowed'))
    if (made === 'unknown_operator') return unread(reply, [{ path: 'operator', code: 'operator_unknown' }])
    if (!made.ok)
      return reply.code(422).send({
        issues: made.issues.map(issue => ({
          path: `rows.${issue.row}.${issue.field}`,
          code: issue.character === undefined ? 'too_long_for_product' : 'not_in_encoding',
          about: issue,
          sentence: exportIssueSentence(issue),
        })),
      })
    const { product, from, to } = read.asked
    return reply
      .type(made.encoding === 'cp932' ? 'text/plain; charset=shift_jis' : 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${product}-${from}-${to}.${made.extension}"`)
      .send(Buffer.from(made.bytes))
  }
}

const askedIn = (request: FastifyRequest): { asked: BooksAsked } | { issues: FieldIssue[] } => {
  const product = products.find(each => each === asked(request, 'product'))
  const [from, to] = ['from', 'to'].map(name => parseDay(asked(request, name) ?? '') ?? undefined)
  const operator = asked(request, 'operator')
  if (product !== undefined && from !== undefined && to !== undefined && from <= to)
    return { asked: { product, from, to, ...(operator !== undefined && { operator }) } }
  return {
    issues: [
      ...(product === undefined ? [{ path: 'product', code: 'choose_one' }] : []),
      ...(from === undefined ? [{ path: 'from', code: 'day_not_read' }] : []),
      ...(to === undefined || (from !== undefined && from > to) ? [{ path: 'to', code: 'day_not_read' }] : []),
    ],
  }
}
