import type { Dice } from '../domain/dice.ts'

type Schema = Readonly<Record<string, unknown>>

/** Words that mean something somewhere, and some that mean nothing anywhere. */
const words = [
  '2026-11-21',
  '2026-11-20',
  '令和8年11月21日',
  '2026-02-30',
  'r1',
  'p1',
  'd1',
  'i1',
  'l1',
  '3300',
  '０',
  '-1',
  '',
  ' ',
  '理由',
  '𠮷',
  '\u0000',
  '<b>',
  '9'.repeat(400),
]
const odd = [null, true, 0, -1, 1.5, 1e21, [], {}, '', [[]]]

/** A value after a JSON schema, mostly: now and then a field is left out, or is of another type. */
export const bodyLike = (schema: Schema, dice: Dice): unknown => {
  if (dice.often(6)) return dice.one(odd)
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) return bodyLike((dice.one(choices) ?? {}) as Schema, dice)
  if (Array.isArray(schema.enum)) return dice.one(schema.enum as unknown[])
  if ('const' in schema) return schema.const
  if (schema.type === 'array')
    return Array.from({ length: dice.below(3) }, () => bodyLike((schema.items ?? {}) as Schema, dice))
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries((schema.properties ?? {}) as Record<string, Schema>)
        .filter(() => dice.often(85))
        .map(([name, each]) => [name, bodyLike(each, dice)]),
    )
  if (schema.type === 'integer' || schema.type === 'number') return dice.below(4000)
  if (schema.type === 'boolean') return dice.often(50)
  return dice.one(words)
}

/** The plainest body that a schema may take: every field there, with its first choice. */
export const plainBody = (schema: Schema): unknown => {
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) return plainBody((choices[0] ?? {}) as Schema)
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (schema.type === 'array') return [plainBody((schema.items ?? {}) as Schema)]
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.type === 'boolean') return true
  if (schema.type !== 'object') return '2026-11-21'
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  return Object.fromEntries(fields.map(([name, each]) => [name, plainBody(each)]))
}
