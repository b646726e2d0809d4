import { type ExportField, exportFields, type Product } from '../domain/money/book-products.ts'
import type { BookTerms } from '../domain/money/book-terms.ts'
import type { LedgerEntry } from '../domain/money/ledger-entry.ts'
import { encodeCp932, missingIn } from './cp932.ts'
import { csvRecord } from './csv-text.ts'
import { freeeHead, freeeRecord } from './freee.ts'
import { type JournalRow, journalRows } from './journal-rows.ts'
import { moneyForwardHead, moneyForwardRecord } from './money-forward.ts'
import { yayoiLimits, yayoiRecord } from './yayoi.ts'

/** `row`: of the file's entries, from 1; told once for each field and text. Without a character: longer than the product takes. */
export interface ExportIssue {
  readonly row: number
  readonly field: ExportField
  readonly text: string
  readonly character?: string
}

export type Exported =
  | { ok: true; bytes: Uint8Array; rows: readonly JournalRow[]; extension: 'txt' | 'csv'; encoding: 'cp932' | 'utf-8' }
  | { ok: false; rows: readonly JournalRow[]; issues: readonly ExportIssue[] }

interface Format {
  readonly head?: readonly string[]
  readonly record: (row: JournalRow) => (string | number)[]
  readonly encoding: 'cp932' | 'utf-8'
  /** byte order mark; freee must find [表題行] as the very first letters */
  readonly mark: '' | '\uFEFF'
  readonly extension: 'txt' | 'csv'
}

const formats: Readonly<Record<Product, Format>> = {
  yayoi: { record: yayoiRecord, encoding: 'cp932', mark: '', extension: 'txt' },
  freee: { head: freeeHead, record: freeeRecord, encoding: 'utf-8', mark: '', extension: 'csv' },
  money_forward: {
    head: moneyForwardHead,
    record: moneyForwardRecord,
    encoding: 'utf-8',
    mark: '\uFEFF',
    extension: 'csv',
  },
}

/** The journal file of a product, or why there is none: a character that it cannot hold is named, and nothing is written for it. */
export const exportFile = (product: Product, entries: readonly LedgerEntry[], terms: BookTerms): Exported => {
  const { head, record, encoding, mark, extension } = formats[product]
  const rows = journalRows(entries, terms, product).map(row => written(row, terms, product))
  const issues = rows.flatMap((row, at) => issuesOf(row, at + 1, product))
  if (issues.length > 0) return { ok: false, rows, issues: once(issues) }
  const text = mark + [...(head ? [csvRecord(head)] : []), ...rows.map(row => csvRecord(record(row)))].join('')
  const bytes = encoding === 'cp932' ? encodeCp932(text) : new TextEncoder().encode(text)
  return { ok: true, bytes, rows, extension, encoding }
}

/** With the desk's own substitutes, where this product's file needs them, and with its way of telling the tax. */
const written = (row: JournalRow, terms: BookTerms, product: Product): JournalRow => {
  const told = terms.products[product].taxAmount === 'written'
  const held = (text: string) =>
    formats[product].encoding === 'cp932'
      ? missingIn(text).reduce((left, missing) => left.replaceAll(missing, terms.substitutes[missing] ?? missing), text)
      : text
  const side = ({ ledger, account, sub, taxClass, tax }: JournalRow['debit']) => ({
    ledger,
    account: held(account),
    sub: held(sub),
    taxClass: held(taxClass),
    tax: told ? tax : 0,
  })
  return { ...row, debit: side(row.debit), credit: side(row.credit), memo: held(row.memo) }
}

const textOf = (row: JournalRow, field: ExportField): string => {
  if (field === 'memo') return row.memo
  const [side, name] = field.split('.') as ['debit' | 'credit', 'account' | 'sub' | 'taxClass']
  return row[side][name]
}

const limitOf = (field: ExportField): number =>
  field === 'memo' ? yayoiLimits.memo : field.endsWith('taxClass') ? Number.POSITIVE_INFINITY : yayoiLimits.account

const issuesOf = (row: JournalRow, at: number, product: Product): ExportIssue[] =>
  formats[product].encoding === 'cp932'
    ? exportFields.flatMap(field => {
        const text = textOf(row, field)
        const missing = missingIn(text)
        if (missing.length > 0) return missing.map(character => ({ row: at, field, text, character }))
        return encodeCp932(text).length > limitOf(field) ? [{ row: at, field, text }] : []
      })
    : []

const once = (issues: readonly ExportIssue[]): ExportIssue[] => {
  const seen = new Set<string>()
  return issues.filter(({ field, text, character }) => {
    const key = JSON.stringify([field.split('.').at(-1), text, character])
    return !seen.has(key) && seen.add(key)
  })
}
