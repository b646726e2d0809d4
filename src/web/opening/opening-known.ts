import type { CaseRow } from '../../desk/desk.ts'
import { addMonths, type PlainDate, parseDay } from '../../domain/day.ts'
import type { Policy } from '../../domain/operator.ts'
import { type Person, person } from '../../domain/person.ts'
import { parseYen } from '../../domain/yen.ts'
import { type Fields, isFields, textAt } from '../read-body.ts'
import type { Visit } from '../visit.ts'
import { dayAt, feeBody } from './opening-bodies.ts'

export interface EnclosedMoney {
  readonly amount: number
  /** by a means that the policy names */
  readonly accepted: boolean
  readonly expired: boolean
}

export const moneyOf = (fields: Fields, policy: Policy | null, arrivedOn: PlainDate): EnclosedMoney | null => {
  const money = feeBody(fields)
  if (money === null) return null
  const orders = Array.isArray(money.orders) ? money.orders : []
  const issued = orders.flatMap(order => parseDay(textAt(order, 'issuedOn')) ?? [])
  return {
    amount: parseYen(textAt(money, 'amount')) ?? 0,
    accepted: policy === null || policy.payment.value.means.some(each => each === money.means),
    // Payable for six months from issue (payments-post.md §5.5).
    expired: issued.some(on => addMonths(on, 6) < arrivedOn),
  }
}

/** Looked for as soon as a name stands there, whatever else of the person cannot be read yet. */
export const likely = async ({ desk, by }: Visit, fields: Fields): Promise<CaseRow[]> => {
  const { subject } = fields
  const family = textAt(fields, 'subject.family').trim()
  if (!isFields(subject) || family === '') return []
  const whole = person.safeParse(subject)
  const given = textAt(subject, 'given').trim()
  const bornOn = dayAt(subject, 'bornOn')
  const known: Person = whole.success
    ? whole.data
    : ({ family, ...(given && { given }), ...(bornOn && { bornOn }) } as Person)
  return desk.likely(known, by)
}
