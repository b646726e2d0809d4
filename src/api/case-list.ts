import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asked, readBody } from './asking.ts'

/** What GET /cases may be asked, as its description says it. `page`: the `next` of the answer before. */
export const caseFilter = z.object({
  q: z.string().max(200).exactOptional(),
  operator: z.string().max(31).exactOptional(),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  page: z
    .string()
    .regex(/^\d{8}$/)
    .exactOptional(),
  size: z.coerce.number().int().min(1).max(500).default(50),
})

const names = Object.keys(caseFilter.shape)

/** The filter of a request; issues where a part of it cannot be read, lest a client takes another list for its own. */
export const filterAsked = (request: FastifyRequest) =>
  readBody(
    caseFilter,
    Object.fromEntries(names.map(name => [name, asked(request, name)]).filter(([, value]) => value !== undefined)),
  )
