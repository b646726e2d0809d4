import type { FastifyRequest } from 'fastify'

export interface Upload {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
}

/** Reads a multipart form within the limits set in `server.ts`; a file too large throws the plugin's 413. */
export const readUpload = async (
  request: FastifyRequest,
): Promise<{ pairs: [string, string][]; uploads: Upload[] }> => {
  const pairs: [string, string][] = []
  const uploads: Upload[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') pairs.push([part.fieldname, String(part.value)])
    else {
      const bytes = await part.toBuffer()
      if (part.filename !== '' || bytes.length > 0)
        uploads.push({ field: part.fieldname, name: part.filename ?? '', bytes })
    }
  }
  return { pairs, uploads }
}
