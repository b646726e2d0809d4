import type { FastifyInstance } from 'fastify'
import type { WebParts } from './parts.ts'
import { showProblem } from './problem.tsx'
import { get } from './visit.ts'

/** A letter as PDF, opened in the browser so that it can be printed; no data in the file's name but the number. */
export const letterPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases/:number/letters/:letter.pdf', async ({ desk, by, params, request, reply }) => {
    const { number = '', letter = '' } = params
    const pdf = await desk.pdf(number, letter, by)
    if (pdf === null) return showProblem(request, reply, 404)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${number}-${letter}.pdf"`)
      .send(pdf)
  })
}
