import { z } from 'zod'
import { defaultAccounts, OUTSIDE, type Product, products, RATE } from './book-products.ts'
import { ledgerAccounts } from './ledger-entry.ts'

const controls = /\p{Cc}/u
/** A name as it is registered in the books: it must be the same there, to the letter. */
const registered = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too_long')
    .refine(text => !controls.test(text), 'control_character')

export const AccountTerms = z.object({
  account: registered(24).min(1, 'required'),
  sub: registered(24).default(''),
  tax: registered(24).min(1, 'required').default(OUTSIDE),
  taxBack: registered(24).min(1, 'required').default(OUTSIDE),
})
export type AccountTerms = z.output<typeof AccountTerms>

export const roundings = ['floor', 'round', 'ceil'] as const

const ProductTerms = z.object({
  accounts: z.record(z.enum(ledgerAccounts), AccountTerms),
  /** whether the tax is written beside the amount, or 0 so that the product reckons it */
  taxAmount: z.enum(['written', 'zero']),
})

const character = z.string().refine(text => [...text].length === 1, 'one_character')

/** 会計連携の設定: what the ledger's accounts are called in the books. The fee is income on the day on which it is applied. */
export const BookTerms = z.object({
  products: z.record(z.enum(products), ProductTerms),
  /** fractions of a yen of the tax in a tax-inclusive fee, entry by entry */
  rounding: z.enum(roundings),
  /** 補助科目 of each bank account, by its id; others have the one of `bank` */
  banks: z.record(z.string(), registered(24)),
  /** 外字代替表記: what is written for a character that the file cannot hold */
  substitutes: z.record(character, registered(10)),
})
export type BookTerms = z.output<typeof BookTerms>

/** MF reckons the tax itself: its guide asks for 0 under 税込経理. */
const productTerms = (product: Product) => ({
  accounts: defaultAccounts(product),
  taxAmount: product === 'money_forward' ? ('zero' as const) : ('written' as const),
})

export const defaultBookTerms: BookTerms = {
  products: {
    yayoi: productTerms('yayoi'),
    freee: productTerms('freee'),
    money_forward: productTerms('money_forward'),
  },
  rounding: 'floor',
  banks: {},
  substitutes: {},
}

export const isTaxed = (taxClass: string): boolean => taxClass.includes(RATE)

/** The tax in a tax-inclusive amount at a rate in percent. */
export const taxIn = (amount: number, rate: number, rounding: BookTerms['rounding']): number =>
  Math[rounding]((amount * rate) / (100 + rate))
