import type { PlainDate } from '../../domain/day.ts'
import { encodeCp932 } from '../../exports/cp932.ts'
import type { DemoAccount, DemoLine } from './statement-line.ts'

/** 令和 without its era, as the banks write it: 081120. */
const era = (day: PlainDate): string =>
  `${String(Number(day.slice(0, 4)) - 2018).padStart(2, '0')}${day.slice(5, 7)}${day.slice(8, 10)}`

/** One field of a record: figures right with zeros, text left with blanks, cut at its length. */
const field = (length: number, value: string | number): string =>
  typeof value === 'number' ? String(value).padStart(length, '0') : value.padEnd(length, ' ').slice(0, length)

const record = (...fields: readonly (readonly [number, string | number])[]): string =>
  fields
    .map(each => field(...each))
    .join('')
    .padEnd(200, ' ')

const sum = (lines: readonly DemoLine[], side: 'in' | 'out') => lines.reduce((n, each) => n + (each[side] ?? 0), 0)
const count = (lines: readonly DemoLine[], side: 'in' | 'out') => lines.filter(each => each[side] !== undefined).length

const period = (lines: readonly DemoLine[], today: PlainDate) => {
  const days = lines.map(each => each.date).sort()
  return { from: era(days[0] ?? today), to: era(today) }
}

/** 入出金取引明細 (種別 03, payments-post.md §1.1), CRLF after each record. */
export const zengin03 = (
  account: DemoAccount,
  opening: number,
  lines: readonly DemoLine[],
  today: PlainDate,
): Uint8Array => {
  const { from, to } = period(lines, today)
  const records = [
    record(
      [1, '1'],
      [2, '03'],
      [1, '0'],
      [6, to],
      [6, from],
      [6, to],
      [4, account.bankCode],
      [15, account.bank],
      [3, account.branchCode],
      [15, account.branch],
      [3, '000'],
      [1, '1'],
      [10, Number(account.number)],
      [40, account.holder],
      [1, '1'],
      [1, '1'],
      [14, opening],
    ),
    ...lines.map(each =>
      record(
        [1, '2'],
        [8, 0],
        [6, era(each.date)],
        [6, era(each.date)],
        [1, each.out === undefined ? '1' : '2'],
        [2, Number(each.kind ?? 11)],
        [12, each.in ?? each.out ?? 0],
        [12, 0],
        [6, ''],
        [6, ''],
        [1, ''],
        [7, ''],
        [3, ''],
        [10, each.code ?? ''],
        [48, each.payer],
        [15, each.bank],
        [15, each.branch],
        [20, each.note ?? ''],
        [20, ''],
      ),
    ),
    record(
      [1, '8'],
      [6, count(lines, 'in')],
      [13, sum(lines, 'in')],
      [6, count(lines, 'out')],
      [13, sum(lines, 'out')],
      [1, '1'],
      [14, opening + sum(lines, 'in') - sum(lines, 'out')],
      [7, lines.length],
    ),
  ]
  return encodeCp932(
    [...records, record([1, '9'], [10, records.length + 1], [5, 1])].map(each => `${each}\r\n`).join(''),
  )
}

/** 振込入金通知 (種別 01, format A, payments-post.md §1.2), without any break. */
export const zengin01 = (account: DemoAccount, lines: readonly DemoLine[], today: PlainDate): Uint8Array => {
  const { from, to } = period(lines, today)
  const [paid, gone] = [lines.filter(each => !each.cancelled), lines.filter(each => each.cancelled)]
  const records = [
    record(
      [1, '1'],
      [2, '01'],
      [1, '0'],
      [6, to],
      [6, from],
      [6, to],
      [4, account.bankCode],
      [15, account.bank],
      [3, account.branchCode],
      [15, account.branch],
      [1, '1'],
      [7, Number(account.number)],
      [40, account.holder],
    ),
    ...lines.map(each =>
      record(
        [1, '2'],
        [6, 0],
        [6, era(each.date)],
        [6, era(each.date)],
        [10, each.in ?? 0],
        [10, 0],
        [10, each.code ?? ''],
        [48, each.payer],
        [15, each.bank],
        [15, each.branch],
        [1, each.cancelled ? '1' : '0'],
        [20, ''],
      ),
    ),
    record([1, '8'], [6, paid.length], [12, sum(paid, 'in')], [6, gone.length], [12, sum(gone, 'in')]),
    record([1, '9']),
  ]
  return encodeCp932(records.join(''))
}
