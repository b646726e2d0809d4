import { z } from 'zod'

/** Pieces that the description's paths share. */
export const ref = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })
export const inPath = (name: string, pattern?: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', ...(pattern && { pattern }) },
})
export const once = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', maxLength: 100 },
  description: '同じ値で再び送っても、一度だけ行われます。二度目の答えには repeated が付きます。',
}
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

interface Operation {
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>
}

/** What is answered before a route's own rules are asked. */
const always = (method: string): Operation['responses'] => ({
  ...(method === 'post' && {
    400: { description: '本文か If-Match を読めません。' },
    413: { description: '本文が大きすぎます。' },
    415: { description: '本文の形式が違います。' },
  }),
  404: missing,
})

/** The paths with the answers that every route may give, and the form of those that are a code and a sentence alone. */
export const withProblems = (paths: Readonly<Record<string, object>>): Record<string, object> =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods as Record<string, Operation>).map(([method, operation]) => [
          method,
          { ...operation, responses: spelled({ ...always(method), ...operation.responses }) },
        ]),
      ),
    ]),
  )

const spelled = (responses: Operation['responses']): Operation['responses'] =>
  Object.fromEntries(
    Object.entries(responses).map(([status, each]) => [
      status,
      status.startsWith('2') || each.content ? each : { ...each, content: ref('Problem') },
    ]),
  )
