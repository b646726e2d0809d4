import type { InstrumentDone } from '../../desk/money/instruments.ts'
import { parseCaseNumber } from '../../domain/case-number.ts'
import type { InstrumentAct } from '../../domain/money/instrument-acts.ts'
import { readOrderText } from '../../domain/money/order-book.ts'
import { instrumentFields } from '../../words/instruments.ts'
import { issueSentence } from '../../words/issues.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { FormState } from '../controls.tsx'
import { type Fields, isFields, textAt, textsAt, valueAt } from '../read-body.ts'

const rowNames = ['stamps', 'got'] as const

/** The form of an act as its schema expects it. Rows of stamps without a number of pieces say nothing; `pathOf`: back to the form's own names. */
export const inputOf = (act: InstrumentAct, sent: Fields): { input: Fields; pathOf: (path: string) => string } => {
  const given = sent[act]
  const fields: Fields = isFields(given) ? { ...given } : {}
  const places = new Map<string, string>()
  if (act !== 'countStamps')
    for (const name of rowNames) {
      const rows = valueAt(fields, name)
      if (!Array.isArray(rows)) continue
      const kept = rows.flatMap((row, at) =>
        ['', '0', '０'].includes(textAt(row, 'count').trim()) ? [] : [{ row, at }],
      )
      for (const [nth, { at }] of kept.entries()) places.set(`${name}.${nth}`, `${name}.${at}`)
      fields[name] = kept.map(({ row }) => row)
    }
  if (act === 'cashOrders')
    fields.orders = textsAt(sent, 'cashOrders.orders').flatMap(text => {
      const key = readOrderText(text)
      return key === null ? [] : [{ ...key, nth: String(key.nth) }]
    })
  const number = parseCaseNumber(textAt(fields, 'caseNumber'))
  if (number !== null) fields.caseNumber = number
  return {
    input: fields,
    pathOf: path => {
      const [name = '', nth, ...rest] = path.split('.')
      const place = places.get(`${name}.${nth}`)
      return [act, ...(place === undefined ? path.split('.') : [place, ...rest])].join('.')
    },
  }
}

/** Values kept, each message at its field, a refusal at the field that it names. */
export const refusedForm = (
  act: InstrumentAct,
  no: Exclude<InstrumentDone, { ok: true }>,
  values: Fields,
  pathOf: (path: string) => string,
): FormState => {
  if ('issues' in no)
    return {
      values,
      issues: no.issues.map(({ path, code, about }) => issueAt(pathOf(path), path, issueSentence(code, about))),
    }
  const { field } = no.refusal
  const sentence = refusalSentence(no.refusal)
  return field === undefined || act === 'takeBackEntry' || act === 'proveBanked'
    ? { values, issues: [], problem: sentence }
    : { values, issues: [issueAt(pathOf(field), field, sentence)] }
}

const isNamed = (name: string): name is keyof typeof instrumentFields => Object.hasOwn(instrumentFields, name)

const issueAt = (path: string, given: string, sentence: string) => {
  const [name = ''] = given.split('.')
  return { path, label: isNamed(name) ? instrumentFields[name] : 'この欄', sentence }
}
