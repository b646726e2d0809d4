import type { ColumnMapping } from './column-mapping.ts'
import { readAmount } from './csv-cells.ts'
import type { CsvRow } from './csv-rows.ts'
import type { IssueLog } from './issue.ts'
import { payerIn } from './payer-in.ts'
import { readable } from './readable.ts'
import type { StatementLine } from './statement.ts'
import { kindWord } from './zengin-line.ts'

interface Money {
  in?: number
  out?: number
  negative: boolean
}

type Day = Pick<StatementLine, 'date' | 'valueDate'>

/** A row under a mapping, its day already read; null where it gives no line (told to the log). */
export const csvLine = (row: CsvRow, day: Day, mapping: ColumnMapping, log: IssueLog): StatementLine | null => {
  const at = (column: number | undefined): string => (column === undefined ? '' : (row.cells[column] ?? '').trim())
  const some = (column: number | undefined): string | undefined => at(column) || undefined
  const state = at(mapping.state)
  const money = moneyOf(row, mapping, state, at, log)
  if (money === null) return null
  const balance = mapping.balance === undefined ? undefined : numberIn(row, at(mapping.balance), '残高', log)
  const description = at(mapping.description)
  const split = mapping.payer === undefined ? payerIn(description) : { payer: at(mapping.payer), kind: '' }
  const cancelled = /取消/.test(state)
  return {
    record: row.record,
    position: row.position,
    ...day,
    in: money.in,
    out: money.out,
    payer: split.payer,
    payerRead: readable(split.payer),
    kind: cancelled ? '取消' : kindWord(at(mapping.kind)) || split.kind,
    balance,
    reference: some(mapping.reference),
    payerCode: some(mapping.payerCode),
    edi: some(mapping.edi),
    description: description || undefined,
    fromBank: some(mapping.fromBank),
    fromBranch: some(mapping.fromBranch),
    uncleared: numberIn(row, at(mapping.uncleared), '他店券金額', log) || undefined,
    cancels: cancelsOf(cancelled, at(mapping.kind), money),
  }
}

const cancelsOf = (cancelled: boolean, kind: string, money: Money): StatementLine['cancels'] => {
  if (cancelled) return { why: 'cancelled' }
  if (kindWord(kind) === '訂正') return { why: 'corrected' }
  return money.negative ? { why: 'negative' } : undefined
}

const numberIn = (row: CsvRow, cell: string, field: string, log: IssueLog): number | undefined => {
  const amount = readAmount(cell)
  if ('yen' in amount) return amount.yen
  if (!('absent' in amount)) log.tell('field_not_digits', row.record, row.position, { field, seen: cell })
  return undefined
}

const moneyOf = (
  row: CsvRow,
  mapping: ColumnMapping,
  state: string,
  at: (c: number | undefined) => string,
  log: IssueLog,
): Money | null => {
  const tell = (code: Parameters<IssueLog['tell']>[0], seen = ''): null => {
    log.tell(code, row.record, row.position, { seen })
    return null
  }
  const cells = [at(mapping.in), at(mapping.out), at(mapping.amount)]
  const [incoming, out, amount] = cells.map(readAmount).map((read, i) => {
    if ('yen' in read) return read.yen
    return 'absent' in read ? undefined : tell('foreign' in read ? 'foreign_currency' : 'amount_unreadable', cells[i])
  })
  if (incoming === null || out === null || amount === null) return null
  if (amount !== undefined) return oneColumn(amount, mapping, at, tell)
  if (incoming && out) return tell('amount_both')
  if (incoming === undefined && out === undefined) return tell(/欠番/.test(state) ? 'number_skipped' : 'amount_missing')
  if (!incoming && !out) tell('amount_zero')
  return out ? leaving(out) : incoming === undefined && out !== undefined ? leaving(out) : arriving(incoming ?? 0)
}

const oneColumn = (
  amount: number,
  { direction }: ColumnMapping,
  at: (c: number) => string,
  tell: (code: 'direction_unknown' | 'amount_zero', seen?: string) => null,
): Money | null => {
  if (amount === 0) tell('amount_zero')
  if (direction === undefined) return amount < 0 ? { out: -amount, negative: false } : arriving(amount)
  const word = at(direction.column)
  if (direction.in.includes(word)) return arriving(amount)
  return direction.out.includes(word) ? leaving(amount) : tell('direction_unknown', word)
}

/** A minus in a column of its own takes a movement back: the money went the other way. */
const arriving = (yen: number): Money => (yen < 0 ? { out: -yen, negative: true } : { in: yen, negative: false })
const leaving = (yen: number): Money => (yen < 0 ? { in: -yen, negative: true } : { out: yen, negative: false })
