import { addDays, daysBetween, type PlainDate } from '../day.ts'
import { orderLastDay, type PostalOrder } from '../fee.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/** Which 定額小為替: the receipt it came by, and its place in it from 1. */
export interface OrderKey {
  readonly caseNumber: string
  readonly receipt: string
  readonly nth: number
}

export const orderStates = ['held', 'cashed', 'returned', 'reversed'] as const
export type OrderState = (typeof orderStates)[number]

/** A line of 為替帳. */
export interface OrderRow extends OrderKey, PostalOrder {
  readonly operator: string | null
  readonly receivedOn: PlainDate
  /** the last day on which it is paid */
  readonly lastDay: PlainDate
  readonly state: OrderState
  /** day on which it left, and by which entry */
  readonly endedOn?: PlainDate
  readonly endedBy?: number
  /** the office that paid it, and where its money went: 'cash' or the id of a bank account */
  readonly where?: string
  readonly into?: string
}

/** `unknown`: yen that came or went without naming the orders. Held faces and `unknown` are the ledger's balance. */
export interface OrderBook {
  readonly orders: readonly OrderRow[]
  readonly unknown: number
}

/** Warned of from so many days before the last day on. */
export const WARNED_DAYS = 30

export const orderText = ({ caseNumber, receipt, nth }: OrderKey): string => `${caseNumber}-${receipt}-${nth}`

const orderTexts = /^(\d{8})-(r\d{1,4})-(\d{1,3})$/
export const readOrderText = (text: string): OrderKey | null => {
  const [, caseNumber, receipt, nth] = orderTexts.exec(text) ?? []
  return caseNumber === undefined || receipt === undefined ? null : { caseNumber, receipt, nth: Number(nth) }
}

/** Soonest first: held orders that die within 30 days of `today`, and those that are dead already. */
export const dyingOrders = (orders: readonly OrderRow[], today: PlainDate): OrderRow[] =>
  orders.filter(order => order.state === 'held' && daysBetween(today, order.lastDay) <= WARNED_DAYS).sort(soonest)

export const soonest = (a: OrderRow, b: OrderRow): number =>
  a.lastDay === b.lastDay ? (orderText(a) < orderText(b) ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1

/** Orders come by `received` and leave by what `leavingOf` finds; `entries` of one operator or of all, in their order. */
export const orderBook = (entries: readonly LedgerEntry[]): OrderBook => {
  const rows = new Map<string, OrderRow>()
  let unknown = 0
  for (const entry of entries) {
    if (entry.amount === 0 || entry.debit === entry.credit) continue
    if (entry.debit === 'postal_orders') {
      const come = entry.kind === 'received' ? received(entry) : restored(entry, rows)
      for (const row of come) rows.set(orderText(row), row)
      unknown += entry.amount - worthOf(come)
    } else if (entry.credit === 'postal_orders') {
      const gone = leavingOf(entry, [...rows.values()])
      for (const row of gone) rows.set(orderText(row), left(row, entry))
      unknown -= entry.amount - worthOf(gone)
    }
  }
  return { orders: [...rows.values()], unknown }
}

export const worthOf = (orders: readonly { readonly face: number }[]): number =>
  orders.reduce((sum, { face }) => sum + face, 0)

const received = ({ body, caseNumber = '', receipt = '', operator, on }: LedgerEntry): OrderRow[] =>
  piecesIn(body?.orders).map((order, at) => ({
    caseNumber,
    receipt,
    nth: at + 1,
    operator,
    ...order,
    receivedOn: on,
    lastDay: orderLastDay(order),
    state: 'held',
  }))

/** A cashing that was taken back. */
const restored = ({ body }: LedgerEntry, rows: ReadonlyMap<string, OrderRow>): OrderRow[] =>
  keysIn(body?.orders).flatMap(key => {
    const row = rows.get(orderText(key))
    if (row?.state !== 'cashed') return []
    const { endedOn: _on, endedBy: _by, where: _where, into: _into, ...back } = row
    return [{ ...back, state: 'held' as const }]
  })

const left = (row: OrderRow, { kind, on, seq, debit, account, body }: LedgerEntry): OrderRow => ({
  ...row,
  state: kind === 'orders_cashed' ? 'cashed' : kind === 'reversed' ? 'reversed' : 'returned',
  endedOn: on,
  endedBy: seq,
  ...(typeof body?.where === 'string' && { where: body.where }),
  ...(kind === 'orders_cashed' && { into: debit === 'cash' ? 'cash' : (account ?? debit) }),
})

/** The named ones; else those of the receipt whose faces add up to the amount. */
const leavingOf = ({ kind, amount, body, caseNumber, receipt }: LedgerEntry, rows: readonly OrderRow[]): OrderRow[] => {
  const held = rows.filter(row => row.state === 'held')
  const named = new Set(keysIn(body?.orders).map(orderText))
  if (kind === 'orders_cashed' || named.size > 0) return held.filter(row => named.has(orderText(row)))
  return adding(
    held.filter(row => row.caseNumber === caseNumber && row.receipt === receipt),
    amount,
  )
}

/** Some that add up to the amount, or none. Faces are multiples of 50 and receipts are small. */
const adding = (orders: readonly OrderRow[], amount: number): readonly OrderRow[] & OrderRow[] => {
  let sums = new Map<number, OrderRow[]>([[0, []]])
  for (const order of orders) {
    const longer = new Map(sums)
    for (const [sum, chosen] of sums)
      if (sum + order.face <= amount && !longer.has(sum + order.face)) longer.set(sum + order.face, [...chosen, order])
    sums = longer
  }
  return sums.get(amount) ?? []
}

const listIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'object' && each !== null) : []

const piecesIn = (value: unknown): PostalOrder[] =>
  listIn(value).flatMap(({ face, issuedOn, number }) =>
    typeof face === 'number' && typeof issuedOn === 'string'
      ? [{ face, issuedOn: addDays(issuedOn as PlainDate, 0), ...(typeof number === 'string' && { number }) }]
      : [],
  )

const keysIn = (value: unknown): OrderKey[] =>
  listIn(value).flatMap(({ caseNumber, receipt, nth }) =>
    typeof caseNumber === 'string' && typeof receipt === 'string' && typeof nth === 'number'
      ? [{ caseNumber, receipt, nth }]
      : [],
  )
