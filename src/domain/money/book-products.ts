import type { LedgerAccount } from './ledger-entry.ts'

/** 会計ソフト whose journal files are written. */
export const products = ['yayoi', 'freee', 'money_forward'] as const
export type Product = (typeof products)[number]

/** Texts of a journal row that come from settings or from the desk. */
export const exportFields = [
  'debit.account',
  'debit.sub',
  'debit.taxClass',
  'credit.account',
  'credit.sub',
  'credit.taxClass',
  'memo',
] as const
export type ExportField = (typeof exportFields)[number]

/** Stands in a tax class for the percentage of the day; a class without it is not taxed. */
export const RATE = '{税率}'
export const OUTSIDE = '対象外'

/** How each product spells the tax classes (payments-post.md §7; freee: name_ja of its API's list of tax codes). */
const classes: Readonly<Record<Product, { sale: string; saleBack: string; cost: string }>> = {
  yayoi: { sale: `課税売上込${RATE}%`, saleBack: `課税売返込${RATE}%`, cost: `課対仕入込${RATE}%適格` },
  freee: { sale: `課税売上${RATE}%`, saleBack: `課税売返${RATE}%`, cost: `課対仕入${RATE}%` },
  money_forward: { sale: `課税売上 ${RATE}%`, saleBack: `課税売上-返還等 ${RATE}%`, cost: `課税仕入 ${RATE}%` },
}

export interface DefaultAccount {
  readonly account: string
  readonly sub: string
  /** where the account grows, and where it shrinks */
  readonly tax: string
  readonly taxBack: string
}

/** Accounts for a desk that has not asked its accountant yet (payments-post.md §7.4). */
export const defaultAccounts = (product: Product): Record<LedgerAccount, DefaultAccount> => {
  const { sale, saleBack, cost } = classes[product]
  const outside = (account: string, sub = '') => ({ account, sub, tax: OUTSIDE, taxBack: OUTSIDE })
  const spent = (account: string) => ({ account, sub: '', tax: cost, taxBack: cost })
  return {
    bank: outside('普通預金'),
    cash: outside('現金'),
    stamps: outside('貯蔵品', '切手'),
    // 通貨代用証券 is cash.
    postal_orders: outside('現金', '定額小為替'),
    in_transit: outside('未収入金', '未達の振込'),
    unidentified: outside('仮受金'),
    held: outside('預り金', '開示等手数料'),
    fees: { account: '雑収入', sub: '開示等手数料', tax: sale, taxBack: saleBack },
    kept: outside('雑収入', '返金不要分'),
    refund_payable: outside('未払金', '手数料の返金'),
    not_ours: outside('預り金', '手数料以外の入金'),
    postage: spent('通信費'),
    bank_charge: spent('支払手数料'),
    difference: outside('雑損失', '切手の棚卸差異'),
  }
}
