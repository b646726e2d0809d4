import type { FastifyInstance } from 'fastify'
import { MOST_SCAN_BYTES } from '../desk/scans/scan.ts'
import type { House } from '../house.ts'
import { problem, refused, unread } from './answers.ts'
import { asked, type Known, onceOf, param } from './asking.ts'

/** Scans of a case; a file is sent as it is, as application/octet-stream (see statements.ts), and judged by its content. */
export const caseFileRoutes = (
  api: FastifyInstance,
  { desk, files }: Pick<House, 'desk' | 'files'>,
  known: Known,
): void => {
  api.get(
    '/cases/:number/files',
    known(async (request, reply, by) => {
      const number = param(request, 'number')
      return (await desk.kase(number, by)) === null
        ? reply.code(404).send(problem('not_found'))
        : files.list(number, by)
    }),
  )
  api.post(
    '/cases/:number/files',
    {
      bodyLimit: MOST_SCAN_BYTES,
      errorHandler: (error, _request, reply) =>
        error.statusCode === 413
          ? unread(reply, [{ path: 'file', code: 'file_too_large', about: megabytes }], 413)
          : reply.send(error),
    },
    known(async (request, reply, by) => {
      const number = param(request, 'number')
      if ((await desk.kase(number, by)) === null) return reply.code(404).send(problem('not_found'))
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const added = await files.add(number, asked(request, 'name') ?? '', bytes, by, onceOf(request))
      if (added.ok) return { ...added.file, ...(added.repeated && { repeated: true }) }
      return 'refusal' in added ? refused(reply, added.refusal) : unread(reply, added.issues)
    }),
  )
}

const megabytes = { megabytes: MOST_SCAN_BYTES / 1024 / 1024 }
