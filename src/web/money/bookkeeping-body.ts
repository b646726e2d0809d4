import type { FieldIssue } from '../../desk/desk.ts'
import type { Product } from '../../domain/money/book-products.ts'
import type { BookTerms } from '../../domain/money/book-terms.ts'
import { ledgerAccounts } from '../../domain/money/ledger-entry.ts'
import { type Fields, isFields, textAt, valueAt } from '../read-body.ts'

const columns = ['account', 'sub', 'tax', 'taxBack'] as const

const rowsAt = (fields: Fields, name: string): Fields[] => {
  const rows = valueAt(fields, name)
  return Array.isArray(rows) ? rows.filter(isFields) : []
}

/** The form of one product over the terms as they stand; unread, for `bookkeeping.change`. */
export const termsIn = (fields: Fields, product: Product, terms: BookTerms): unknown => ({
  ...terms,
  rounding: textAt(fields, 'rounding'),
  products: {
    ...terms.products,
    [product]: {
      taxAmount: textAt(fields, 'taxAmount'),
      accounts: Object.fromEntries(
        ledgerAccounts.map(account => [
          account,
          Object.fromEntries(columns.map(column => [column, textAt(fields, `accounts.${account}.${column}`)])),
        ]),
      ),
    },
  },
  banks: Object.fromEntries(
    rowsAt(fields, 'banks').flatMap(row => {
      const [id, sub] = [textAt(row, 'id'), textAt(row, 'sub').trim()]
      return id === '' || sub === '' ? [] : [[id, sub]]
    }),
  ),
  substitutes: Object.fromEntries(
    rowsAt(fields, 'substitutes').flatMap(row => {
      const character = textAt(row, 'character').trim()
      return character === '' ? [] : [[character, textAt(row, 'text')]]
    }),
  ),
})

/** The form's field of an issue: it knows one product, and rows instead of keys. */
export const formPath = ({ path }: FieldIssue, product: Product, input: Fields): string => {
  const own = path.replace(`products.${product}.`, '')
  const [head = '', key = ''] = own.split('.')
  if (head !== 'banks' && head !== 'substitutes') return own
  const names = head === 'banks' ? (['id', 'sub'] as const) : (['character', 'text'] as const)
  const at = rowsAt(input, head).findIndex(row => textAt(row, names[0]).trim() === key)
  return at < 0 ? head : `${head}.${at}.${names[1]}`
}
