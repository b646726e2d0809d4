import type { LetterValues } from '../../src/desk/drafting.ts'
import type { Definition } from '../../src/documents/definition.ts'
import type { Values } from '../../src/documents/values.ts'
import { fullName } from '../../src/domain/person.ts'

/** Values that fill every required field of a form with the case's number, and the addressee with the subject's name. */
export const blankValues =
  (definitions: ReadonlyMap<string, Definition>): LetterValues =>
  (form, { kase, subject }) => {
    const values: Values = {}
    for (const [name, field] of Object.entries(definitions.get(form)?.fields ?? {})) {
      if (!field.required) continue
      const text = name === 'addressee.name' && subject ? fullName(subject) : `${kase.number}`
      const row = Object.fromEntries((field.columns ?? []).map(column => [column.replace('?', ''), text]))
      put(
        values,
        name.split('.'),
        field.type === 'text' ? text : field.type === 'flag' ? true : field.type === 'list' ? [text] : [row],
      )
    }
    return values
  }

const put = (into: Values, [head = '', ...rest]: string[], value: Values[string]): void => {
  if (rest.length === 0) {
    into[head] = value
    return
  }
  const inner = (into[head] ?? {}) as Values
  into[head] = inner
  put(inner, rest, value)
}
