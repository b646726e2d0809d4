import type { CaseRow } from '../../desk/desk.ts'
import { type Reckoning, reckon } from '../../domain/clock.ts'
import { addDays, type PlainDate } from '../../domain/day.ts'
import { demanded, type Enclosure, missing } from '../../domain/enclosures.ts'
import { type FeeAsked, feeOnArrival } from '../../domain/fee-due.ts'
import { type Requester, requesters } from '../../domain/intake.ts'
import { type RequestKind, requestKindNames, requestKinds } from '../../domain/kinds.ts'
import type { Operator, Policy } from '../../domain/operator.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Context } from '../../domain/rule.ts'
import { readTrackingNumber, type TrackingNumber } from '../../domain/tracking-number.ts'
import { parseYen } from '../../domain/yen.ts'
import { type MissingItem, missingItem } from '../../letters/supplement-items.ts'
import { type Fields, textAt, textsAt } from '../read-body.ts'
import type { Visit } from '../visit.ts'
import { dayAt, logBody } from './opening-bodies.ts'
import { type EnclosedMoney, likely, moneyOf } from './opening-known.ts'
import { type Source, sourceAt } from './opening-source.ts'

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
  /** rows of the 補正 letter, in its own words */
  readonly lacking: readonly MissingItem[]
  /** day by which the 補正 letter asks for an answer */
  readonly supplementBy: PlainDate | null
  readonly money: EnclosedMoney | null
  /** the 補正 letter has nowhere to go: its reader's postcode or address is not there */
  readonly noAddress: boolean
  readonly tracking: TrackingNumber | null
  /** cases whose envelope bore the same number */
  readonly sameEnvelope: readonly CaseRow[]
  readonly likely: readonly CaseRow[]
  /** the form request that the envelope answers; `unknown` when its number leads nowhere */
  readonly from: Source | 'unknown' | null
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
  const fee = operator
    ? feeOnArrival(ctx, operator.id, kinds, on, parseYen(textAt(fields, 'shownFee')) ?? undefined)
    : null
  const due = fee === null || isRefusal(fee) ? null : fee
  const gaps = missing(demands, textsAt(logBody(fields), 'enclosed'))
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
    lacking: policy ? gaps.map(code => missingItem(policy, code, { on, asked: due?.asked, requester })) : [],
    supplementBy: policy ? addDays(ctx.today, policy.waits.value.supplementDays) : null,
    money: moneyOf(fields, policy, on),
    noAddress: lacksAddress(fields, requester === 'self' ? 'subject' : 'agent'),
    tracking,
    sameEnvelope: tracking ? (await desk.list({ q: tracking.number, state: 'all', size: 3 }, by)).rows : [],
    likely: await likely(visit, fields),
    from: fromText === '' ? null : ((await sourceAt(desk, fromText, by)) ?? 'unknown'),
  }
}

/** Said only of somebody who already has a name: the clerk may not have come to the address yet. */
const lacksAddress = (fields: Fields, reader: 'subject' | 'agent'): boolean =>
  textAt(fields, `${reader}.family`).trim() !== '' &&
  ['postcode', 'address'].some(part => textAt(fields, `${reader}.${part}`).trim() === '')
