import type { MoneyRow } from '../../desk/books.ts'
import type { Verb } from '../../domain/case.ts'
import { applicable } from '../../domain/fee.ts'
import { waitsForCount } from '../../domain/fee-count.ts'

/** 要対応, 未納, 預り, すべて. */
export const moneyViews = { due: '対応するもの', owing: '未納', held: '預り', all: 'すべて' } as const
export type MoneyView = keyof typeof moneyViews
export const isMoneyView = (text: string | undefined): text is MoneyView =>
  text !== undefined && Object.hasOwn(moneyViews, text)

export const refundedOf = (row: MoneyRow): number => sum(row.receipts.map(receipt => receipt.refunded))

/** What may come next on a row, the likeliest first. */
export const verbsOf = (row: MoneyRow): Verb[] => {
  if (row.closedOn !== null) return row.held > 0 ? ['refundFee', 'proposeRefund'] : []
  const refunds = row.receipts.filter(receipt => !receipt.reversed && receipt.refund !== undefined)
  return [
    ...(row.waiverWaits ? (['approveWaiver', 'declineWaiver'] as const) : []),
    ...(row.outstanding > 0 && row.requestedOn === null ? (['requestFee'] as const) : []),
    ...(row.receipts.some(waitsForCount) ? (['recountCash'] as const) : []),
    ...(refunds.some(each => each.refundDue === undefined) ? (['approveRefund', 'declineRefund'] as const) : []),
    ...(refunds.some(each => each.refundDue !== undefined) ? (['refundFee', 'withdrawRefund'] as const) : []),
    ...(row.outstanding > 0 ? (['receiveFee'] as const) : []),
    ...(row.outstanding > 0 && row.receipts.some(applicable) ? (['applyFee'] as const) : []),
    ...((row.held > 0 || row.overpaid > 0) && refunds.length === 0 ? (['refundFee', 'proposeRefund'] as const) : []),
    ...(row.overpaid > 0 ? (['keepFee'] as const) : []),
  ]
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
