import { z } from 'zod'
import { ruleOf, type Verb } from '../domain/case.ts'
import { type Fields, isBlank, isFields } from './read-body.ts'

/** What a verb asks for, read from its own zod body: one list of fields for any form. */
export type Widget =
  | 'line'
  | 'text'
  | 'day'
  | 'yen'
  | 'tracking'
  | 'name'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'count'
  | 'tick'
  | 'person'
  | 'payee'
  | 'one'
  | 'many'
  | 'rows'
  /** one or several ids or codes that only the case can list */
  | 'pick'
  | 'picks'

export interface FormField {
  readonly name: string
  readonly widget: Widget
  readonly required: boolean
  readonly choices: readonly string[]
  readonly value?: string
  /** fields of one row, or of an account */
  readonly fields: readonly FormField[]
}

interface Shape {
  type?: string
  widget?: Widget
  enum?: string[]
  default?: unknown
  maxLength?: number
  format?: string
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
}

const known = new Map<Verb, readonly FormField[]>()

/** Fields of a verb in the order of its schema; read once per verb. */
export const fieldsOf = (verb: Verb): readonly FormField[] => {
  const before = known.get(verb)
  if (before) return before
  const fields = fieldsIn(z.toJSONSchema(ruleOf(verb).body, { io: 'input', unrepresentable: 'any' }) as Shape)
  known.set(verb, fields)
  return fields
}

const fieldsIn = (shape: Shape): FormField[] =>
  Object.entries(shape.properties ?? {}).map(([name, each]) => ({
    name,
    widget: widgetOf(each),
    // A list may be empty and a box unticked, whatever JSON Schema calls required.
    required: (shape.required ?? []).includes(name) && each.type !== 'array' && each.widget !== 'tick',
    choices: each.enum ?? each.items?.enum ?? [],
    ...(typeof each.default === 'string' && { value: each.default }),
    fields: rowFields(each.items ?? (each.widget === 'payee' ? each : {})),
  }))

/** Nothing of a row or of an account points at something on the case. */
const rowFields = (shape: Shape): FormField[] =>
  fieldsIn(shape).map(field => (field.widget === 'pick' ? { ...field, widget: 'line' as const } : field))

const widgetOf = (shape: Shape): Widget => {
  if (shape.type === 'array') {
    if (shape.items?.properties) return 'rows'
    return shape.items?.enum ? 'many' : 'picks'
  }
  if (shape.enum) return 'one'
  if (shape.format === 'email') return 'email'
  if (shape.type === 'integer' || shape.type === 'number') return 'count'
  // A kept value of one line (a payer, an address) is no letter.
  if (shape.widget === 'text' && (shape.maxLength ?? Number.POSITIVE_INFINITY) <= 300) return 'line'
  return shape.widget ?? (shape.type === 'string' ? 'pick' : 'line')
}

/** The body to decide upon: a person of whom nothing was typed was not given, unless the verb demands one. */
export const inputOf = (verb: Verb, fields: Fields): Fields => {
  const persons = fieldsOf(verb).filter(field => field.widget === 'person' || field.widget === 'payee')
  const skip = persons.filter(field => !field.required && isBlank(fields[field.name])).map(field => field.name)
  const owed = persons.filter(field => field.required && !isFields(fields[field.name]))
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => !skip.includes(name))),
    ...Object.fromEntries(owed.map(field => [field.name, {}])),
  }
}
