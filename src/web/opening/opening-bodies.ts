import { type PlainDate, parseDay } from '../../domain/day.ts'
import { parseYen } from '../../domain/yen.ts'
import { type Fields, type FieldValue, isBlank, isFields, textAt, textsAt } from '../read-body.ts'

/** An envelope as the page opens it: today's post, by 簡易書留, from the person. */
export const freshEnvelope = (today: PlainDate, operators: readonly string[]): Fields => {
  const [only = ''] = operators.length === 1 ? operators : []
  const on = today.replaceAll('-', '/')
  return {
    service: 'simple_registered',
    arrivedOn: on,
    stampedOn: on,
    operator: only,
    requester: 'self',
    method: 'paper',
    fee: { means: '' },
  }
}

const asked = [
  'operator',
  'desk',
  'service',
  'trackingNumber',
  'postedOn',
  'firstAttemptOn',
  'arrivedOn',
  'stampedOn',
  'arrivedAt',
  'requester',
  'kinds',
  'wanted',
  'method',
  'onForm',
  'shownFee',
  'linkedTo',
  'relation',
] as const

/** The body of `logRequest`. The agent's fields are out of sight while the person asks; what is in them does not count. */
export const logBody = (fields: Fields): Fields => {
  const given = Object.fromEntries(
    asked.flatMap(name => (fields[name] === undefined ? [] : [[name, fields[name] as FieldValue] as const])),
  )
  const byAgent = textAt(fields, 'requester') !== 'self' && !isBlank(fields.agent)
  const present = textsAt(fields, 'enclosed').filter(code => code !== 'fee')
  return {
    ...given,
    subject: isFields(fields.subject) ? fields.subject : {},
    ...(byAgent && { agent: fields.agent as Fields }),
    enclosed: feeBody(fields) === null ? present : [...present, 'fee'],
  }
}

/** The body of `receiveFee` for the money that lay in the envelope, or null when none is entered. */
export const feeBody = (fields: Fields): Fields | null => {
  const means = textAt(fields, 'fee.means')
  if (means === '' || !isFields(fields.fee)) return null
  const { orders, stamps } = fields.fee
  const pieces: Fields = {
    ...(means === 'postal_order' && { orders: rowsOf(orders) }),
    ...(means === 'stamps' && { stamps: rowsOf(stamps) }),
  }
  const amount = textAt(fields, 'fee.amount').trim() || String(sumOf(pieces) || '')
  return { means, amount, receivedOn: textAt(fields, 'arrivedOn'), ...pieces }
}

/** Rows of pieces; their figures are read in full width too. */
const rowsOf = (value: FieldValue | undefined): Fields[] =>
  (Array.isArray(value) ? value.filter(isFields) : []).map(row =>
    Object.fromEntries(
      Object.entries(row).map(([name, text]) => [
        name,
        typeof text === 'string' && name !== 'issuedOn' ? text.normalize('NFKC').trim() : text,
      ]),
    ),
  )
const number = (row: Fields, name: string): number => parseYen(textAt(row, name)) ?? 0

/** Yen of the pieces, so that the amount need not be added up by hand. */
const sumOf = ({ orders, stamps }: Fields): number =>
  rowsOf(orders).reduce((sum, row) => sum + number(row, 'face'), 0) +
  rowsOf(stamps).reduce((sum, row) => sum + number(row, 'face') * number(row, 'count'), 0)

export const dayAt = (fields: Fields, name: string): PlainDate | null => parseDay(textAt(fields, name).trim())
