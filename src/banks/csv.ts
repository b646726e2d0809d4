import { followBalances } from './balance.ts'
import { linkCancellations } from './cancellation.ts'
import { type ColumnMapping, headingOf } from './column-mapping.ts'
import { type AccountRows, accountRows } from './csv-account.ts'
import { type CsvLayout, layoutOf } from './csv-layouts.ts'
import { readPreamble } from './csv-preamble.ts'
import type { CsvRow } from './csv-rows.ts'
import type { Reading } from './reading.ts'
import type { Statement } from './statement.ts'

/** How far down a heading is looked for. */
export const HEADING_WITHIN = 32

export interface Recognised {
  layout: CsvLayout
  /** Rows above the data, the heading not among them. */
  preamble: CsvRow[]
  /** Index of the first row of data. */
  from: number
}

/** The layout whose exact heading stands in the first rows: a person's mapping for this account first, then the known banks. */
export const recognise = (head: readonly CsvRow[], mapping?: ColumnMapping): Recognised | null => {
  const headings = head.slice(0, HEADING_WITHIN).map(row => headingOf(row.cells))
  const own = mapping && { format: 'mapped', mapping }
  if (own && mapping.heading.length === 0) return { layout: own, preamble: [], from: mapping.skip ?? 0 }
  for (const [i, heading] of headings.entries()) {
    const layout = own && mapping.heading.join(',') === heading.join(',') ? own : layoutOf(heading)
    if (layout) return { layout, preamble: head.slice(0, i), from: i + 1 }
  }
  return null
}

/** Reads rows under a layout, each account by itself. */
export const readCsv = (rows: Iterable<CsvRow>, { layout, preamble, from }: Recognised, terms: Reading): Statement => {
  const { log } = terms
  const above = readPreamble(preamble.map(row => row.cells))
  const books = new Map<string, AccountRows>()
  const { mapping } = layout
  const heading = mapping.heading.join(',')
  let index = 0
  let last: CsvRow | undefined
  for (const row of rows) {
    index += 1
    if (index <= from || (heading !== '' && headingOf(row.cells).join(',') === heading)) continue
    const key = Object.values(mapping.account ?? {})
      .map(column => (row.cells[column ?? -1] ?? '').trim())
      .join('|')
    let book = books.get(key)
    if (book === undefined) {
      if (books.size > 0) log.tell('mixed_accounts', row.record, row.position, { seen: key })
      book = accountRows(row, layout, above.account, terms)
      books.set(key, book)
    }
    book.add(row)
    last = row
  }
  const accounts = [...books.values()].map(book => book.account)
  const read = accounts.reduce((n, account) => n + account.lines.length, 0)
  if (above.count !== undefined && above.count !== read)
    log.tell('trailer_count', last?.record ?? 0, last?.position ?? 0, {
      field: '明細',
      expected: `${above.count}`,
      seen: `${read}`,
    })
  for (const account of accounts) {
    followBalances(account, log)
    linkCancellations(account.lines, log)
  }
  return { format: layout.format, accounts, issues: log.issues }
}
