import { forbidden, missing, noToken, notNow, once, ref, unread } from './openapi-parts.ts'

/** Takes a scan into the case with this `number`. */
export const addFile = (number: object) => ({
  operationId: 'addFile',
  summary: '紙を読み取ったPDF・JPEG・PNGを案件に加える（20MBまで）',
  parameters: [number, once, { name: 'name', in: 'query', description: 'ファイルの名前', schema: { type: 'string' } }],
  requestBody: {
    required: true,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
  responses: {
    200: { description: '加えました。', content: { 'application/json': {} } },
    401: noToken,
    403: forbidden,
    404: missing,
    409: notNow,
    413: { description: 'ファイルが大きすぎます。', content: ref('Issues') },
    422: unread,
  },
})
