import { isEmpty, type Value, type Values, valueAt } from './values.ts'

const PLACEHOLDER = /\{\{([A-Za-z0-9.]+)\}\}/g

export const placeholders = (text: string): string[] => Array.from(text.matchAll(PLACEHOLDER), match => match[1] ?? '')

/** Puts values into a text. `row` answers {{each.column}}; an empty optional field leaves nothing. */
export function fill(text: string, values: Values, row?: { each: string; columns: Values }): string {
  return text.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value =
      row && name.startsWith(`${row.each}.`) ? row.columns[name.slice(row.each.length + 1)] : valueAt(values, name)
    return typeof value === 'string' ? value : ''
  })
}

export const textAt = (values: Values, name: string): string => {
  const value = valueAt(values, name)
  return typeof value === 'string' ? value : ''
}

export const flagAt = (values: Values, name: string): boolean => valueAt(values, name) === true

/** Items of a list field: plain strings have no label. */
export function listAt(values: Values, name: string): { label: string; text: string }[] {
  return itemsAt(values, name).map(item =>
    typeof item === 'string' ? { label: '', text: item } : { label: part(item, 'label'), text: part(item, 'text') },
  )
}

export const rowsAt = (values: Values, name: string): Values[] =>
  itemsAt(values, name).filter((item): item is Values => typeof item === 'object' && !Array.isArray(item))

export const hidden = (show: string | undefined, values: Values): boolean =>
  show !== undefined && isEmpty(valueAt(values, show))

function itemsAt(values: Values, name: string): Value[] {
  const value = valueAt(values, name)
  return Array.isArray(value) ? value : []
}

const part = (item: Value, key: string): string => {
  const value = typeof item === 'object' && !Array.isArray(item) ? item[key] : undefined
  return typeof value === 'string' ? value : ''
}
