import { z } from 'zod'

/** Pieces that the description's paths share. */
export const ref = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })
export const inPath = (name: string, pattern?: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', ...(pattern && { pattern }) },
})
export const noToken = { description: '鍵がないか、使えません。' }
export const forbidden = { description: '役割か、担当する事業者が足りません。', content: ref('Refusal') }
export const missing = { description: 'ありません。' }
export const notNow = { description: '今はできません。', content: ref('Refusal') }
export const unread = { description: '読めない項目があります。', content: ref('Issues') }

export const done = (description: string, type = 'application/json') => ({ description, content: { [type]: {} } })
export const body = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) } },
})
