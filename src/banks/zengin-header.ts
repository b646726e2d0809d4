import type { PlainDate } from '../domain/day.ts'
import type { Reading } from './reading.ts'
import { shortDates } from './short-date.ts'
import type { StatementAccount } from './statement.ts'
import { header01, header03 } from './zengin-layout.ts'
import type { LineReading } from './zengin-line.ts'
import { cut, type ZenginRecord } from './zengin-record.ts'

const deposits: Readonly<Record<string, string>> = { '1': '普通', '2': '当座', '4': '貯蓄' }
const timeDeposits: Readonly<Record<string, string>> = { '5': '通知', '6': '定期', '7': '積立定期' }

interface Opened {
  business: '01' | '03'
  /** Null where the account is refused by name. */
  reading: LineReading | null
  stops?: true
}

export const openAccount = (from: ZenginRecord, terms: Reading): Opened => {
  const { log } = terms
  const business = fieldAt(from, 1, 3, 1)
  const is01 = business === '01'
  const refused: Opened = { business: is01 ? '01' : '03', reading: null }
  if (fieldAt(from, 3, 4, 2) === '1') {
    log.tell('ebcdic', from.record, from.offset(3))
    return { ...refused, stops: true }
  }
  if (!is01 && business !== '03') {
    log.tell('zengin_other_kind', from.record, from.offset(1), { seen: business })
    return refused
  }
  const wide = is01 ? null : cut(withSpare(from), header03, log)
  const f = wide ?? cut(from, header01, log)
  const word = timeDeposits[f.deposit]
  if (word !== undefined) {
    log.tell('time_deposit', from.record, from.offset(is01 ? 59 : 62), { seen: `${f.deposit}：${word}` })
    return refused
  }
  if (deposits[f.deposit] === undefined)
    log.tell('deposit_unknown', from.record, from.offset(is01 ? 59 : 62), { seen: f.deposit })
  const account: StatementAccount = {
    account: {
      bankCode: f.bankCode || undefined,
      bankName: f.bankName || undefined,
      branchCode: f.branchCode || undefined,
      branchName: f.branchName || undefined,
      kind: deposits[f.deposit],
      number: f.number || undefined,
      holder: f.holder || undefined,
    },
    openingBalance: wide ? signed(wide.openingSign, wide.openingBalance) : undefined,
    lines: [],
  }
  return { business: refused.business, reading: { account, log, dates: datesOf(from, f, account, terms) } }
}

const fieldAt = ({ body }: ZenginRecord, at: number, to: number, index: number): string =>
  typeof body === 'string' ? body.slice(at, to) : (body[index] ?? '').trim()

/** Some comma-separated exports leave the spare field out: 預金種目 then stands one cell early. */
const withSpare = (from: ZenginRecord): ZenginRecord => {
  const { body } = from
  if (typeof body === 'string' || !/^\d{4,10}$/.test((body[11] ?? '').trim()) || /^\d{4,}$/.test(body[12] ?? ''))
    return from
  return { ...from, body: [...body.slice(0, 10), '', ...body.slice(10)] }
}

interface HeaderDates {
  madeOn: string
  from: string
  to: string
}

const datesOf = (from: ZenginRecord, f: HeaderDates, account: StatementAccount, terms: Reading) => {
  const { log, importedOn, dateMode } = terms
  const dates = shortDates(importedOn, dateMode)
  const settled = dates.settle([f.madeOn, f.from, f.to])
  if (settled === 'unclear') log.tell('date_mode_unclear', from.record, from.offset(4), { seen: f.to || f.madeOn })
  if (settled === 'changed')
    log.tell('date_mode_changed', from.record, from.offset(4), { seen: dates.mode() === 'wareki' ? '和暦' : '西暦' })
  account.dateMode = dates.mode()
  const period = (six: string): PlainDate | undefined => dates.read(six)?.date
  account.from = period(f.from)
  account.to = period(f.to)
  return dates
}

/** 貸越区分 1 is a balance, 2 an overdraft. Zeros without a sign mean that the bank does not give it. */
export const signed = (sign: string, digits: string): number | undefined => {
  const amount = Number(digits)
  if (digits === '' || (amount === 0 && sign !== '1' && sign !== '2')) return undefined
  return sign === '2' && amount !== 0 ? -amount : amount
}
