import { dayReader, isFar } from './csv-cells.ts'
import type { CsvLayout } from './csv-layouts.ts'
import { csvLine } from './csv-line.ts'
import type { CsvRow } from './csv-rows.ts'
import type { Reading } from './reading.ts'
import { shortDates } from './short-date.ts'
import type { BankAccount, StatementAccount, StatementLine } from './statement.ts'

export interface AccountRows {
  account: StatementAccount
  add(row: CsvRow): void
}

const deposits: Readonly<Record<string, string>> = { '1': '普通', '2': '当座', '4': '貯蓄' }

/** One account of a CSV file: its rows become lines, its dates share one calendar. */
export const accountRows = (first: CsvRow, layout: CsvLayout, above: BankAccount, terms: Reading): AccountRows => {
  const { mapping, bankName } = layout
  const { log, importedOn, dateMode } = terms
  const dates = shortDates(importedOn, dateMode)
  const dayOf = dayReader(importedOn, dates)
  const account: StatementAccount = { account: { bankName, ...above, ...accountIn(first, layout) }, lines: [] }
  const needed = neededColumns(layout)
  const parts = mapping.date
  let told = false

  const add = (given: CsvRow): void => {
    const line = lineOf(given)
    if (line) account.lines.push(line)
    account.dateMode = dates.mode()
  }
  const lineOf = (given: CsvRow): StatementLine | null => {
    const row = fitted(given, layout)
    if (row === null || row.cells.length < needed) {
      const [expected, seen] = [`${mapping.heading.length || needed}`, `${given.cells.length}`]
      log.tell('columns_differ', given.record, given.position, { expected, seen })
      return null
    }
    const at = (column: number): string => (row.cells[column] ?? '').trim()
    const written = typeof parts === 'number' ? at(parts) : [parts.year, parts.month, parts.day].map(at).join('/')
    const day = dayOf(written)
    if (day === null) {
      log.tell('date_unreadable', row.record, row.position, { seen: written })
      return null
    }
    if (!day.sure && !told) log.tell('date_mode_unclear', row.record, row.position, { seen: written })
    told ||= !day.sure
    if (isFar(day.date, importedOn)) log.tell('date_out_of_range', row.record, row.position, { seen: day.date })
    const value = mapping.valueDate === undefined ? undefined : dayOf(at(mapping.valueDate))?.date
    const valueDate = value === day.date ? undefined : value
    return csvLine(row, { date: day.date, valueDate }, mapping, log)
  }
  return { account, add }
}

const accountIn = (row: CsvRow, { mapping }: CsvLayout): BankAccount => {
  const columns = Object.entries(mapping.account ?? {})
  const found = columns.map(([name, column]) => [name, (row.cells[column ?? -1] ?? '').trim()] as const)
  const account: BankAccount = Object.fromEntries(found.filter(([, value]) => value !== ''))
  return account.kind === undefined ? account : { ...account, kind: deposits[account.kind] ?? account.kind }
}

/** A row cut short before its amounts or balance is a truncated row, not one without a memo. */
const neededColumns = ({ mapping }: CsvLayout): number =>
  1 +
  Math.max(mapping.in ?? 0, mapping.out ?? 0, mapping.amount ?? 0, mapping.balance ?? 0, mapping.direction?.column ?? 0)

/** A row as wide as its heading; null where a comma too many has moved the columns. */
const fitted = (row: CsvRow, { mapping }: CsvLayout): CsvRow | null => {
  const width = mapping.heading.length
  if (width === 0 || row.cells.length <= width) return row
  const surplus = row.cells.slice(width)
  if (surplus.every(cell => cell.trim() === '')) return { ...row, cells: row.cells.slice(0, width) }
  if (!mapping.lastTakesRest) return null
  return { ...row, cells: [...row.cells.slice(0, width - 1), row.cells.slice(width - 1).join(',')] }
}
