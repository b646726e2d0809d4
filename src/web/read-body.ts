/** A form body: dotted names become objects and arrays, the way the verbs' schemas expect them. */
export type Fields = { [name: string]: FieldValue }
export type FieldValue = string | FieldValue[] | Fields

/** The packing table's form carries every page that was read so far: a thousand and more (print/packing.tsx). */
const MOST_FIELDS = 4_000
const part = /^(?:[A-Za-z][A-Za-z0-9_-]{0,60}|\d{1,4})$/
const forbidden = new Set(['constructor', 'prototype', '__proto__'])

/** Nothing of a form is cut away in silence: a box that is lost leaves a name legible. The server answers it with 413. */
export class FormTooLong extends Error {
  override readonly name = 'FormTooLong'
  readonly statusCode = 413
  readonly code = 'FORM_TOO_LONG'
}

/**
 * Reads pairs of a form; names that the product never writes are left out. A name given twice is an array.
 * Throws FormTooLong where there are more than MOST_FIELDS; how many rows a form may have is for its schema to say.
 */
export const readPairs = (pairs: Iterable<readonly [string, string]>): Fields => {
  const body: Fields = {}
  let count = 0
  for (const [name, value] of pairs) {
    count += 1
    if (count > MOST_FIELDS) throw new FormTooLong(`more than ${MOST_FIELDS} fields`)
    const path = name.split('.')
    if (!name.startsWith('_') && path.every(each => part.test(each) && !forbidden.has(each))) put(body, path, value)
  }
  return tidied(body)
}

/** The names of the form machinery (`_csrf`, `_once`, `_seen`, `_password`), apart from the verb's own fields. */
export const readMarks = (pairs: Iterable<readonly [string, string]>): Readonly<Record<string, string>> =>
  Object.fromEntries([...pairs].filter(([name]) => /^_[a-z]{1,20}$/.test(name)))

const put = (into: Fields, path: readonly string[], value: string): void => {
  const [head = '', ...rest] = path
  const before = Object.hasOwn(into, head) ? into[head] : undefined
  if (rest.length > 0) {
    const inner = isFields(before) ? before : {}
    into[head] = inner
    put(inner, rest, value)
  } else if (before === undefined) into[head] = value
  else if (Array.isArray(before)) before.push(value)
  else if (typeof before === 'string') into[head] = [before, value]
}

/** Objects whose keys are all numbers are rows; a row that is wholly empty was not filled in. */
const tidied = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (!isFields(value)) return [name, value]
      const keys = Object.keys(value)
      if (!keys.every(key => /^\d+$/.test(key))) return [name, tidied(value)]
      const rows = keys.sort((a, b) => Number(a) - Number(b))
      const inner = tidied(value)
      return [name, rows.map(key => inner[key] ?? '').filter(row => !isBlank(row))]
    }),
  )

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isBlank = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isBlank)
  return isFields(value) ? Object.values(value).every(isBlank) : value === undefined || value === null
}

/** The value under a dotted name, or undefined. */
export const valueAt = (values: unknown, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      values,
    )

export const textAt = (values: unknown, name: string): string => {
  const value = valueAt(values, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const textsAt = (values: unknown, name: string): readonly string[] => {
  const value = valueAt(values, name)
  if (Array.isArray(value)) return value.filter(each => typeof each === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}
