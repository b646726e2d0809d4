import { byteShown, type IssueLog } from './issue.ts'
import { jisText } from './jis-x0201.ts'
import type { Field, Layout } from './zengin-layout.ts'

/** One record: 200 columns (one char code per byte), or the cells of a comma-separated projection of the same fields. */
export interface ZenginRecord {
  record: number
  body: string | readonly string[]
  /** Byte in the file of a column of the body. */
  offset(column: number): number
}

export const typeOf = ({ body }: ZenginRecord): string =>
  typeof body === 'string' ? body.slice(0, 1) : (body[0] ?? '').trim()

// Only the blank: trim() would also drop a stray byte 0xA0 unseen.
const BLANKS = /^ +| +$/g

/** Cuts a record into its fields, trimmed; tells of bytes and digits that are not what the field holds. */
export const cut = <Name extends string>(from: ZenginRecord, { fields }: Layout<Name>, log: IssueLog) => {
  const values = {} as Record<Name, string>
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i]
    if (field === undefined || field.name === 'rest') continue
    values[field.name] = read(from, field, i, log)
  }
  return values
}

const read = (from: ZenginRecord, field: Field, index: number, log: IssueLog): string => {
  const { body } = from
  if (typeof body !== 'string') return digitsOnly(from, field, (body[index] ?? '').trim(), log)
  const columns = body.slice(field.at, field.at + field.width)
  if (field.type === 'N') return digitsOnly(from, field, columns.replace(BLANKS, ''), log)
  const text = jisText(columns.replace(BLANKS, ''))
  return text.includes('\uFFFD') ? damaged(from, field, columns, log) : text
}

const digitsOnly = (from: ZenginRecord, field: Field, text: string, log: IssueLog): string => {
  if (field.type === 'C' || /^\d*$/.test(text)) return text
  const fixed = typeof from.body === 'string'
  const about = { field: fixed ? labelOf(field) : field.label, seen: fixed ? jisText(text) : text }
  log.tell('field_not_digits', from.record, from.offset(field.at), about)
  return ''
}

/** 取引金額（25〜36桁目）: as the bank's own sheets count. */
const labelOf = ({ label, at, width }: Field): string =>
  width === 1 ? `${label}（${at + 1}桁目）` : `${label}（${at + 1}〜${at + width}桁目）`

/** Some programs write kanji into text fields: read them if they can be read, and say so either way. */
const damaged = (from: ZenginRecord, field: Field, columns: string, log: IssueLog): string => {
  const text = jisText(columns)
  const bytes = Uint8Array.from(columns, column => column.charCodeAt(0))
  const wide = new TextDecoder('shift_jis').decode(bytes)
  const at = text.indexOf('\uFFFD')
  const position = from.offset(field.at + at)
  if ([...wide].every(character => character >= ' ' && character !== '\uFFFD' && character !== '\u0080')) {
    log.tell('double_byte', from.record, position, { field: labelOf(field) })
    return wide.trim()
  }
  log.tell('unknown_bytes', from.record, position, { field: labelOf(field), seen: byteShown(bytes, at) })
  return text.trim()
}
