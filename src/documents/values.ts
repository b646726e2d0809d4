import type { Definition, Field } from './definition.ts'
import { DocumentError } from './document-error.ts'

export type Value = string | boolean | Value[] | Values
export interface Values {
  [field: string]: Value
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at `a.b`, or undefined. */
export function valueAt(values: Values, name: string): Value | undefined {
  let at: Value | undefined = values
  for (const part of name.split('.')) at = isObject(at) ? at[part] : undefined
  return at
}

export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** The first field that the definition does not know, or needs and finds empty; null when the values can be set. */
export function checkValues(definition: Definition, values: Values): DocumentError | null {
  const { id, title, fields } = definition
  const refuse = (code: 'unknown_field' | 'empty_field', field: string) =>
    new DocumentError(code, { definition: id, title, field })

  for (const name of names(values, fields)) if (!fields[name]) return refuse('unknown_field', name)
  for (const [name, field] of Object.entries(fields)) {
    const value = valueAt(values, name)
    if (value === undefined || isEmpty(value)) {
      if (field.required && field.type !== 'flag') return refuse('empty_field', name)
      if (value !== undefined && !fitsType(value, field)) return refuse('unknown_field', name)
      continue
    }
    if (!fitsType(value, field)) return refuse('unknown_field', name)
    const hole = emptyPart(value, field)
    if (hole) return refuse(hole.code, `${name}${hole.at}`)
  }
  return null
}

function* names(values: Values, fields: Record<string, Field>, prefix = ''): Generator<string> {
  for (const [key, value] of Object.entries(values)) {
    const name = `${prefix}${key}`
    if (!fields[name] && isObject(value)) yield* names(value, fields, `${name}.`)
    else yield name
  }
}

function fitsType(value: Value, field: Field): boolean {
  if (field.type === 'text') return typeof value === 'string'
  if (field.type === 'flag') return typeof value === 'boolean'
  return Array.isArray(value)
}

interface Hole {
  code: 'unknown_field' | 'empty_field'
  at: string
}

function emptyPart(value: Value, field: Field): Hole | null {
  if (!Array.isArray(value)) return null
  const columns = field.type === 'rows' ? (field.columns ?? []) : ['label', 'text']
  for (const [index, item] of value.entries()) {
    const at = `[${index + 1}]`
    if (field.type === 'list' && typeof item === 'string') {
      if (isEmpty(item)) return { code: 'empty_field', at }
      continue
    }
    if (!isObject(item)) return { code: 'unknown_field', at }
    for (const key of Object.keys(item)) {
      if (!columns.some(column => column.replace('?', '') === key)) return { code: 'unknown_field', at: `${at}.${key}` }
    }
    for (const column of columns) {
      const part = item[column.replace('?', '')]
      if (part !== undefined && typeof part !== 'string') return { code: 'unknown_field', at: `${at}.${column}` }
      if (!column.endsWith('?') && isEmpty(part)) return { code: 'empty_field', at: `${at}.${column}` }
    }
  }
  return null
}

/** Every text with the name of its field, for errors that point at it. */
export function texts(values: Value, name = '', found: { field: string; text: string }[] = []): typeof found {
  if (typeof values === 'string') found.push({ field: name, text: values })
  else if (Array.isArray(values)) values.forEach((item, at) => void texts(item, `${name}[${at + 1}]`, found))
  else if (isObject(values))
    for (const key of Object.keys(values)) texts(values[key] ?? '', name ? `${name}.${key}` : key, found)
  return found
}
