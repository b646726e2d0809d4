import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { openApi } from '../../src/api/openapi.ts'

type Json = Readonly<Record<string, unknown>>
interface Described {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Json }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Json }>> }>
  >
}

export interface Operation extends Described {
  readonly method: 'GET' | 'POST'
  readonly path: string
}

const { paths, components } = JSON.parse(JSON.stringify(openApi('/api'))) as {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Json> }
}

/** Every operation that the published description names. */
export const operations: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, each]) => ({
    ...each,
    path,
    method: method.toUpperCase() === 'GET' ? 'GET' : 'POST',
  })),
)

/** The operation's path with these values in its places; a place without a value gets `x`. */
export const filled = ({ path }: Operation, places: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name] ?? 'x'))

/** The schema of the JSON body that the operation takes; undefined where it takes none. */
export const bodySchema = ({ requestBody }: Operation): Json | undefined =>
  requestBody?.content['application/json']?.schema

/** References resolved, and every object with named fields closed: what is not described may not be answered. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const { $ref, ...rest } = value as { $ref?: string }
  if ($ref !== undefined) return closed(components.schemas[$ref.replace('#/components/schemas/', '')])
  const inner = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, closed(each)]))
  return 'properties' in inner && inner.type === 'object' ? { ...inner, additionalProperties: false } : inner
}

const readers = new Map<string, z.ZodType>()
const readerOf = (operation: Operation, status: number, schema: Json): z.ZodType => {
  const key = `${operation.operationId} ${status}`
  const known = readers.get(key) ?? z.fromJSONSchema(closed(schema) as Parameters<typeof z.fromJSONSchema>[0])
  readers.set(key, known)
  return known
}

/** What of this answer the description does not say; null when it is as described. */
export const undescribed = (operation: Operation, answer: LightMyRequestResponse): string | null => {
  const { statusCode } = answer
  const told = operation.responses[statusCode]
  if (told === undefined)
    return `${operation.operationId}: ${statusCode} is not described: ${answer.body.slice(0, 200)}`
  const content = Object.entries(told.content ?? {})
  if (content.length === 0) return null
  const type = String(answer.headers['content-type']).split(';')[0] ?? ''
  const found = content.find(([name]) => name === type)
  if (found === undefined) return `${operation.operationId}: ${statusCode} as ${type} is not described`
  const schema = found[1].schema
  if (schema === undefined) return null
  const read = readerOf(operation, statusCode, schema).safeParse(answer.json())
  return read.success
    ? null
    : `${operation.operationId}: ${statusCode} ${z.prettifyError(read.error)} in ${answer.body.slice(0, 300)}`
}
