import { slashed } from './csv-text.ts'
import type { JournalRow, JournalSide } from './journal-rows.ts'

const side = ({ account, sub, taxClass, tax }: JournalSide, amount: number) => [account, sub, '', taxClass, amount, tax]

/**
 * 弥生会計: 弥生インポート形式, 25 columns without a heading (payments-post.md §7.1). 2000 is an entry of one line outside a slip: the
 * ledger has no other, and 弥生 numbers it itself.
 */
export const yayoiRecord = ({ on, debit, credit, amount, memo }: JournalRow): (string | number)[] => [
  '2000',
  '',
  '',
  slashed(on),
  ...side(debit, amount),
  ...side(credit, amount),
  memo,
  '',
  '',
  '0',
  '',
  '',
  '0',
  '0',
  'no',
]

/** 半角 columns of the fields with a limit: 摘要 64, names of accounts 24. */
export const yayoiLimits = { memo: 64, account: 24, sub: 24 } as const
