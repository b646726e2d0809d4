import { z } from 'zod'
import { ref } from './openapi-parts.ts'
import { reconcileBodies } from './reconcile-bodies.ts'

const line = { name: 'line', in: 'path', required: true, schema: { type: 'string' } }
const query = (name: string) => ({ name, in: 'query', schema: { type: 'string' } })
const refusal = { 'application/json': { schema: { $ref: '#/components/schemas/NotSettled' } } }

const post = (
  operationId: keyof typeof reconcileBodies,
  summary: string,
  parameters: object[] = [],
  responses: object = {
    404: { description: '明細行がありません。', content: refusal },
    409: { description: '今はできません。', content: refusal },
  },
) => ({
  post: {
    operationId,
    summary,
    tags: ['入金'],
    parameters,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: z.toJSONSchema(reconcileBodies[operationId], { io: 'input', unrepresentable: 'any' }),
        },
      },
    },
    responses: {
      200: { description: summary },
      401: { description: '鍵がないか、使えません。' },
      403: { description: '役割が足りません。', content: refusal },
      ...responses,
      422: { description: '読めない項目があります。', content: ref('Issues') },
    },
  },
})

/** Paths of 入金消込. */
export const reconcilePaths = {
  '/reconcile': {
    get: {
      operationId: 'readPlan',
      summary: '消込の候補と理由',
      tags: ['入金'],
      parameters: [query('q'), query('account'), query('operator')],
      responses: {
        200: { description: '明細ごとの区分、候補の案件、理由。proof は確認のときに送り返します。' },
        401: { description: '鍵がないか、使えません。' },
      },
    },
  },
  '/reconcile/confirm': post(
    'confirm',
    '候補を確認して消し込む。明細ごとに記帳し、変わったものは記帳しません。',
    [],
    {},
  ),
  '/reconcile/lines/{line}/allocate': post('allocate', '明細を案件に充てる。複数の案件に分けられます。', [line]),
  '/reconcile/lines/{line}/release': post('release', '消込を取り消す', [line]),
}

export const notSettled = {
  type: 'object',
  required: ['refused', 'sentence'],
  properties: {
    ok: { const: false },
    refused: { type: 'string' },
    line: { type: 'string' },
    about: { type: 'object' },
    refusal: { type: 'object' },
    sentence: { type: 'string' },
  },
}
