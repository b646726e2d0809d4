import type { CaseRow } from '../desk/desk.ts'
import type { Case } from '../domain/case.ts'
import { type Reckoning, reckon } from '../domain/clock.ts'
import { addDays, addMonths, type PlainDate, parseDay } from '../domain/day.ts'
import { demanded, type Enclosure, missing } from '../domain/enclosures.ts'
import { blankCase } from '../domain/evolve.ts'
import { type FeeAsked, feeOnArrival } from '../domain/fee-due.ts'
import { methods, type Requester, requesters } from '../domain/intake.ts'
import { type RequestKind, requestKindNames, requestKinds } from '../domain/kinds.ts'
import { nextSteps } from '../domain/next-steps.ts'
import type { Operator, Policy } from '../domain/operator.ts'
import { type Person, person } from '../domain/person.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { Context } from '../domain/rule.ts'
import { readTrackingNumber, type TrackingNumber } from '../domain/tracking-number.ts'
import { parseYen } from '../domain/yen.ts'
import { supplementItem } from '../letters/supplement-items.ts'
import { dayAt, feeBody, logBody } from './opening-bodies.ts'
import { type Source, sourceAt } from './opening-source.ts'
import { type Fields, isFields, textAt, textsAt } from './read-body.ts'
import type { Visit } from './visit.ts'

/** What would come of the envelope as far as it is filled in: the rules themselves, asked before the press. */
export interface Outlook {
  readonly ctx: Context
  readonly operators: readonly Operator[]
  readonly policy: Policy | null
  readonly arrivedOn: PlainDate | null
  readonly service: string
  readonly kinds: readonly RequestKind[]
  readonly requester: Requester
  readonly reckoning: Reckoning | null
  /** 39条 covers one of the kinds */
  readonly suit: boolean
  readonly fee: FeeAsked | null
  readonly demands: readonly Enclosure[]
  readonly lacking: readonly Lacking[]
  /** day by which the 補正 letter asks for an answer */
  readonly supplementBy: PlainDate | null
  readonly money: { readonly amount: number; readonly accepted: boolean; readonly expired: boolean } | null
  /** the 補正 letter has nowhere to go: its reader's postcode or address is not there */
  readonly noAddress: boolean
  readonly tracking: TrackingNumber | null
  /** cases whose envelope bore the same number */
  readonly sameEnvelope: readonly CaseRow[]
  readonly likely: readonly CaseRow[]
  /** the form request that the envelope answers; `unknown` when its number leads nowhere */
  readonly from: Source | 'unknown' | null
}

/** A row of the 補正 letter, in its own words. */
export interface Lacking {
  readonly code: string
  readonly item: string
  readonly missing: string
  readonly send: string
}

export const outlookOf = async (visit: Visit, fields: Fields): Promise<Outlook> => {
  const { desk, by } = visit
  const [ctx, rows] = await Promise.all([desk.context(by), desk.operators()])
  const operators = rows.map(row => row.operator).filter(each => ctx.knowsOperator(each.id))
  const operator = operators.find(each => each.id === textAt(fields, 'operator'))
  const arrivedOn = dayAt(fields, 'arrivedOn')
  const on = arrivedOn ?? ctx.today
  const policy = operator ? ctx.policyOn(operator.id, on) : null
  const kinds = requestKindNames.filter(kind => textsAt(fields, 'kinds').includes(kind))
  const requester = requesters.find(each => each === textAt(fields, 'requester')) ?? 'self'
  const onForm = textAt(fields, 'onForm') !== ''
  const demands = policy ? demanded(policy, { kinds, requester, onForm }) : []
  const enclosed = textsAt(logBody(fields), 'enclosed')
  const fee = operator
    ? feeOnArrival(ctx, operator.id, kinds, on, parseYen(textAt(fields, 'shownFee')) ?? undefined)
    : null
  const due = fee === null || isRefusal(fee) ? null : fee
  const gaps = missing(demands, enclosed)
  const draft: Case = {
    ...blankCase,
    number: ctx.number,
    intake: {
      operator: operator?.id ?? '',
      policy: policy?.id ?? '',
      arrivedOn: on,
      requester,
      kinds,
      method: methods.find(each => each === textAt(fields, 'method')) ?? 'paper',
      onForm,
      enclosed,
      missing: gaps,
    },
    fee: { ...blankCase.fee, dues: due ? [{ ...due, id: 'f1' }] : [] },
  }
  const tracking = readTrackingNumber(textAt(fields, 'trackingNumber'))
  const fromText = textAt(fields, 'from').trim()
  const reckoning = policy && arrivedOn ? reckon(arrivedOn, policy.clocks.value, ctx.calendar) : null
  return {
    ctx,
    operators,
    policy,
    arrivedOn,
    service: textAt(fields, 'service') || 'simple_registered',
    kinds,
    requester,
    reckoning,
    suit: kinds.some(kind => requestKinds[kind].suit),
    fee: due,
    demands,
    lacking: policy && operator ? gaps.map(code => lacking(code, { draft, policy, operator, ctx, reckoning })) : [],
    supplementBy: policy ? addDays(ctx.today, policy.waits.value.supplementDays) : null,
    money: moneyOf(fields, policy, on),
    noAddress: !['postcode', 'address'].every(part =>
      textAt(fields, `${requester === 'self' ? 'subject' : 'agent'}.${part}`).trim(),
    ),
    tracking,
    sameEnvelope: tracking ? (await desk.list({ q: tracking.number, state: 'all', size: 3 }, by)).rows : [],
    likely: await likely(visit, fields),
    from: fromText === '' ? null : ((await sourceAt(desk, fromText, by)) ?? 'unknown'),
  }
}

const lacking = (
  code: string,
  given: { draft: Case; policy: Policy; operator: Operator; ctx: Context; reckoning: Reckoning | null },
): Lacking => {
  const { draft, policy, operator, ctx, reckoning } = given
  const row = supplementItem(
    {
      kase: draft,
      letter: { id: 'l1' },
      policy,
      operator,
      subject: null,
      agent: null,
      texts: () => null,
      reckoning,
      steps: nextSteps(draft, ctx),
      clerk: ctx.by.name ?? '',
      today: ctx.today,
    },
    code,
  )
  return { code, item: textAt(row, 'item'), missing: textAt(row, 'missing'), send: textAt(row, 'send') }
}

const moneyOf = (fields: Fields, policy: Policy | null, arrivedOn: PlainDate): Outlook['money'] => {
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
const likely = async ({ desk, by }: Visit, fields: Fields): Promise<CaseRow[]> => {
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
