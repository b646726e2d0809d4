import { checkOpening } from './balance.ts'
import { type Recognised, readCsv } from './csv.ts'
import { readAmount } from './csv-cells.ts'
import type { CsvRow } from './csv-rows.ts'
import type { Reading } from './reading.ts'
import type { Statement, StatementAccount } from './statement.ts'
import { checkTotals } from './totals.ts'

/** 三菱UFJ BizSTATION 全明細: no heading, records 1 (account), 2 (line), 8, 9 (counts, sums, balances). */
export const isMufgAll = (first: CsvRow | undefined): boolean =>
  first?.cells[0]?.trim() === '1' && first.cells.some(cell => cell.normalize('NFKC').trim() === '全明細')

const lines: Recognised = {
  layout: {
    format: 'mufg-bizstation-all',
    bankName: '三菱UFJ銀行',
    mapping: { heading: [], date: 1, kind: 2, payer: 3, out: 4, in: 5, balance: 6 },
  },
  preamble: [],
  from: 0,
}

export const readMufgAll = (rows: Iterable<CsvRow>, terms: Reading): Statement => {
  const { log } = terms
  const kept: CsvRow[] = []
  let header: CsvRow | undefined
  let footer: CsvRow | undefined
  for (const row of rows) {
    const type = row.cells[0]?.trim() ?? ''
    if (type === '2') kept.push(row)
    else if (type === '9') footer = row
    else if (type === '1' && header === undefined) header = row
    else if (type === '1') log.tell('mixed_accounts', row.record, row.position, { seen: row.cells[6] ?? '' })
    else if (type !== '8') log.tell('unknown_record', row.record, row.position, { seen: type })
  }
  const statement = readCsv(kept, lines, terms)
  const account: StatementAccount = statement.accounts[0] ?? { account: { bankName: '三菱UFJ銀行' }, lines: [] }
  statement.accounts = [account]
  const [, branchCode, branchName, , , kind, number, holder] = (header?.cells ?? []).map(cell => cell.trim())
  Object.assign(account.account, { branchCode, branchName, kind, number, holder })
  if (footer === undefined) log.tell('trailer_missing', kept.at(-1)?.record ?? 1, kept.at(-1)?.position ?? 0)
  else closeWith(footer, account, log)
  return statement
}

const closeWith = (footer: CsvRow, account: StatementAccount, log: Reading['log']): void => {
  const [, outCount, inCount, , outSum, inSum, opening, closing] = footer.cells.map(cell => {
    const amount = readAmount(cell)
    return 'yen' in amount ? amount.yen : undefined
  })
  const { record, position } = footer
  if (outCount === undefined || inCount === undefined || outSum === undefined || inSum === undefined) {
    log.tell('field_not_digits', record, position, { field: '合計', seen: footer.cells.join(',') })
    return
  }
  const stated = { in: { count: inCount, sum: inSum }, out: { count: outCount, sum: outSum } }
  account.trailer = checkTotals(stated, account.lines, { record, position, words: { in: '入金', out: '出金' } }, log)
  account.openingBalance = opening
  account.closingBalance = closing
  checkOpening(account, record, position, log)
}
