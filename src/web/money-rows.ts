import type { MoneyRow } from '../desk/books.ts'
import type { Verb } from '../domain/case.ts'
import type { PlainDate } from '../domain/day.ts'
import { type Receipt, unassigned } from '../domain/fee.ts'
import type { PaymentMeans } from '../domain/operator.ts'

/** 要対応, 未納, 預り, すべて. */
export const moneyViews = { due: '対応するもの', owing: '未納', held: '預り', all: 'すべて' } as const
export type MoneyView = keyof typeof moneyViews
export const isMoneyView = (text: string | undefined): text is MoneyView =>
  text !== undefined && Object.hasOwn(moneyViews, text)

const inView: Record<MoneyView, (row: MoneyRow) => boolean> = {
  due: row => row.outstanding > 0 || row.held > 0,
  owing: row => row.outstanding > 0,
  held: row => row.held > 0,
  all: () => true,
}

/** Rows of a view: those with the nearest dates first, then those without one. */
export const rowsOf = (rows: readonly MoneyRow[], view: MoneyView): MoneyRow[] =>
  rows.filter(inView[view]).sort((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.number, b.number))
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const refundedOf = (row: MoneyRow): number => sum(row.receipts.map(receipt => receipt.refunded))

/** An expired 定額小為替 can only go back. */
const usable = (receipt: Receipt) => unassigned(receipt) > 0 && receipt.held !== 'order_expired'

/** What may come next on a row, the likeliest first. */
export const verbsOf = (row: MoneyRow): Verb[] => {
  if (row.closedOn !== null) return []
  return [
    ...(row.outstanding > 0 && row.requestedOn === null ? (['requestFee'] as const) : []),
    ...(row.outstanding > 0 ? (['receiveFee'] as const) : []),
    ...(row.outstanding > 0 && row.receipts.some(usable) ? (['applyFee'] as const) : []),
    ...(row.held > 0 ? (['refundFee'] as const) : []),
  ]
}

export interface ReceiptRow {
  readonly row: MoneyRow
  readonly receipt: Receipt
}

/** Money that came since a day, newest first. */
export const receiptsSince = (rows: readonly MoneyRow[], from: PlainDate): ReceiptRow[] =>
  rows
    .flatMap(row => row.receipts.map(receipt => ({ row, receipt })))
    .filter(({ receipt }) => receipt.receivedOn >= from)
    .sort((a, b) => compare(b.receipt.receivedOn, a.receipt.receivedOn) || compare(b.row.number, a.row.number))

export interface Totals {
  readonly today: number
  readonly todayCount: number
  readonly byMeans: readonly (readonly [PaymentMeans, number])[]
  readonly outstanding: number
  readonly overdue: number
  readonly held: number
}

/** Yen. What was booked by mistake and reversed did not come. */
export const totalsOf = (rows: readonly MoneyRow[], today: PlainDate): Totals => {
  const came = receiptsSince(rows, today)
    .map(({ receipt }) => receipt)
    .filter(receipt => !receipt.reversed)
  const means = [...new Set(came.map(receipt => receipt.means))]
  return {
    today: sum(came.map(receipt => receipt.amount)),
    todayCount: came.length,
    byMeans: means.map(
      way => [way, sum(came.filter(({ means }) => means === way).map(({ amount }) => amount))] as const,
    ),
    outstanding: sum(rows.map(row => row.outstanding)),
    overdue: rows.filter(row => row.outstanding > 0 && row.dueOn !== null && row.dueOn < today).length,
    held: sum(rows.map(row => row.held)),
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
