import type { FastifyRequest } from 'fastify'
import { FormTooLong } from './read-body.ts'

export interface Upload {
  readonly field: string
  readonly name: string
  /** as much as the limit lets through */
  readonly bytes: Buffer
  /** there was more of it */
  readonly cut?: true
}

/**
 * Reads a multipart form within the limits set in `server.ts`; a file too large throws the plugin's 413, a field FormTooLong. With `most` (bytes)
 * a file may be as large as that, and the rest of a larger one is read away, so that the page can say so.
 */
export const readUpload = async (
  request: FastifyRequest,
  most?: number,
): Promise<{ pairs: [string, string][]; uploads: Upload[] }> => {
  const pairs: [string, string][] = []
  const uploads: Upload[] = []
  const how = most === undefined ? undefined : { limits: { fileSize: most }, throwFileSizeLimit: false }
  for await (const part of request.parts(how)) {
    if (part.type === 'field') {
      if (part.valueTruncated || part.fieldnameTruncated) throw new FormTooLong('a field is longer than the limit')
      pairs.push([part.fieldname, String(part.value)])
    } else {
      const bytes = await part.toBuffer()
      if (part.filename !== '' || bytes.length > 0)
        uploads.push({
          field: part.fieldname,
          name: part.filename ?? '',
          bytes,
          ...(part.file.truncated && { cut: true as const }),
        })
    }
  }
  return { pairs, uploads }
}
