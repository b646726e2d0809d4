import type { PlainDate } from '../domain/day.ts'
import { type Product, RATE } from '../domain/money/book-products.ts'
import { type BookTerms, isTaxed, taxIn } from '../domain/money/book-terms.ts'
import type { LedgerAccount, LedgerEntry } from '../domain/money/ledger-entry.ts'
import { isAsset } from '../domain/money/month-sheet-legs.ts'
import { consumptionTaxRate } from '../domain/tax.ts'
import { ledgerKindWords } from '../words/ledger.ts'

export interface JournalSide {
  readonly ledger: LedgerAccount
  readonly account: string
  readonly sub: string
  readonly taxClass: string
  /** yen of tax within the amount */
  readonly tax: number
}

/** One 仕訳: one debit, one credit, the same amount of yen. */
export interface JournalRow {
  /** number of the ledger's entry */
  readonly no: number
  readonly on: PlainDate
  readonly debit: JournalSide
  readonly credit: JournalSide
  readonly amount: number
  /** 摘要: kind, 受付番号 and number of the entry; no name */
  readonly memo: string
}

/** By day, then in the order of writing. Entries that move nothing have no row. */
export const journalRows = (entries: readonly LedgerEntry[], terms: BookTerms, product: Product): JournalRow[] =>
  entries
    .filter(entry => entry.amount !== 0)
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)
    .map(entry => ({
      no: entry.seq,
      on: entry.on,
      debit: sideOf(entry, 'debit', terms, product),
      credit: sideOf(entry, 'credit', terms, product),
      amount: entry.amount,
      memo: memoOf(entry),
    }))

const sideOf = (entry: LedgerEntry, side: 'debit' | 'credit', terms: BookTerms, product: Product): JournalSide => {
  const ledger = entry[side]
  const { account, sub, tax, taxBack } = terms.products[product].accounts[ledger]
  const bank = ledger === 'bank' && entry.account !== undefined ? terms.banks[entry.account] : undefined
  const grows = isAsset(ledger) === (side === 'debit')
  return { ledger, account, sub: bank || sub, ...taxOf(entry, grows ? tax : taxBack, terms) }
}

const taxOf = ({ on, amount }: LedgerEntry, taxClass: string, { rounding }: BookTerms) => {
  if (!isTaxed(taxClass)) return { taxClass, tax: 0 }
  const rate = consumptionTaxRate(on)
  return { taxClass: taxClass.replaceAll(RATE, String(rate)), tax: taxIn(amount, rate, rounding) }
}

const memoOf = ({ seq, kind, caseNumber, line }: LedgerEntry): string => {
  const what = caseNumber !== undefined ? `受付番号${caseNumber}` : line !== undefined ? `明細${line}` : ''
  return [ledgerKindWords[kind], what, `元帳${seq}`].filter(part => part !== '').join(' ')
}

/** Debits and credits of each ledger account over the rows: to be held against the ledger. */
export const journalTotals = (rows: readonly JournalRow[]): Map<LedgerAccount, { debit: number; credit: number }> => {
  const totals = new Map<LedgerAccount, { debit: number; credit: number }>()
  for (const { debit, credit, amount } of rows) {
    const from = totals.get(debit.ledger) ?? { debit: 0, credit: 0 }
    totals.set(debit.ledger, { ...from, debit: from.debit + amount })
    const to = totals.get(credit.ledger) ?? { debit: 0, credit: 0 }
    totals.set(credit.ledger, { ...to, credit: to.credit + amount })
  }
  return totals
}
