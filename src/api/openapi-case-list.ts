import { z } from 'zod'
import { caseFilter } from './case-list.ts'

const { properties = {} } = z.toJSONSchema(caseFilter, { io: 'input', unrepresentable: 'any' })
const meanings: Readonly<Record<string, string>> = {
  page: '前の答えの next。付けないと最初から。',
  size: '1回に返す件数（1〜500、付けないと50）。',
}
const integer = { type: 'integer', minimum: 1, maximum: 500, default: 50 }
const issues = { 'application/json': { schema: { $ref: '#/components/schemas/Issues' } } }

/** GET /cases: newest first, page by page. */
export const listCases = {
  get: {
    operationId: 'listCases',
    summary: '案件の一覧（新しい順）',
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      schema: name === 'size' ? integer : schema,
      ...(name in meanings && { description: meanings[name] }),
    })),
    responses: {
      200: {
        description: '案件の一覧。next があれば、それを page に付けると続きが返ります。',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['rows', 'total'],
              properties: {
                rows: { type: 'array', items: { type: 'object' } },
                total: { type: 'integer' },
                next: { type: 'string', pattern: '^\\d{8}$' },
              },
            },
          },
        },
      },
      401: { description: '鍵がないか、使えません。' },
      422: { description: '読めない条件があります。', content: issues },
    },
  },
}
